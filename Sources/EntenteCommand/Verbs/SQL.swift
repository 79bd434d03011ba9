import ArgumentParser
import Entente

/// Questions that no other subcommand answers.
struct SQL: Verb {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: "Answer a question in SQL; the graph is only read.",
        discussion: """
            EXAMPLES
              entente sql graph.sqlite "SELECT source, count(*) AS n FROM edges WHERE polarity = 'hostile' \
            GROUP BY source ORDER BY n DESC" --limit 10
              entente sql graph.jsonl "SELECT date, text FROM passages WHERE key IN \
            (SELECT rowid FROM text_search WHERE text_search MATCH 'sanction* NEAR oil') ORDER BY date" --csv

            The views are nodes, edges and passages; name_search and text_search search names and sentences (FTS5). \
            The tables below them: SELECT sql FROM sqlite_schema. A graph in JSON Lines or GraphML is put into a \
            database in memory first; entente export graph.jsonl -o graph.sqlite makes one to keep.
            """)

    @OptionGroup var graph: GraphOptions

    @Argument(help: "One statement that reads.")
    var question: String

    @OptionGroup var list: ListOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let answer = try graph.answer(question, limit: rowsToRead, console)
        let outcome = try list.show(SQL.listing(answer), console)
        if answer.isCut, !list.json, !list.csv {
            console.note("the first \(answer.rows.count) rows shown; --limit 0 shows all")
        }
        return outcome
    }

    /// Rows behind the limit need not be read where they cannot come first.
    private var rowsToRead: Int? {
        list.order == nil && !list.reverse ? list.limit.flatMap { $0 > 0 ? $0 : nil } : nil
    }

    private static func listing(_ answer: SQLAnswer) -> Listing {
        var taken: Set<String> = []
        let columns = answer.columns.map { name in
            var key = name
            var number = 2
            while !taken.insert(key).inserted {
                key = "\(name)_\(number)"
                number += 1
            }
            return Listing.Column(key: key, title: Visible.line(key))
        }
        return Listing(columns: columns, rows: answer.rows.map { $0.map(cell) })
    }

    private static func cell(_ value: SQLValue) -> Listing.Cell {
        switch value {
        case .null: .none
        case .integer(let number): .integer(number)
        case .number(let number): .number(number, decimals: 4)
        case .text(let text): .text(text)
        case .bytes(let bytes):
            .text("x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'")
        }
    }
}
