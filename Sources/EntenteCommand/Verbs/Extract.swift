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
        let assertions = reading.corpus.extractions.lazy.flatMap(\.assertions)
        switch format {
        case .jsonl: try writeLines(assertions)
        case .text: for assertion in assertions { try console.write(AssertionText(console).line(assertion) + "\n") }
        }
        return reading.outcome(isEmpty: assertions.first { _ in true } == nil, console)
    }

    private func writeLines(_ assertions: some Sequence<Assertion>) throws(Problem) {
        let lines = JSONLinesWriter()
        try StreamWriting.write(to: "-") { sink in
            var out = ByteWriter(to: sink)
            for assertion in assertions {
                lines.write(assertion, to: &out)
                try out.drain()
            }
            try out.finish()
        }
    }
}
