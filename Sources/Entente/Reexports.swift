// Who imports Entente has the values that its functions take and return.
@_exported import Annotations
@_exported import Exports
@_exported import Graphs
@_exported import Storage
@_exported import struct Extraction.DocumentExtraction
@_exported import struct Extraction.EntityAnalysis
@_exported import struct Extraction.TrainingSentence
@_exported import struct Extraction.WeighedProposal
