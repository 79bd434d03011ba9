import Annotations

/// An entity as one document mentions it.
public struct EntityOccurrence: Sendable, Hashable {
    /// The entity.
    public var entity: Entity
    /// The document's id.
    public var document: String
    /// How often the document mentions it.
    public var mentions: Int

    /// Makes an occurrence.
    public init(entity: Entity, document: String, mentions: Int) {
        self.entity = entity
        self.document = document
        self.mentions = mentions
    }
}

/// Makes a graph of assertions: one edge for all that share source, relation, target and status.
///
/// The result does not depend on the order of what is given. A symmetric relation is stored with the smaller id as its
/// source. Entities that no assertion names are left out unless `keepsIsolated` is set.
public struct GraphBuilder: Sendable {
    /// What the relations mean.
    public let ontology: Ontology
    /// True where entities without any relation become nodes too.
    public let keepsIsolated: Bool

    /// Makes a builder.
    public init(ontology: Ontology, keepsIsolated: Bool = false) {
        self.ontology = ontology
        self.keepsIsolated = keepsIsolated
    }

    /// The graph of assertions.
    ///
    /// - Parameters:
    ///   - assertions: what the documents say, in any order.
    ///   - entities: the entities of each document; an entity that only an assertion names counts one mention per passage.
    ///   - documents: what is known of the documents; one that only an assertion names is added with its date.
    public func graph(
        assertions: [Assertion], entities: [EntityOccurrence] = [], documents: [GraphDocument] = []
    ) -> KnowledgeGraph {
        let nodes = NodeMerger(assertions: assertions, entities: entities, keepsIsolated: keepsIsolated).nodes()
        let references = Dictionary(nodes.map { ($0.entity.id, $0.entity.reference) }, uniquingKeysWith: { a, _ in a })
        return KnowledgeGraph(
            ontology: ontology, documents: Self.merged(documents, assertions), nodes: nodes,
            edges: edges(assertions, references))
    }

    private func edges(_ assertions: [Assertion], _ references: [String: EntityReference]) -> [Edge] {
        var groups: [EdgeKey: [Edge.Passage]] = [:]
        for assertion in assertions {
            let straight = isStraight(assertion)
            let key = EdgeKey(
                source: straight ? assertion.source.id : assertion.target.id, relation: assertion.relation,
                target: straight ? assertion.target.id : assertion.source.id, status: assertion.status)
            groups[key, default: []].append(passage(assertion, isStraight: straight, references))
        }
        return groups.keys.sorted().map { key in
            Edge(key: key, passages: PassageMerger.merged(groups[key] ?? []))
        }
    }

    private func isStraight(_ assertion: Assertion) -> Bool {
        !(ontology[assertion.relation]?.isSymmetric ?? false) || assertion.source.id <= assertion.target.id
    }

    private func passage(
        _ assertion: Assertion, isStraight: Bool, _ references: [String: EntityReference]
    ) -> Edge.Passage {
        var evidence = assertion.evidence
        if !isStraight { swap(&evidence.source, &evidence.target) }
        let speaker = assertion.speaker.map { references[$0.id] ?? $0 }
        return Edge.Passage(evidence: evidence, speaker: speaker, confidence: Confidence.rounded(assertion.confidence))
    }

    private static func merged(_ documents: [GraphDocument], _ assertions: [Assertion]) -> [GraphDocument] {
        var rows: [String: GraphDocument] = [:]
        for document in documents {
            rows[document.id] = rows[document.id].map { $0.filled(from: document) } ?? document
        }
        let known = Set(rows.keys)
        for evidence in assertions.map(\.evidence) where !known.contains(evidence.document) {
            let row = GraphDocument(id: evidence.document, date: evidence.date)
            rows[evidence.document] = rows[evidence.document].map { $0.filled(from: row) } ?? row
        }
        return rows.values.sorted { $0.id < $1.id }
    }
}

extension GraphDocument {
    /// The row with what it lacks taken from another one; of two values the smaller is kept.
    func filled(from other: GraphDocument) -> GraphDocument {
        GraphDocument(
            id: id, title: Self.smaller(title, other.title), date: Self.smaller(date, other.date),
            url: Self.smaller(url, other.url))
    }

    private static func smaller(_ a: String?, _ b: String?) -> String? {
        [a, b].compactMap { $0 }.min()
    }
}

/// What makes two assertions one edge.
struct EdgeKey: Hashable, Comparable {
    var source: String
    var relation: Relation
    var target: String
    var status: Status

    static func < (a: EdgeKey, b: EdgeKey) -> Bool {
        if a.source != b.source { return a.source < b.source }
        if a.relation != b.relation { return a.relation < b.relation }
        if a.target != b.target { return a.target < b.target }
        return a.status < b.status
    }
}

extension Edge {
    var key: EdgeKey { EdgeKey(source: source, relation: relation, target: target, status: status) }

    init(key: EdgeKey, passages: [Passage]) {
        self.init(
            source: key.source, relation: key.relation, target: key.target, status: key.status,
            confidence: Confidence.combined(passages.map(\.confidence)), passages: passages)
    }

    /// An edge of passages, with the confidence that follows from theirs.
    public init(source: String, relation: Relation, target: String, status: Status, passages: [Passage]) {
        self.init(
            key: EdgeKey(source: source, relation: relation, target: target, status: status), passages: passages)
    }
}
