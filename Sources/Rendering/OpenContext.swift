import CGraphviz

/// A Graphviz context; only usable inside `GraphvizRoom.enter`.
struct OpenContext: ~Copyable {
    private let pointer: OpaquePointer

    /// Opens a context, which loads the plugins.
    init() throws(RenderError) {
        guard let pointer = gvContext() else { throw .failed("no context") }
        self.pointer = pointer
    }

    deinit { gvFreeContext(pointer) }

    /// What Graphviz warned of, as notes.
    static var warnings: [String] {
        let messages = GraphvizRoom.messages
        return messages.isEmpty ? [] : [messages]
    }

    /// Lays a graph out; returns what was left out for it.
    func layOut(_ graph: borrowing OpenGraph, _ rung: Rung) throws(RenderError) -> [String] {
        for attribute in rung.attributes { entente_gv_set_graph(graph.pointer, attribute.name, attribute.value) }
        let notes = trim(graph, rung)
        // sfdp starts from rand(): a fixed seed makes the same picture again.
        srand(1)
        guard gvLayout(pointer, graph.pointer, rung.engine.graphvizName) == 0 else { throw OpenContext.failure }
        guard entente_gv_failed() == 0 else {
            free(graph)
            throw OpenContext.failure
        }
        entente_gv_snap(graph.pointer)
        return notes
    }

    /// Draws a graph that is laid out.
    func draw(_ graph: borrowing OpenGraph, _ format: PictureFormat) throws(RenderError) -> [UInt8] {
        var data: UnsafeMutablePointer<CChar>?
        var length = 0
        let status = entente_gv_render(pointer, graph.pointer, format.graphvizName, &data, &length)
        defer { gvFreeRenderData(data) }
        guard status == 0, let data, length > 0, entente_gv_failed() == 0 else { throw OpenContext.failure }
        return Array(UnsafeRawBufferPointer(start: data, count: length))
    }

    /// Gives the layout's memory back.
    func free(_ graph: borrowing OpenGraph) { gvFreeLayout(pointer, graph.pointer) }

    private func trim(_ graph: borrowing OpenGraph, _ rung: Rung) -> [String] {
        var notes: [String] = []
        if !rung.keepsEdgeLabels {
            entente_gv_clear_edges(graph.pointer, "label")
            notes.append("labels of edges left out: too many to be read")
        }
        if let least = leastDegree(graph, keeping: rung.labeledNodes) {
            entente_gv_clear_small_labels(graph.pointer, least)
            notes.append("only nodes with \(least) edges or more are labeled")
        }
        return notes
    }

    /// The degree from which on labels are kept so that about `count` nodes have one; nil to keep all.
    private func leastDegree(_ graph: borrowing OpenGraph, keeping count: Int) -> Int32? {
        guard graph.size.nodes > count else { return nil }
        var degrees: [Int32] = []
        var node = agfstnode(graph.pointer)
        while let current = node {
            degrees.append(agdegree(graph.pointer, current, 1, 1))
            node = agnxtnode(graph.pointer, current)
        }
        degrees.sort(by: >)
        return max(1, degrees[min(max(count, 0), degrees.count - 1)] + 1)
    }

    private static var failure: RenderError {
        let words = GraphvizRoom.messages
        let lacksPlugins = words.contains("not recognized") && words.contains("Use one of:")
        return lacksPlugins ? .pluginsMissing : .failed(words.isEmpty ? "no reason given" : words)
    }
}
