import Annotations

extension KnowledgeGraph {
    /// What is wrong with the graph, or nil: ids unique and sorted, no dangling id, no edge twice, evidence behind every
    /// edge, speakers among the nodes.
    public func invariantProblem() -> String? {
        nodeProblem() ?? documentProblem() ?? edgeProblem()
    }

    /// Stops the program where an invariant is broken; for tests and debug builds.
    public func checkInvariants() {
        let problem = invariantProblem()
        precondition(problem == nil, problem ?? "")
    }

    private func documentProblem() -> String? {
        for i in documents.indices.dropFirst() where documents[i - 1].id >= documents[i].id {
            return "document '\(documents[i].id)' is out of order or occurs twice"
        }
        return nil
    }

    private func nodeProblem() -> String? {
        for i in nodes.indices {
            if nodes[i].entity.id.isEmpty { return "a node has no id" }
            if i > 0, nodes[i - 1].entity.id >= nodes[i].entity.id {
                return "node '\(nodes[i].entity.id)' is out of order or occurs twice"
            }
        }
        return nil
    }

    private func edgeProblem() -> String? {
        let ids = Set(nodes.map(\.entity.id))
        for i in edges.indices {
            if i > 0, edges[i - 1].key >= edges[i].key {
                return "\(Self.name(edges[i])) is out of order or occurs twice"
            }
            if let problem = Self.problem(edges[i], ids) { return "\(Self.name(edges[i])) \(problem)" }
        }
        return nil
    }

    private static func problem(_ edge: Edge, _ ids: Set<String>) -> String? {
        if !ids.contains(edge.source) { return "has the source '\(edge.source)', which is no node" }
        if !ids.contains(edge.target) { return "has the target '\(edge.target)', which is no node" }
        if edge.passages.isEmpty { return "has no evidence" }
        for passage in edge.passages {
            if let speaker = passage.speaker, !ids.contains(speaker.id) {
                return "has the speaker '\(speaker.id)', who is no node"
            }
        }
        return nil
    }

    private static func name(_ edge: Edge) -> String {
        "the edge \(edge.source) \(edge.relation.rawValue) \(edge.target) (\(edge.status.rawValue))"
    }

    /// The graph with documents, nodes and edges in their order; one that is in order is returned as it is.
    public func sorted() -> KnowledgeGraph {
        var graph = self
        if !Self.isSorted(documents, { $0.id < $1.id }) { graph.documents.sort { $0.id < $1.id } }
        if !Self.isSorted(nodes, { $0.entity.id < $1.entity.id }) { graph.nodes.sort { $0.entity.id < $1.entity.id } }
        if !Self.isSorted(edges, { $0.key < $1.key }) { graph.edges.sort { $0.key < $1.key } }
        return graph
    }

    private static func isSorted<Element>(_ values: [Element], _ precedes: (Element, Element) -> Bool) -> Bool {
        !values.indices.dropFirst().contains { precedes(values[$0], values[$0 - 1]) }
    }
}

extension Edge {
    /// The edge with the confidence that follows from its passages.
    public func withCombinedConfidence() -> Edge { Edge(key: key, passages: passages) }
}
