import ArgumentParser
import Entente

/// What changed from one graph to another.
struct Diff: Verb {
    static let configuration = CommandConfiguration(
        abstract: "List what appeared, vanished or changed status from one graph to another.",
        discussion: """
            Exits with 1 where nothing changed. What -o writes or draws is what the newer graph has of it.

            EXAMPLES
              entente diff monday.jsonl friday.jsonl
              entente diff monday.jsonl friday.jsonl --json
            """)

    @Argument(help: ArgumentHelp("The older graph.", valueName: "old"), completion: .file())
    var old: String

    @Argument(help: ArgumentHelp("The newer graph.", valueName: "new"), completion: .file())
    var new: String

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let reader = GraphReader(ontology: Pipeline.standardOntology)
        let (before, after) = (try reader.read(old), try reader.read(new))
        let difference = GraphDifference(from: before, to: after)
        let claims = ClaimListing(before, after)
        let rows =
            difference.changed.map { claims.row("changed", .warning, $0) }
            + difference.onlyInSecond.map { claims.row("appeared", .cooperative, $0) }
            + difference.onlyInFirst.map { claims.row("vanished", .hostile, $0) }
        let listing = Listing(columns: ClaimListing.columns("change", "Old", "New"), rows: rows)
        let part = claims.part(difference.changed + difference.onlyInSecond)
        return try answer.give(listing, part, inputs: [old, new], console)
    }
}
