import Annotations
import Graphs

/// Which part of a graph a picture shows.
///
/// Edges are chosen first (relation, family, status, passages, pair), then the neighborhood of the focus within them,
/// then the entities with most passages. Without a focus, entities that no chosen edge touches are left out as soon as
/// edges were chosen.
public struct PictureSelection: Sendable, Hashable {
    /// The entity in the middle, by id.
    public var focus: String?
    /// How many steps from the focus.
    public var depth: Int
    /// The relations to show; nil for all.
    public var relations: Set<Relation>?
    /// The families to show; nil for all.
    public var polarities: Set<Polarity>?
    /// The statuses to show; nil for all.
    public var statuses: Set<Status>?
    /// The number of passages an edge needs.
    public var minimumEvidence: Int
    /// Two entities, by id: only what stands between them.
    public var pair: [String]
    /// The largest number of entities; nil for all.
    public var top: Int?

    /// Makes a selection; without arguments, everything.
    public init(
        focus: String? = nil, depth: Int = 1, relations: Set<Relation>? = nil, polarities: Set<Polarity>? = nil,
        statuses: Set<Status>? = nil, minimumEvidence: Int = 1, pair: [String] = [], top: Int? = nil
    ) {
        self.focus = focus
        self.depth = depth
        self.relations = relations
        self.polarities = polarities
        self.statuses = statuses
        self.minimumEvidence = minimumEvidence
        self.pair = pair
        self.top = top
    }

    /// The part of a graph.
    public func apply(to graph: KnowledgeGraph) -> KnowledgeGraph {
        var part = graph
        part.edges = graph.edges.filter { allows($0, graph.ontology) }
        if choosesEdges { part.nodes = Self.touched(part) }
        if let focus { part = Self.around(focus, depth, part) }
        return top.map { Self.largest(part, $0) } ?? part
    }

    private var choosesEdges: Bool {
        relations != nil || polarities != nil || statuses != nil || minimumEvidence > 1 || !pair.isEmpty
    }

    private func allows(_ edge: Edge, _ ontology: Ontology) -> Bool {
        (relations?.contains(edge.relation) ?? true) && (statuses?.contains(edge.status) ?? true)
            && (polarities?.contains(ontology[edge.relation]?.polarity ?? .neutral) ?? true)
            && edge.passages.count >= minimumEvidence
            && (pair.isEmpty || (pair.contains(edge.source) && pair.contains(edge.target)))
    }

    private static func touched(_ graph: KnowledgeGraph) -> [Node] {
        let ends = Set(graph.edges.flatMap { [$0.source, $0.target] })
        return graph.nodes.filter { ends.contains($0.entity.id) }
    }

    private static func around(_ focus: String, _ depth: Int, _ graph: KnowledgeGraph) -> KnowledgeGraph {
        var reached: Set<String> = [focus]
        for _ in 0..<max(0, depth) {
            let before = reached
            for edge in graph.edges {
                if before.contains(edge.source) { reached.insert(edge.target) }
                if before.contains(edge.target) { reached.insert(edge.source) }
            }
            if reached.count == before.count { break }
        }
        return restricted(graph, reached)
    }

    private static func restricted(_ graph: KnowledgeGraph, _ ids: Set<String>) -> KnowledgeGraph {
        var part = graph
        part.nodes = graph.nodes.filter { ids.contains($0.entity.id) }
        part.edges = graph.edges.filter { ids.contains($0.source) && ids.contains($0.target) }
        return part
    }

    /// The `limit` entities with most passages on their edges, and the edges among them.
    public static func largest(_ graph: KnowledgeGraph, _ limit: Int) -> KnowledgeGraph {
        guard graph.nodes.count > limit else { return graph }
        var weights: [String: Int] = [:]
        for edge in graph.edges {
            weights[edge.source, default: 0] += edge.passages.count
            weights[edge.target, default: 0] += edge.passages.count
        }
        let ranked = graph.nodes.sorted { a, b in
            let left = (weights[a.entity.id] ?? 0, a.mentions)
            let right = (weights[b.entity.id] ?? 0, b.mentions)
            return left != right ? left > right : a.entity.id < b.entity.id
        }
        return restricted(graph, Set(ranked.prefix(max(0, limit)).map(\.entity.id)))
    }
}
