import Extraction
import Kernels
import Knowledge
import Linguistics

/// The whole way from documents to a graph.
///
/// ```swift
/// let pipeline = try Pipeline()
/// let corpus = pipeline.corpus(DocumentReader().read(["articles"]).documents)
/// let graph = corpus.graph(pipeline.ontology)
/// ```
///
/// The same documents give the same graph, whatever their order and the number of threads.
public final class Pipeline: Sendable {
    private let analyzer: Analyzer
    private let extractor: Extractor
    private let resolver: CorpusResolver
    private let joiner: PieceJoiner
    /// What the relations mean.
    public let ontology: Ontology

    /// What the relations mean that are built in; read without the rest of the knowledge, which takes longer.
    public static var standardOntology: Ontology {
        let file = KnowledgeFile.embedded.filter { $0.name == "ontology.tsv" }
        return (try? Knowledge(files: file).ontology) ?? Knowledge.standard.ontology
    }

    /// Loads the model and the knowledge that are built in, and knowledge files of the user's own.
    ///
    /// - Throws: A ``Problem`` where a knowledge file cannot be read or understood.
    public init(knowledgeFolder: String? = nil, leastConfidence: Double? = nil) throws(Problem) {
        let knowledge = try KnowledgeFolder.knowledge(knowledgeFolder)
        let model = try EmbeddedModel.file()
        analyzer = try EmbeddedModel.analyzer(model, knowledge)
        extractor = try Pipeline.extractor(knowledge, EmbeddedModel.scorer(model), leastConfidence)
        resolver = CorpusResolver(knowledge: knowledge)
        joiner = PieceJoiner(resolver: resolver)
        ontology = knowledge.ontology
    }

    /// The sentences of documents with tags, trees and names, in the order of the documents.
    public func analyze(_ documents: [Document], threads: Int = 1) -> [Analysis] {
        analyzer.analyze(documents, threads: threads)
    }

    /// One document's sentences, and what it says before other documents are known.
    public func read(_ document: Document, threads: Int = 1) -> (analysis: Analysis, found: DocumentExtraction) {
        let pieces = Segmenter().pieces(of: document)
        let analyses = analyzer.analyze(pieces: pieces, threads: threads)
        var parts = analyses.map { PieceExtraction(extractor.extract($0, document: document), $0) }
        return (Analysis(sentences: analyses.flatMap(\.sentences)), joiner.joined(&parts))
    }

    /// What the training of the pair scorer reads of a document.
    public func trainingSentences(_ analysis: Analysis, _ document: Document) -> (
        found: EntityAnalysis, sentences: [TrainingSentence]
    ) {
        extractor.trainingSentences(analysis, document: document)
    }

    /// What the fitting of the calibration reads of a document.
    public func weighedProposals(_ analysis: Analysis, _ document: Document) -> (
        found: EntityAnalysis, proposals: [WeighedProposal]
    ) {
        extractor.weighedProposals(analysis, document: document)
    }

    /// What documents say.
    ///
    /// Documents beyond about 250,000 bytes are read in pieces, each as if it were a document of its own: a pronoun that
    /// opens a piece finds nobody in the piece before. So memory does not grow with the length of a document.
    ///
    /// - Parameters:
    ///   - documents: with distinct ids.
    ///   - threads: how many threads work.
    ///   - progress: called with the number of documents done, from time to time.
    public func corpus(
        _ documents: [Document], threads: Int = 1, progress: (Int) -> Void = { _ in }
    ) -> Corpus {
        corpus(documents, threads: threads, progress: progress, mark: nil)
    }

    /// The same, saying which stage begins.
    func corpus(_ documents: [Document], threads: Int, progress: (Int) -> Void, mark: ProfileMark?) -> Corpus {
        let pieces = documents.map { Segmenter().pieces(of: $0) }
        var extractions: [DocumentExtraction] = []
        var parts: [PieceExtraction] = []
        for batch in Pipeline.batches(pieces.flatMap { $0 }, threads: threads) {
            for part in extract(batch, threads: threads, mark) {
                parts.append(part)
                guard parts.count == pieces[extractions.count].count else { continue }
                extractions.append(joiner.joined(&parts))
            }
            if batch.contains(where: { $0.range.count < $0.document.bytes.count }) { ProcessMemory.giveBack() }
            progress(extractions.count)
        }
        mark?(.resolve)
        let merger = CorpusMerger(resolution: resolver.resolve(extractions.map(\.entities)))
        for index in extractions.indices { merger.merge(&extractions[index], document: index) }
        return Corpus(documents: documents, extractions: extractions)
    }

    /// What a batch of pieces says, each piece on one thread.
    private func extract(
        _ pieces: ArraySlice<DocumentPiece>, threads: Int, _ mark: ProfileMark?
    ) -> [PieceExtraction] {
        let pieces = Array(pieces)
        let analysisMark: StageMark? = mark.map { mark in { @Sendable stage in mark(ProfiledStage(stage)) } }
        let analyses = analyzer.analyze(pieces: pieces, threads: threads, mark: analysisMark)
        mark?(.extract)
        return Workers.map(count: pieces.count, threads: threads) { [extractor] index, workspace in
            let found = extractor.extract(analyses[index], document: pieces[index].document, workspace)
            return PieceExtraction(found, analyses[index])
        }
    }

    private static func extractor(_ knowledge: Knowledge, _ scorer: RelationScorer, _ least: Double?) throws(Problem)
        -> Extractor
    {
        do throws(RuleError) {
            return try Extractor(knowledge: knowledge, scorer: scorer, leastConfidence: least)
        } catch {
            throw broken(error)
        }
    }

    private static func broken(_ error: RuleError) -> Problem {
        Problem(.data, file: "rules/\(error.file)", line: error.line, what: error.message, advice: "mend the line")
    }

    /// Runs of pieces that are analyzed at once: enough to keep all threads busy, few enough to bound memory.
    private static func batches(_ pieces: [DocumentPiece], threads: Int) -> [ArraySlice<DocumentPiece>] {
        let limit = threads * (1 << 15)
        var batches: [ArraySlice<DocumentPiece>] = []
        var start = 0
        var size = 0
        for index in pieces.indices {
            size += pieces[index].range.count
            guard size >= limit && index - start + 1 >= threads || index == pieces.count - 1 else { continue }
            batches.append(pieces[start...index])
            (start, size) = (index + 1, 0)
        }
        return batches
    }
}
