import ArgumentParser
import Entente

/// Examples for training the sentence splitter; no one else needs them.
struct Examples: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Print what Training/sentence_ends.py learns from: the gaps between words of annotated files.",
        shouldDisplay: false)

    @Argument(help: ArgumentHelp("Annotated files.", valueName: "file"))
    var files: [String]

    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        for path in files {
            let lines = SentenceEndExamples.lines(try GoldFile.read(InputFile(path: path)))
            try console.write(lines.map { $0 + "\n" }.joined())
        }
        return .done
    }
}
