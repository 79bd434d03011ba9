import Entente

/// A list of rows that can be shown as a table, as JSON and as CSV.
struct Listing: Sendable {
    /// One column.
    struct Column: Sendable {
        /// The name in JSON and CSV, and what `--order` takes.
        var key: String
        /// The heading of the table.
        var title: String
        /// False for columns that only JSON and CSV have.
        var isShown = true
    }

    /// One cell.
    enum Cell: Sendable {
        case text(String, Style = .plain)
        case integer(Int)
        /// A number shown with this many decimals.
        case number(Double, decimals: Int)
        case list([String])
        case none
    }

    var columns: [Column]
    var rows: [[Cell]]

    /// Orders the rows by a column: numbers from the largest, text from A to Z.
    ///
    /// - Throws: A ``Problem`` where there is no such column.
    mutating func order(by key: String, reversed: Bool) throws(Problem) {
        guard let column = columns.firstIndex(where: { $0.key == key }) else {
            let keys = columns.map(\.key).joined(separator: ", ")
            throw Problem(
                .usage, file: "--order \(key)", what: "there is no such column", advice: "use one of: \(keys)")
        }
        // Equal rows keep their order, so that the result is the same every time.
        let sorted = rows.enumerated().sorted { a, b in
            let (x, y) = (a.element[column], b.element[column])
            if x.precedes(y) { return !reversed }
            if y.precedes(x) { return reversed }
            return a.offset < b.offset
        }
        rows = sorted.map(\.element)
    }
}

extension Listing.Cell {
    /// The text of the table.
    var shown: Styled {
        switch self {
        case .text(let text, let style): Styled(Visible.line(text), style)
        case .integer(let value): Styled(String(value))
        case .number(let value, let decimals): Styled(Decimal.text(value, decimals))
        case .list(let texts): Styled(Visible.line(texts.joined(separator: ", ")))
        case .none: Styled("")
        }
    }

    /// True where the cell is set to the right of its column.
    var isNumber: Bool {
        switch self {
        case .integer, .number: true
        default: false
        }
    }

    var json: JSONText {
        switch self {
        case .text(let text, _): .string(text)
        case .integer(let value): .integer(value)
        case .number(let value, _): .number(value)
        case .list(let texts): .array(texts.map { .string($0) })
        case .none: .null
        }
    }

    var csv: String {
        switch self {
        case .text(let text, _): text
        case .integer(let value): String(value)
        case .number(let value, _): JSONText.number(value).text
        case .list(let texts): texts.joined(separator: "; ")
        case .none: ""
        }
    }

    func precedes(_ other: Listing.Cell) -> Bool {
        switch (self, other) {
        case (.integer(let a), .integer(let b)): a > b
        case (.number(let a, _), .number(let b, _)): a > b
        case (.none, .none): false
        case (_, .none): true
        case (.none, _): false
        default: csv.lowercased() < other.csv.lowercased()
        }
    }
}
