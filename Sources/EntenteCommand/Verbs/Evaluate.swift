import ArgumentParser
import Entente

/// The analyzer, or the whole pipeline, against files with the right answers.
struct Evaluate: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Measure on annotated files: treebanks (CoNLL-U), names (IOB2), or a folder of assertions.",
        discussion: """
            Treebanks are analyzed twice, from their tokens and from their raw text; the measures are those of the CoNLL 2018 \
            shared task, F1 in percent. Names count where span and kind are right; the total is over PER, ORG and LOC, and \
            MISC is read as the nationalities (NORP) of such corpora.

            A folder of gold assertions holds NAME.txt and NAME.jsonl, a row for each assertion: source, relation, target, \
            status (lists of acceptable answers, * for any), speaker (such a list or null) and tier (core or extra). Recall \
            is over the core rows; a claim is right where it matches any row. Tables by relation, status, kind of document \
            and confidence count what matches in all of pair, relation and status.

            EXAMPLES
              entente evaluate en_ewt-dev.conllu
              entente evaluate --json news.iob2
              entente evaluate --gold gold/dev
            """)

    @Argument(help: ArgumentHelp("Annotated files, or - for standard input.", valueName: "file"), completion: .file())
    var files: [String] = []

    @Option(
        help: ArgumentHelp("Measure the assertions found in the texts of this folder.", valueName: "folder"),
        completion: .directory)
    var gold: String?

    @Option(
        help: ArgumentHelp(
            "With --gold: read knowledge files of your own on top of the built-in ones.", valueName: "folder"),
        completion: .directory)
    var knowledge: String?

    @Option(
        help: ArgumentHelp("With --gold: measure assertions of at least this confidence, 0 to 1.", valueName: "p"))
    var minConfidence: Double?

    @Flag(help: "Print JSON: one object for one file or folder, an object by file name for several files.")
    var json = false

    @Option(help: ArgumentHelp("How many threads work; the result is the same.", valueName: "n"))
    var threads = 1

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if threads < 1 { throw ValidationError("--threads needs a number of at least 1.") }
        guard files.isEmpty != (gold == nil) else {
            throw ValidationError("Name annotated files, or a folder with --gold.")
        }
        if let minConfidence, !(0...1).contains(minConfidence) {
            throw ValidationError("--min-confidence needs a number from 0 to 1.")
        }
        if gold == nil, knowledge != nil || minConfidence != nil {
            throw ValidationError("--knowledge and --min-confidence go with --gold.")
        }
    }

    func execute(_ console: Console) throws(Problem) -> Outcome {
        if let gold { return try measureAssertions(gold, console) }
        let evaluation = try ModelEvaluation(threads: threads)
        var reports: [(name: String, report: ModelEvaluation.Report)] = []
        for path in files {
            let file = InputFile(path: path)
            reports.append((file.name, evaluation.report(try GoldFile.read(file))))
        }
        try console.write(json ? Self.json(reports) : Self.tables(reports))
        return .done
    }

    private func measureAssertions(_ folder: String, _ console: Console) throws(Problem) -> Outcome {
        let pipeline = try Pipeline(knowledgeFolder: knowledge, leastConfidence: minConfidence)
        let gold = try GoldFolder.read(folder, ontology: pipeline.ontology)
        let progress = Progress("Reading", console)
        let report = RelationEvaluation(pipeline: pipeline).report(gold, threads: threads) { done in
            progress.update(done, of: gold.documents.count)
        }
        progress.finish()
        try console.write(json ? report.json + "\n" : report.table)
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
