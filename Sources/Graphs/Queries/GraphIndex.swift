import Annotations

/// A graph with what makes questions quick: numbers for ids, and for each node its edges.
///
/// Built once in time linear in the graph; then a node's edges are found without looking at others.
public struct GraphIndex: Sendable {
    /// The graph.
    public let graph: KnowledgeGraph
    /// For each edge the index of its source.
    public let sources: [Int32]
    /// For each edge the index of its target.
    public let targets: [Int32]
    /// The names for lookups.
    public let names: NameIndex
    private let indexOfID: [String: Int]
    /// Edges are sorted by source, so those of node `n` are `outgoing[n]..<outgoing[n + 1]`.
    private let outgoing: [Int32]
    /// The edges into node `n` are `incomingEdges[incoming[n]..<incoming[n + 1]]`.
    private let incoming: [Int32]
    private let incomingEdges: [Int32]

    /// Indexes a graph that keeps its invariants.
    public init(_ graph: KnowledgeGraph) {
        self.graph = graph
        indexOfID = Dictionary(
            graph.nodes.indices.map { (graph.nodes[$0].entity.id, $0) }, uniquingKeysWith: { a, _ in a })
        names = NameIndex(graph.nodes)
        let ends = Self.ends(graph, indexOfID)
        sources = ends.sources
        targets = ends.targets
        outgoing = Self.offsets(sources, nodes: graph.nodes.count)
        incoming = Self.offsets(targets, nodes: graph.nodes.count)
        incomingEdges = Self.grouped(targets, incoming)
    }

    private static func ends(
        _ graph: KnowledgeGraph, _ index: [String: Int]
    ) -> (sources: [Int32], targets: [Int32]) {
        var sources: [Int32] = []
        var targets: [Int32] = []
        sources.reserveCapacity(graph.edges.count)
        targets.reserveCapacity(graph.edges.count)
        var last = (id: "", index: Int32(-1))
        for edge in graph.edges {
            if last.index < 0 || edge.source != last.id { last = (edge.source, Int32(index[edge.source] ?? 0)) }
            sources.append(last.index)
            targets.append(Int32(index[edge.target] ?? 0))
        }
        return (sources, targets)
    }

    private static func offsets(_ ends: [Int32], nodes: Int) -> [Int32] {
        var offsets = [Int32](repeating: 0, count: nodes + 1)
        for end in ends { offsets[Int(end) + 1] += 1 }
        for i in 0..<nodes { offsets[i + 1] += offsets[i] }
        return offsets
    }

    private static func grouped(_ ends: [Int32], _ offsets: [Int32]) -> [Int32] {
        var next = offsets
        var result = [Int32](repeating: 0, count: ends.count)
        for edge in ends.indices {
            let end = Int(ends[edge])
            result[Int(next[end])] = Int32(edge)
            next[end] += 1
        }
        return result
    }

    /// The index of the node with an id.
    public func node(id: String) -> Int? { indexOfID[id] }

    /// The edges that start at a node, in order.
    public func edges(from node: Int) -> Range<Int> { Int(outgoing[node])..<Int(outgoing[node + 1]) }

    /// The edges that end at a node, in order.
    public func edges(to node: Int) -> [Int] {
        incomingEdges[Int(incoming[node])..<Int(incoming[node + 1])].map { Int($0) }
    }

    /// The edges that start or end at a node, each once, in order.
    public func edges(at node: Int) -> [Int] {
        let loops = edges(to: node).filter { sources[$0] != Int32(node) }
        return (Array(edges(from: node)) + loops).sorted()
    }

    /// The edges between two nodes in either direction, in order.
    public func edges(between a: Int, and b: Int) -> [Int] {
        let forth = edges(from: a).filter { Int(targets[$0]) == b }
        let back = a == b ? [] : edges(from: b).filter { Int(targets[$0]) == a }
        return (forth + back).sorted()
    }

    /// The nodes that share an edge with a node, sorted, without the node itself.
    public func neighbors(of node: Int) -> [Int] {
        var found = Set<Int>()
        for edge in edges(from: node) { found.insert(Int(targets[edge])) }
        for edge in edges(to: node) { found.insert(Int(sources[edge])) }
        found.remove(node)
        return found.sorted()
    }
}
