import ArgumentParser
import Entente

/// A saved graph to pictures.
struct Render: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Draw a saved graph, or a part of it.",
        discussion: """
            EXAMPLES
              entente render graph.jsonl -o graph.svg
              entente render graph.jsonl -o putin.png --focus putin --depth 1
              entente render graph.jsonl -o hostile.pdf --relation hostile --status asserted --theme print
            """)

    @OptionGroup var graph: GraphOptions
    @OptionGroup var outputs: OutputOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var drawing: DrawingOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let targets = try outputs.targets(inputs: [graph.graph])
        let part = try selection.apply(graph.read(console), console)
        try GraphOutput(drawing: drawing, console: console).write(part, to: targets)
        return .done
    }
}
