import ArgumentParser
import Entente

/// How two entities are linked.
struct Path: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show the shortest chain of relations between two entities.",
        discussion: """
            Of several relations between two neighbors the one with most passages is shown.

            EXAMPLES
              entente path graph.jsonl kerry lavrov
              entente path graph.jsonl putin "Islamic State" --relation cooperative -o path.svg
            """)

    @OptionGroup var graph: GraphOptions

    @Argument(help: "Where the path starts.")
    var first: String

    @Argument(help: "Where the path ends.")
    var second: String

    @Flag(help: "Follow relations only from source to target.")
    var directed = false

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let whole = try graph.read(console)
        let lookup = NameLookup(index: GraphIndex(whole), console: console)
        let (a, b) = (try lookup.id(first), try lookup.id(second))
        let index = GraphIndex(try selection.apply(whole, console))
        guard let steps = steps(index, a, b) else {
            console.note("no chain of relations leads from one to the other")
            if answer.list.json { try console.write("[]\n") }
            return .nothingFound
        }
        let listing = Listing(columns: EdgeListing.columns, rows: steps.map(EdgeListing(index.graph).row))
        return try answer.give(listing, index.graph.subset(edges: steps.sortedAsGraph), inputs: [graph.graph], console)
    }

    /// The best relation of each step, or nil where there is no path.
    private func steps(_ index: GraphIndex, _ a: String, _ b: String) -> [Edge]? {
        guard let start = index.node(id: a), let goal = index.node(id: b), start != goal,
            let nodes = index.network(isDirected: directed).shortestPath(from: start, to: goal)
        else { return nil }
        return zip(nodes, nodes.dropFirst()).compactMap { best(index, $0, $1) }
    }

    private func best(_ index: GraphIndex, _ a: Int, _ b: Int) -> Edge? {
        let edges = index.edges(between: a, and: b).filter { edge in
            !directed || Int(index.sources[edge]) == a || index.isSymmetric(edge)
        }
        return edges.map { index.graph.edges[$0] }.max { $0.passages.count < $1.passages.count }
    }
}

extension [Edge] {
    /// The edges in the order that graphs keep, each once.
    var sortedAsGraph: [Edge] {
        let keys = Set(self).sorted {
            ($0.source, $0.relation, $0.target, $0.status) < ($1.source, $1.relation, $1.target, $1.status)
        }
        return keys
    }
}
