import Extraction

/// Documents with what was found in them.
public struct Corpus: Sendable {
    /// The documents, sorted by id.
    public var documents: [Document]
    /// What each document says, in the order of the documents.
    public var extractions: [DocumentExtraction]

    /// What the documents say, in document order.
    public var assertions: [Assertion] { extractions.flatMap(\.assertions) }

    /// The graph of all that is said.
    public func graph(_ ontology: Ontology) -> KnowledgeGraph {
        let rows = documents.map { GraphDocument(id: $0.id, title: $0.title, date: $0.date, url: $0.url) }
        let entities = zip(documents, extractions).flatMap { document, extraction in
            Corpus.occurrences(document.id, extraction)
        }
        return GraphBuilder(ontology: ontology).graph(assertions: assertions, entities: entities, documents: rows)
    }

    private static func occurrences(_ document: String, _ extraction: DocumentExtraction) -> [EntityOccurrence] {
        var counts = [Int](repeating: 0, count: extraction.entities.count)
        for mention in extraction.mentions { counts[mention.entity] += 1 }
        return zip(extraction.entities, counts).map { EntityOccurrence(entity: $0, document: document, mentions: $1) }
    }
}
