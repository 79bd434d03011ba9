import ArgumentParser
import Entente

/// Which documents are read and how.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Files, folders, patterns, or - for standard input.", valueName: "input"),
        completion: .file())
    var inputs: [String]

    @Option(
        help: ArgumentHelp("Read knowledge files of your own on top of the built-in ones.", valueName: "folder"),
        completion: .directory)
    var knowledge: String?

    @Option(
        help: ArgumentHelp(
            "Keep assertions of at least this confidence, 0 to 1; 0 keeps all that was found.", valueName: "p"))
    var minConfidence: Double?

    @Option(help: ArgumentHelp("How many threads work; the result is the same.", valueName: "n"))
    var threads: Int?

    func validate() throws {
        if let minConfidence, !(0...1).contains(minConfidence) {
            throw ValidationError("--min-confidence needs a number from 0 to 1.")
        }
        if let threads, threads < 1 { throw ValidationError("--threads needs a number of at least 1.") }
    }

    /// Reads the documents; says on the console what was skipped.
    ///
    /// - Throws: The problem where no document is left.
    func read(_ console: Console) throws(Problem) -> DocumentBatch {
        let batch = DocumentReader().read(inputs)
        guard batch.documents.isEmpty else {
            for problem in batch.problems { console.report(problem) }
            noteLeftOut(batch.leftOut, console)
            return batch
        }
        for problem in batch.problems.dropLast() { console.report(problem) }
        throw batch.problems.last ?? Problem(.noInput, file: "", what: "no document", advice: "name a file or a folder")
    }

    private func noteLeftOut(_ names: [String], _ console: Console) {
        guard let first = names.first else { return }
        let rest = names.count > 1 ? " and \(names.count - 1) more" : ""
        console.note("left out, not a kind of text that is read: \(first)\(rest)")
    }
}
