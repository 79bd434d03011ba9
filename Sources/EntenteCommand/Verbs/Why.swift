import ArgumentParser
import Entente

/// The sentences behind what stands between two entities.
struct Why: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show the sentences behind the relations of two entities, and what found them.",
        discussion: """
            The source is marked «so» and the target ‹so›. Offsets are bytes of the document.

            EXAMPLES
              entente why graph.jsonl putin assad
              entente why graph.jsonl russia syria --relation deploysTo --status denied
            """)

    @OptionGroup var graph: GraphOptions

    @Argument(help: "One entity.")
    var first: String

    @Argument(help: "The other entity.")
    var second: String

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let index = try graph.index(console)
        let lookup = NameLookup(index: index, console: console)
        let (a, b) = (try lookup.node(first), try lookup.node(second))
        let filter = try selection.filter(lookup)
        let edges = index.edges(between: a, and: b).compactMap {
            filter.apply(index.graph.edges[$0], ontology: index.graph.ontology)
        }
        try answer.write(index.graph.subset(edges: edges), inputs: [graph.graph], console)
        if answer.list.json || answer.list.csv || answer.list.order != nil {
            let rows = edges.flatMap { edge in edge.passages.map { (edge: edge, passage: $0, date: $0.evidence.date) } }
            return try answer.list.show(PassageListing(index.graph).listing(rows), console)
        }
        return try show(edges, index.graph, (a, b), console)
    }

    private func show(
        _ edges: [Edge], _ graph: KnowledgeGraph, _ ends: (Int, Int), _ console: Console
    ) throws(Problem) -> Outcome {
        guard !edges.isEmpty else {
            let names = [ends.0, ends.1].map { graph.nodes[$0].entity.name }.joined(separator: " and ")
            console.note("nothing stands between \(names); entente path shows how they are linked")
            return .nothingFound
        }
        let limit = answer.list.limit ?? 0
        try console.write(edges.map { text($0, graph, limit, console) }.joined(separator: "\n"))
        return .done
    }

    private func text(_ edge: Edge, _ graph: KnowledgeGraph, _ limit: Int, _ console: Console) -> String {
        let shown = limit > 0 ? Array(edge.passages.prefix(limit)) : edge.passages
        var lines = [EdgeText(graph, console).line(edge)]
        for passage in shown { lines += PassageText(console).lines(passage) }
        if shown.count < edge.passages.count { lines.append("  and \(edge.passages.count - shown.count) more") }
        return lines.map { $0 + "\n" }.joined()
    }
}
