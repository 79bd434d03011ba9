import ArgumentParser
import Entente

/// The analyzer against files with the right answers.
struct Evaluate: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Measure the analyzer on annotated files: CoNLL-U treebanks and names in IOB2.",
        discussion: """
            Treebanks are analyzed twice, from their tokens and from their raw text; the measures are those of the CoNLL 2018 \
            shared task, F1 in percent. Names count where span and kind are right; the total is over PER, ORG and LOC, and \
            MISC is read as the nationalities (NORP) of such corpora.

            EXAMPLES
              entente evaluate en_ewt-dev.conllu
              entente evaluate --json news.iob2
            """)

    @Argument(help: ArgumentHelp("Annotated files, or - for standard input.", valueName: "file"), completion: .file())
    var files: [String]

    @Flag(help: "Print JSON: one object for one file, an object by file name for several.")
    var json = false

    @Option(help: ArgumentHelp("How many threads work; the result is the same.", valueName: "n"))
    var threads = 1

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if threads < 1 { throw ValidationError("--threads needs a number of at least 1.") }
    }

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let evaluation = try ModelEvaluation(threads: threads)
        var reports: [(name: String, report: ModelEvaluation.Report)] = []
        for path in files {
            let file = InputFile(path: path)
            reports.append((file.name, evaluation.report(try GoldFile.read(file))))
        }
        try console.write(json ? Self.json(reports) : Self.tables(reports))
        return .done
    }

    private static func json(_ reports: [(name: String, report: ModelEvaluation.Report)]) -> String {
        if reports.count == 1 { return reports[0].report.json + "\n" }
        let members = reports.map { "\(JSONText.string($0.name).text): \($0.report.json)" }
        return "{\(members.joined(separator: ",\n"))}\n"
    }

    private static func tables(_ reports: [(name: String, report: ModelEvaluation.Report)]) -> String {
        if reports.count == 1 { return reports[0].report.table }
        return reports.map { "\(Visible.line($0.name))\n\($0.report.table)" }.joined(separator: "\n")
    }
}
