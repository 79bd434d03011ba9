import ArgumentParser
import Entente

/// One entity: what it is, its names, and its relations.
struct Show: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show an entity: its names, why they are one, and whom it deals with.",
        discussion: """
            EXAMPLES
              entente show graph.jsonl assad
              entente show graph.jsonl "Sergei Lavrov" --json
            """)

    @OptionGroup var graph: GraphOptions

    @Argument(help: "The entity: any of its names, or a part of one.")
    var name: String

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let index = try graph.index(console)
        let node = try NameLookup(index: index, console: console).node(name)
        let edges = index.edges(at: node).map { index.graph.edges[$0] }
        try answer.write(index.ego(of: node, depth: 1), inputs: [graph.graph], console)
        let card = EntityCard(node: index.graph.nodes[node], listing: EdgeListing(index.graph).listing(edges))
        if answer.list.csv { return try answer.list.show(card.listing, console) }
        if answer.list.json {
            try console.write(card.json + "\n")
            return .done
        }
        try console.write(card.text(console))
        if !edges.isEmpty { _ = try answer.list.show(card.listing, console, defaultLimit: 40) }
        return .done
    }
}
