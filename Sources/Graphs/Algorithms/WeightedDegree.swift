extension GraphIndex {
    /// How much evidence there is at a node's edges.
    public struct Degree: Sendable, Hashable {
        /// The passages of the edges that start at the node.
        public var outgoing = 0
        /// The passages of the edges that end at the node.
        public var incoming = 0
        /// Both together; a loop counts twice.
        public var total: Int { outgoing + incoming }
    }

    /// The weighted degree of every node: passages, not edges.
    public func weightedDegrees() -> [Degree] {
        var degrees = [Degree](repeating: Degree(), count: graph.nodes.count)
        for i in graph.edges.indices {
            degrees[Int(sources[i])].outgoing += graph.edges[i].passages.count
            degrees[Int(targets[i])].incoming += graph.edges[i].passages.count
        }
        return degrees
    }
}
