import ArgumentParser
import Entente

/// All that stands between two entities.
struct Between: Verb {
    static let configuration = CommandConfiguration(
        abstract: "List all that stands between two entities: their own relations, and whom both deal with.",
        discussion: """
            EXAMPLES
              entente between graph.jsonl russia "united states" -o between.svg
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
        let whole = try graph.read(console)
        let lookup = NameLookup(index: GraphIndex(whole), console: console)
        let (a, b) = (try lookup.id(first), try lookup.id(second))
        let index = GraphIndex(try selection.apply(whole, console))
        let rows = rows(index, a, b)
        let table = EdgeListing(index.graph)
        let listing = Listing(
            columns: [.init(key: "via", title: "Via")] + EdgeListing.columns,
            rows: rows.map { [$0.via.map { .text($0) } ?? .none] + table.row($0.edge) })
        return try answer.give(
            listing, index.graph.subset(edges: rows.map(\.edge).sortedAsGraph), inputs: [graph.graph], console)
    }

    private func rows(_ index: GraphIndex, _ a: String, _ b: String) -> [(via: String?, edge: Edge)] {
        guard let a = index.node(id: a), let b = index.node(id: b) else { return [] }
        let found = index.between(a, b)
        let direct = found.direct.map { (via: String?.none, edge: index.graph.edges[$0]) }
        return direct
            + found.shared.flatMap { shared in
                (shared.withFirst + shared.withSecond).map { edge in
                    (via: index.graph.nodes[shared.node].entity.name, edge: index.graph.edges[edge])
                }
            }
    }
}
