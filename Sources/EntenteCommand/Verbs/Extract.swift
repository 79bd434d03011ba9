import ArgumentParser
import Entente

/// Documents to assertions, one a line.
struct Extract: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Read documents and print what they say, one assertion a line, in document order.",
        discussion: """
            EXAMPLES
              entente extract articles/ > assertions.jsonl
              entente extract report.txt --format text
            """)

    /// How an assertion is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl, text
    }

    @OptionGroup var input: InputOptions

    @Option(help: "Print JSON lines or text.")
    var format: Format = .jsonl

    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let reading = try Reading(input, console)
        let assertions = reading.corpus.assertions
        let lines = assertions.map { format == .jsonl ? $0.jsonLine : AssertionText(console).line($0) }
        try console.write(lines.map { $0 + "\n" }.joined())
        return reading.outcome(isEmpty: assertions.isEmpty, console)
    }
}
