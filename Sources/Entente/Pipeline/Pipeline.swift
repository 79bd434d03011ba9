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
        ontology = knowledge.ontology
    }

    /// The sentences of documents with tags, trees and names, in the order of the documents.
    public func analyze(_ documents: [Document], threads: Int = 1) -> [Analysis] {
        analyzer.analyze(documents, threads: threads)
    }

    /// What one document says, before other documents are known.
    public func extract(_ analysis: Analysis, _ document: Document) -> DocumentExtraction {
        extractor.extract(analysis, document: document)
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
    /// - Parameters:
    ///   - documents: with distinct ids.
    ///   - threads: how many threads work.
    ///   - progress: called with the number of documents done, from time to time.
    public func corpus(
        _ documents: [Document], threads: Int = 1, progress: (Int) -> Void = { _ in }
    ) -> Corpus {
        var extractions: [DocumentExtraction] = []
        for batch in Pipeline.batches(documents, threads: threads) {
            extractions += extract(Array(documents[batch]), threads: threads)
            progress(batch.upperBound)
        }
        let merger = CorpusMerger(resolution: resolver.resolve(extractions.map(\.entities)))
        let merged = extractions.enumerated().map { merger.merged($1, document: $0) }
        return Corpus(documents: documents, extractions: merged)
    }

    /// What a batch of documents says, each document on one thread.
    private func extract(_ documents: [Document], threads: Int) -> [DocumentExtraction] {
        let analyses = analyzer.analyze(documents, threads: threads)
        return Workers.map(count: documents.count, threads: threads) { [extractor] index, _ in
            extractor.extract(analyses[index], document: documents[index])
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

    /// Runs of documents that are analyzed at once: enough to keep all threads busy, few enough to bound memory.
    private static func batches(_ documents: [Document], threads: Int) -> [Range<Int>] {
        let limit = threads * (1 << 15)
        var batches: [Range<Int>] = []
        var start = 0
        var size = 0
        for index in documents.indices {
            size += documents[index].bytes.count
            guard size >= limit || index == documents.count - 1 else { continue }
            batches.append(start..<(index + 1))
            (start, size) = (index + 1, 0)
        }
        return batches
    }
}
