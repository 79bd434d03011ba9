import Annotations

/// Which part of a graph is asked for; what is nil does not restrict.
public struct GraphFilter: Sendable, Hashable {
    /// The id of a node at which the relation starts; either end of a symmetric relation.
    public var from: String?
    /// The id of a node at which the relation ends; either end of a symmetric relation.
    public var to: String?
    /// The id of a node at either end.
    public var about: String?
    /// The relations.
    public var relations: Set<Relation>?
    /// The polarities of the relations.
    public var polarities: Set<Polarity>?
    /// The statuses.
    public var statuses: Set<Status>?
    /// The documents, by id or by the last part of their path.
    public var documents: Set<String>?
    /// The ids of the speakers.
    public var speakers: Set<String>?
    /// The least number of passages that are left.
    public var minimumEvidence: Int
    /// The least confidence.
    public var minimumConfidence: Double

    /// Makes a filter.
    public init(
        from: String? = nil, to: String? = nil, about: String? = nil, relations: Set<Relation>? = nil,
        polarities: Set<Polarity>? = nil, statuses: Set<Status>? = nil, documents: Set<String>? = nil,
        speakers: Set<String>? = nil, minimumEvidence: Int = 1, minimumConfidence: Double = 0
    ) {
        self.from = from
        self.to = to
        self.about = about
        self.relations = relations
        self.polarities = polarities
        self.statuses = statuses
        self.documents = documents
        self.speakers = speakers
        self.minimumEvidence = minimumEvidence
        self.minimumConfidence = minimumConfidence
    }

    /// The edge with the passages that the filter lets through, or nil.
    public func apply(_ edge: Edge, ontology: Ontology) -> Edge? {
        let type = ontology[edge.relation]
        guard admitsEnds(edge, isSymmetric: type?.isSymmetric ?? false),
            relations?.contains(edge.relation) ?? true, statuses?.contains(edge.status) ?? true,
            polarities?.contains(type?.polarity ?? .neutral) ?? true
        else { return nil }
        let kept = restrictsPassages ? withAdmittedPassages(edge) : edge
        return kept.passages.count >= max(1, minimumEvidence) && kept.confidence >= minimumConfidence ? kept : nil
    }

    private var restrictsPassages: Bool { documents != nil || speakers != nil }

    private func withAdmittedPassages(_ edge: Edge) -> Edge {
        let passages = edge.passages.filter(admits)
        return passages.count == edge.passages.count ? edge : Edge(key: edge.key, passages: passages)
    }

    private func admitsEnds(_ edge: Edge, isSymmetric: Bool) -> Bool {
        if let about, edge.source != about, edge.target != about { return false }
        if fits(edge.source, edge.target) { return true }
        return isSymmetric && fits(edge.target, edge.source)
    }

    private func fits(_ source: String, _ target: String) -> Bool {
        (from == nil || from == source) && (to == nil || to == target)
    }

    private func admits(_ passage: Edge.Passage) -> Bool {
        if let speakers, !(passage.speaker.map { speakers.contains($0.id) } ?? false) { return false }
        guard let documents else { return true }
        let id = passage.evidence.document
        return documents.contains(id) || documents.contains(Self.lastPart(id))
    }

    private static func lastPart(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

extension GraphIndex {
    /// The edges that a filter lets through, each with the passages that are left, in the order of the graph.
    public func edges(_ filter: GraphFilter) -> [Edge] {
        candidates(filter).compactMap { filter.apply(graph.edges[$0], ontology: graph.ontology) }
    }

    /// The edges that can fit: those at the named ends, or all.
    private func candidates(_ filter: GraphFilter) -> [Int] {
        guard let id = filter.from ?? filter.to ?? filter.about else { return Array(graph.edges.indices) }
        return node(id: id).map(edges(at:)) ?? []
    }
}

extension KnowledgeGraph {
    /// The part of the graph that a filter lets through; nodes without edges are left out.
    public func filtered(_ filter: GraphFilter) -> KnowledgeGraph {
        subset(edges: edges.compactMap { filter.apply($0, ontology: ontology) })
    }

    /// The graph of some of its edges (in order) with their ends and speakers, and further nodes if wanted.
    public func subset(edges: [Edge], alsoNodes: Set<String> = []) -> KnowledgeGraph {
        var used = alsoNodes
        var documents = Set<String>()
        for edge in edges {
            used.insert(edge.source)
            used.insert(edge.target)
            for passage in edge.passages {
                if let speaker = passage.speaker { used.insert(speaker.id) }
                documents.insert(passage.evidence.document)
            }
        }
        let nodes = nodes.filter { used.contains($0.entity.id) }
        for node in nodes { documents.formUnion(node.documents) }
        return KnowledgeGraph(
            ontology: ontology, documents: self.documents.filter { documents.contains($0.id) }, nodes: nodes,
            edges: edges)
    }
}
