import ArgumentParser
import Entente

/// How a list is shown.
struct ListOptions: ParsableArguments {
    @Flag(help: "Answer in JSON.")
    var json = false

    @Flag(help: "Answer in comma-separated values.")
    var csv = false

    @Option(help: ArgumentHelp("Show at most this many rows; 0 shows all.", valueName: "n"))
    var limit: Int?

    @Option(help: ArgumentHelp("Order by a column; numbers from the largest, text from A to Z.", valueName: "column"))
    var order: String?

    @Flag(help: "Turn the order around.")
    var reverse = false

    func validate() throws {
        if json && csv { throw ValidationError("Use --json or --csv, not both.") }
        if let limit, limit < 0 { throw ValidationError("--limit needs a number of at least 0.") }
    }

    /// Shows a list as asked; says on the console where rows were left out.
    func show(_ listing: Listing, _ console: Console, defaultLimit: Int = 0) throws(Problem) -> Outcome {
        var listing = listing
        if let order { try listing.order(by: order, reversed: reverse) } else if reverse { listing.rows.reverse() }
        let total = listing.rows.count
        let limit = limit ?? (json || csv || !console.isTerminal ? 0 : defaultLimit)
        if limit > 0 { listing.rows = Array(listing.rows.prefix(limit)) }
        try console.write(json ? listing.json : csv ? listing.csv : listing.table(console))
        if listing.rows.count < total, !json, !csv {
            console.note("\(listing.rows.count) of \(total) shown; --limit 0 shows all")
        }
        return total == 0 ? .nothingFound : .done
    }
}
