import ArgumentParser
import Entente

/// The relations of a graph, filtered.
struct Relations: Verb {
    static let configuration = CommandConfiguration(
        abstract: "List relations: from whom, to whom, which, how they are put, and by whom.",
        discussion: """
            EXAMPLES
              entente relations graph.jsonl --from russia --relation deploysTo
              entente relations graph.jsonl --to assad --relation hostile --status asserted,alleged
              entente relations graph.jsonl --speaker kerry --json
            """)

    @OptionGroup var graph: GraphOptions

    @Option(help: ArgumentHelp("Only relations of this entity as source.", valueName: "name"))
    var from: String?

    @Option(help: ArgumentHelp("Only relations with this entity as target.", valueName: "name"))
    var to: String?

    @Option(help: ArgumentHelp("Only passages of this document, by id or file name.", valueName: "id"))
    var document: [String] = []

    @Option(help: ArgumentHelp("Only claims of this entity.", valueName: "name"))
    var speaker: [String] = []

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let index = try graph.index(console)
        let filter = try filter(NameLookup(index: index, console: console))
        let chosen = try chosenPart(of: index, console)
        let edges = filter == GraphFilter() ? chosen.graph.edges : chosen.edges(filter)
        return try answer.give(
            EdgeListing(index.graph).listing(edges), index.graph.subset(edges: edges), inputs: [graph.graph], console)
    }

    /// The focus and the largest entities are chosen before single relations are.
    private func chosenPart(of whole: GraphIndex, _ console: Console) throws(Problem) -> GraphIndex {
        selection.focus == nil && selection.top == nil
            ? whole : GraphIndex(try selection.apply(whole.graph, console))
    }

    private func filter(_ lookup: NameLookup) throws(Problem) -> GraphFilter {
        var filter = try selection.filter(lookup)
        if let from { filter.from = try lookup.id(from) }
        if let to { filter.to = try lookup.id(to) }
        if !document.isEmpty { filter.documents = Set(document) }
        if !speaker.isEmpty { filter.speakers = try speakers(lookup) }
        return filter
    }

    private func speakers(_ lookup: NameLookup) throws(Problem) -> Set<String> {
        var ids: Set<String> = []
        for name in speaker { ids.insert(try lookup.id(name)) }
        return ids
    }
}
