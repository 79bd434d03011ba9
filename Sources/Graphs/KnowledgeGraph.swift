import Annotations

/// A document that a graph draws on.
public struct GraphDocument: Sendable, Hashable {
    /// The id by which evidence names it.
    public var id: String
    /// The headline, where known.
    public var title: String?
    /// The date, `YYYY-MM-DD`, where known.
    public var date: String?
    /// Where it was published, where known.
    public var url: String?

    /// Makes a document row.
    public init(id: String, title: String? = nil, date: String? = nil, url: String? = nil) {
        self.id = id
        self.title = title
        self.date = date
        self.url = url
    }
}

/// A canonical entity with its counts.
public struct Node: Sendable, Hashable {
    /// The entity: id, name, kind, aliases, Wikidata id.
    public var entity: Entity
    /// How often the documents mention it.
    public var mentions: Int
    /// The ids of the documents that mention it, sorted.
    public var documents: [String]

    /// Makes a node.
    public init(entity: Entity, mentions: Int, documents: [String]) {
        self.entity = entity
        self.mentions = mentions
        self.documents = documents
    }
}

/// All assertions with the same source, relation, target and status.
public struct Edge: Sendable, Hashable {
    /// The id of the source node.
    public var source: String
    /// The relation.
    public var relation: Relation
    /// The id of the target node.
    public var target: String
    /// The status; the same relation with another status is another edge.
    public var status: Status
    /// How likely it is that at least one passage says so, in 0...1.
    public var confidence: Double
    /// The passages in document order, each with the id of its speaker's node.
    public var passages: [Passage]

    /// One passage of an edge.
    public struct Passage: Sendable, Hashable {
        /// The text and where it stands.
        public var evidence: Evidence
        /// Whose claim it is, or nil.
        public var speaker: EntityReference?
        /// The confidence of this passage.
        public var confidence: Double

        /// Makes a passage.
        public init(evidence: Evidence, speaker: EntityReference?, confidence: Double) {
            self.evidence = evidence
            self.speaker = speaker
            self.confidence = confidence
        }
    }

    /// Makes an edge.
    public init(
        source: String, relation: Relation, target: String, status: Status, confidence: Double, passages: [Passage]
    ) {
        self.source = source
        self.relation = relation
        self.target = target
        self.status = status
        self.confidence = confidence
        self.passages = passages
    }
}

/// Nodes and typed, directed edges, each with the passages behind it.
///
/// Nodes are sorted by id; edges by source, relation, target and status; so equal graphs have equal bytes.
public struct KnowledgeGraph: Sendable, Hashable {
    /// What the relations mean.
    public var ontology: Ontology
    /// The documents, sorted by id.
    public var documents: [GraphDocument]
    /// The nodes, sorted by id.
    public var nodes: [Node]
    /// The edges, sorted by source, relation, target and status.
    public var edges: [Edge]

    /// Makes a graph from parts that are already sorted.
    public init(ontology: Ontology, documents: [GraphDocument], nodes: [Node], edges: [Edge]) {
        self.ontology = ontology
        self.documents = documents
        self.nodes = nodes
        self.edges = edges
    }
}

extension KnowledgeGraph {
    /// The node with an id, or nil; found by halving, since nodes are sorted.
    public func node(id: String) -> Node? {
        var rest = nodes.startIndex..<nodes.endIndex
        while !rest.isEmpty {
            let middle = (rest.lowerBound + rest.upperBound) / 2
            let found = nodes[middle].entity.id
            if found == id { return nodes[middle] }
            rest = found < id ? (middle + 1)..<rest.upperBound : rest.lowerBound..<middle
        }
        return nil
    }
}
