/// Documents with what was found in them.
public struct Corpus: Sendable {
    /// The documents, sorted by id.
    public var documents: [Document]
    /// What each document's entities and mentions are, in the order of the documents.
    public var entities: [EntityOccurrence]
    /// What the documents say, in document order.
    public var assertions: [Assertion]

    /// The graph of all that is said.
    public func graph(_ ontology: Ontology) -> KnowledgeGraph {
        let rows = documents.map { GraphDocument(id: $0.id, title: $0.title, date: $0.date, url: $0.url) }
        return GraphBuilder(ontology: ontology).graph(assertions: assertions, entities: entities, documents: rows)
    }
}
