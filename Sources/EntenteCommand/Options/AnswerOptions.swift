import ArgumentParser
import Entente

/// How an answer is shown and drawn.
struct AnswerOptions: ParsableArguments {
    @OptionGroup var list: ListOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write the part of the graph that the answer is about, or draw it. May be repeated.", valueName: "file"),
        completion: .file())
    var output: [String] = []

    @OptionGroup var drawing: DrawingOptions

    /// Shows the list, and writes its part of the graph to the outputs.
    func give(
        _ listing: Listing, _ part: @autoclosure () -> KnowledgeGraph, inputs: [String], _ console: Console
    ) throws(Problem) -> Outcome {
        try write(part(), inputs: inputs, console)
        return try list.show(listing, console)
    }

    /// Writes a part of the graph to the outputs, where there are any.
    func write(_ part: @autoclosure () -> KnowledgeGraph, inputs: [String], _ console: Console) throws(Problem) {
        let targets = try OutputTarget.all(output, format: nil, inputs: inputs)
        guard !targets.isEmpty else { return }
        try GraphOutput(drawing: drawing, console: console).write(part(), to: targets)
    }
}
