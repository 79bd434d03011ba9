import ArgumentParser
import Entente

/// A saved graph to other formats.
struct Export: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Write a saved graph, or a part of it, in other formats.",
        discussion: """
            EXAMPLES
              entente export graph.jsonl -o graph.graphml -o graph.gexf
              entente export graph.graphml -o - --format dot --relation hostile
              entente export graph.jsonl -o graph.dot --dot-style plain
              entente export graph.jsonl -o graph.ttl --rdf 1.2
              entente export graph.jsonl -o graph.sqlite
              entente export --list
            """)

    @Flag(help: "List the formats with what each loses.")
    var list = false

    @Argument(
        help: ArgumentHelp(
            "A graph that entente wrote (.jsonl, .graphml or .sqlite), or - for standard input.", valueName: "graph"),
        completion: .file(extensions: ["graphml", "jsonl", "sqlite", "gz"]))
    var graph: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write here; the extension says how. - is standard output. May be repeated.", valueName: "file"),
        completion: .file())
    var output: [String] = []

    @Option(help: ArgumentHelp("Write in this format whatever the extension.", valueName: "format"))
    var format: String?

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var forms: FormatOptions
    @OptionGroup var drawing: DrawingOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !list else { return }
        if graph == nil { throw ValidationError("Name the graph to export.") }
        if output.isEmpty { throw ValidationError("Name a file to write with -o.") }
    }

    func execute(_ console: Console) throws(Problem) -> Outcome {
        guard !list, let graph else {
            try console.write(FormatListing.listing.table(console))
            return .done
        }
        let targets = try forms.apply(OutputTarget.all(output, format: format, inputs: [graph]))
        let whole = try GraphReader(ontology: Pipeline.standardOntology).read(graph)
        try GraphOutput(drawing: drawing, console: console).write(selection.apply(whole, console), to: targets)
        return .done
    }
}
