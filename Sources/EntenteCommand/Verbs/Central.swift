import ArgumentParser
import Entente

/// The entities that matter most.
struct Central: Verb {
    static let configuration = CommandConfiguration(
        abstract: "List the entities that matter most: by passages, PageRank and betweenness.",
        discussion: """
            EXAMPLES
              entente central graph.jsonl --limit 10
              entente central graph.jsonl --order betweenness --relation hostile
            """)

    @OptionGroup var graph: GraphOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: CommonOptions

    /// Above this many entities betweenness is estimated from some of them.
    private static let exactLimit = 2_000

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let index = GraphIndex(try selection.apply(graph.read(console), console))
        var listing = Listing(columns: Central.columns, rows: rows(index))
        try listing.order(by: "passages", reversed: false)
        return try answer.give(listing, part(index, listing), inputs: [graph.graph], console)
    }

    private static let columns: [Listing.Column] = [
        .init(key: "name", title: "Name"), .init(key: "kind", title: "Kind"), .init(key: "passages", title: "Passages"),
        .init(key: "outgoing", title: "As source"), .init(key: "incoming", title: "As target"),
        .init(key: "pagerank", title: "PageRank"), .init(key: "betweenness", title: "Betweenness"),
        .init(key: "id", title: "", isShown: false),
    ]

    private func rows(_ index: GraphIndex) -> [[Listing.Cell]] {
        let degrees = index.weightedDegrees()
        let ranks = index.network(isDirected: true).pageRank()
        let samples = index.graph.nodes.count > Central.exactLimit ? 200 : Int.max
        let between = index.network(isDirected: false).betweenness(samples: samples)
        return index.graph.nodes.indices.map { node in
            let entity = index.graph.nodes[node].entity
            return [
                .text(entity.name), .text(entity.kind.rawValue), .integer(degrees[node].total),
                .integer(degrees[node].outgoing), .integer(degrees[node].incoming), .number(ranks[node], decimals: 4),
                .number(between[node], decimals: 4), .text(entity.id),
            ]
        }
    }

    /// The listed entities with what stands between them.
    private func part(_ index: GraphIndex, _ listing: Listing) -> KnowledgeGraph {
        index.top(answer.list.limit.flatMap { $0 > 0 ? $0 : nil } ?? index.graph.nodes.count)
    }
}
