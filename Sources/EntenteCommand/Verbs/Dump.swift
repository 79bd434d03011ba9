import ArgumentParser
import Entente

/// What one stage makes of documents.
struct Dump: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show what a stage makes of documents: text, tokens, tree, mentions, entities or assertions.",
        discussion: """
            Offsets are bytes of the text, which is the file itself for plain text.

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
        let pipeline = stage == .text ? nil : try Pipeline(knowledgeFolder: input.knowledge)
        for document in batch.documents {
            let head = console.styled("# \(Visible.line(document.id))", .dim) + "\n"
            try console.write(head + text(document, pipeline, console))
        }
        return batch.isPartial ? .partial : .done
    }

    private func text(_ document: Document, _ pipeline: Pipeline?, _ console: Console) -> String {
        guard let pipeline else { return DumpText.text(document) }
        let threads = input.threads ?? 1
        switch stage {
        case .text: return DumpText.text(document)
        case .tokens: return DumpText.tokens(pipeline.analyze([document], threads: threads)[0])
        case .tree: return DumpText.trees(pipeline.analyze([document], threads: threads)[0], document)
        case .mentions, .entities, .assertions:
            let (analysis, found) = pipeline.read(document, threads: threads)
            return extracted(found, analysis, document, console)
        }
    }

    private func extracted(
        _ found: DocumentExtraction, _ analysis: Analysis, _ document: Document, _ console: Console
    ) -> String {
        switch stage {
        case .mentions: DumpText.mentions(found, document)
        case .entities: DumpText.entities(found)
        default: found.assertions.map { AssertionText(console).line($0) + "\n" }.joined()
        }
    }
}
