import ArgumentParser
import Entente

/// Passages by date.
struct Timeline: Verb {
    static let configuration = CommandConfiguration(
        abstract: "List passages by date: of the whole graph, of one entity, or of what stands between two.",
        discussion: """
            Documents without a date come last.

            EXAMPLES
              entente timeline graph.jsonl russia "united states"
              entente timeline graph.jsonl putin --relation hostile --csv
            """)

    @OptionGroup var graph: GraphOptions

    @Argument(help: "One entity, or two; without any, all.")
    var names: [String] = []

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if names.count > 2 { throw ValidationError("Name at most two entities.") }
    }

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let index = try graph.index(console)
        let lookup = NameLookup(index: index, console: console)
        var ids: [String] = []
        for name in names { ids.append(try lookup.id(name)) }
        let filter = try selection.filter(lookup)
        let edges = index.graph.edges.indices.filter { number in
            let edge = index.graph.edges[number]
            return Timeline.involves(edge, ids) && filter.apply(edge, ontology: index.graph.ontology) != nil
        }
        let rows = index.timeline(of: edges).map { entry in
            let edge = index.graph.edges[entry.edge]
            return (edge: edge, passage: edge.passages[entry.passage], date: entry.date)
        }
        try drawTimeline(ids, index.graph, edges, console)
        return try answer.list.show(PassageListing(index.graph).listing(rows), console)
    }

    /// Draws two life lines where two entities are named, else the part of the graph.
    private func drawTimeline(
        _ ids: [String], _ graph: KnowledgeGraph, _ edges: [Int], _ console: Console
    ) throws(Problem) {
        let targets = try OutputTarget.all(answer.output, format: nil, inputs: [self.graph.graph])
        guard !targets.isEmpty else { return }
        let part = graph.subset(edges: edges.map { graph.edges[$0] })
        let output = GraphOutput(drawing: answer.drawing, console: console)
        let lifeLines =
            ids.count == 2
            ? PairTimeline(theme: answer.drawing.theme, title: answer.drawing.title).draw(
                part, between: ids[0], and: ids[1])
            : nil
        try output.write(part, drawing: lifeLines, to: targets)
    }

    private static func involves(_ edge: Edge, _ ids: [String]) -> Bool {
        ids.allSatisfy { edge.source == $0 || edge.target == $0 }
    }
}
