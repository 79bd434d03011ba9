import ArgumentParser
import Entente

/// What one stage makes of documents.
struct Dump: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show what a stage makes of documents: text, tokens, tree, mentions, entities or assertions.",
        discussion: """
            EXAMPLES
              entente dump tree report.txt
              echo "Putin backs Assad." | entente dump assertions -
            """)

    /// A stage on the way from text to assertions.
    enum Stage: String, ExpressibleByArgument, CaseIterable {
        case text, tokens, tree, mentions, entities, assertions
    }

    @Argument(help: "The stage: text, tokens, tree, mentions, entities or assertions.")
    var stage: Stage

    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let batch = try input.read(console)
        for document in batch.documents {
            try console.write(console.styled("# \(Visible.line(document.id))", .dim) + "\n")
            if stage == .text { try console.write(DumpText.text(document)) }
        }
        return batch.isPartial ? .partial : .done
    }
}
