import Annotations

extension GraphIndex {
    /// The nodes at most `depth` edges from a node in either direction, sorted, the node itself included.
    public func nodes(around node: Int, depth: Int) -> [Int] {
        var seen: Set<Int> = [node]
        var frontier = [node]
        for _ in 0..<max(0, depth) {
            var next: [Int] = []
            for node in frontier {
                for neighbor in neighbors(of: node) where seen.insert(neighbor).inserted { next.append(neighbor) }
            }
            if next.isEmpty { break }
            frontier = next
        }
        return seen.sorted()
    }

    /// The graph around a node: all within `depth` edges, and what stands between them.
    public func ego(of node: Int, depth: Int) -> KnowledgeGraph {
        induced(nodes(around: node, depth: depth))
    }

    /// The graph of some nodes and all edges between them.
    public func induced(_ nodes: [Int]) -> KnowledgeGraph {
        let kept = Set(nodes)
        let edges = nodes.sorted().flatMap { node in
            self.edges(from: node).filter { kept.contains(Int(targets[$0])) }.map { graph.edges[$0] }
        }
        return graph.subset(edges: edges, alsoNodes: Set(nodes.map { graph.nodes[$0].entity.id }))
    }

    /// The graph of the `count` nodes with the most evidence at their edges; of equal ones those with more mentions, then
    /// in the order of ids.
    public func top(_ count: Int) -> KnowledgeGraph {
        let degrees = weightedDegrees()
        let order = graph.nodes.indices.sorted {
            (-degrees[$0].total, -graph.nodes[$0].mentions, $0) < (-degrees[$1].total, -graph.nodes[$1].mentions, $1)
        }
        return induced(Array(order.prefix(max(0, count))))
    }

    /// All that stands between two nodes.
    public struct Between: Sendable, Hashable {
        /// The edges from one to the other, in either direction.
        public let direct: [Int]
        /// The nodes that have edges with both, those with the most passages first.
        public let shared: [Shared]
    }

    /// A node that has edges with both of two others.
    public struct Shared: Sendable, Hashable {
        /// The node.
        public let node: Int
        /// Its edges with the first.
        public let withFirst: [Int]
        /// Its edges with the second.
        public let withSecond: [Int]
    }

    /// All that stands between two nodes: their own edges, and whom both deal with.
    public func between(_ a: Int, _ b: Int) -> Between {
        let common = Set(neighbors(of: a)).intersection(neighbors(of: b)).subtracting([a, b])
        let shared = common.map {
            Shared(node: $0, withFirst: edges(between: a, and: $0), withSecond: edges(between: b, and: $0))
        }
        return Between(
            direct: edges(between: a, and: b),
            shared: shared.sorted { (-evidence($0), $0.node) < (-evidence($1), $1.node) })
    }

    private func evidence(_ shared: Shared) -> Int {
        (shared.withFirst + shared.withSecond).reduce(0) { $0 + graph.edges[$1].passages.count }
    }
}
