import ArgumentParser
import Entente

/// Who sides with whom.
struct BlocsVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "blocs",
        abstract: "Divide the entities into blocs that side with each other, and list what does not fit.",
        discussion: """
            Cooperative relations pull two entities together and hostile ones push them apart; asserted relations count in \
            full, alleged and planned ones by half, hypothetical ones by a quarter, denied ones not at all. The division \
            leaves the least of it unexplained. Rows with a bloc list its members; rows without one list ties that the \
            division does not explain.

            EXAMPLES
              entente blocs graph.jsonl -o blocs.svg --group-by bloc
            """)

    @OptionGroup var graph: GraphOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let index = GraphIndex(try selection.apply(graph.read(console), console))
        let blocs = index.signedNetwork().blocs()
        let listing = Listing(columns: BlocsVerb.columns, rows: members(blocs, index) + frustrated(blocs, index))
        let part = index.induced(blocs.members.flatMap(\.self))
        return try answer.give(listing, part, inputs: [graph.graph], console)
    }

    private static let columns: [Listing.Column] = [
        .init(key: "bloc", title: "Bloc"), .init(key: "name", title: "Name"), .init(key: "kind", title: "Kind"),
        .init(key: "other", title: "Despite"), .init(key: "weight", title: "Weight"),
    ]

    private func members(_ blocs: Blocs, _ index: GraphIndex) -> [[Listing.Cell]] {
        blocs.members.enumerated().flatMap { number, nodes in
            nodes.map { node in
                let entity = index.graph.nodes[node].entity
                return [.integer(number + 1), .text(entity.name), .text(entity.kind.rawValue), .none, .none]
            }
        }
    }

    /// Friends in different blocs and foes in one.
    private func frustrated(_ blocs: Blocs, _ index: GraphIndex) -> [[Listing.Cell]] {
        blocs.frustrated.map { tie in
            let (a, b) = (index.graph.nodes[tie.a].entity, index.graph.nodes[tie.b].entity)
            let style: Style = tie.weight > 0 ? .cooperative : .hostile
            return [
                .none, .text(a.name, style), .text(tie.weight > 0 ? "friends apart" : "foes together", style),
                .text(b.name, style), .number(tie.weight, decimals: 2),
            ]
        }
    }
}
