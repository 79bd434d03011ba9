import ArgumentParser
import Entente

/// Where a graph goes.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write here; the extension says how (entente formats lists them). - is standard output. May be repeated.",
            valueName: "file"),
        completion: .file())
    var output: [String]

    @Option(help: ArgumentHelp("Write in this format whatever the extension.", valueName: "format"))
    var format: String?

    /// The outputs with their formats, checked before any work is done.
    ///
    /// - Throws: A ``Problem`` where a format is unknown or an output is an input.
    func targets(inputs: [String]) throws(Problem) -> [OutputTarget] {
        try OutputTarget.all(output, format: format, inputs: inputs)
    }
}
