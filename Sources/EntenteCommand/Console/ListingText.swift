import Entente

/// A list as aligned columns, as JSON and as CSV.
extension Listing {
    /// Columns aligned with two spaces between them; on a terminal the last column is cut to the width.
    func table(_ console: Console) -> String {
        let shown = columns.indices.filter { columns[$0].isShown }
        let cells = rows.map { row in shown.map { row[$0].shown } }
        let titles = shown.map { columns[$0].title }
        let numeric = shown.map { column in !rows.isEmpty && rows.allSatisfy { $0[column].isNumber } }
        let widths = titles.indices.map { column in
            cells.reduce(titles[column].count) { max($0, $1[column].text.count) }
        }
        let layout = TableLayout(widths: widths, numeric: numeric, console: console)
        let head = [layout.line(titles.map { Styled($0, .dim) })]
        return (head + cells.map(layout.line)).map { $0 + "\n" }.joined()
    }

    /// One array of objects, an object a line.
    var json: String {
        let objects = rows.map { row in
            JSONText.object(zip(columns, row).map { ($0.key, $1.json) }).text
        }
        return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }

    /// Comma-separated values with a header, as RFC 4180 has them, with line feeds.
    var csv: String {
        let lines = [columns.map(\.key)] + rows.map { $0.map(\.csv) }
        return lines.map { $0.map(Listing.quoted).joined(separator: ",") + "\n" }.joined()
    }

    private static func quoted(_ value: String) -> String {
        let needsQuotes =
            value.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
            || value.isEmpty == false && value.first == " "
        guard needsQuotes else { return value }
        return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// The widths of a table's columns.
private struct TableLayout {
    var widths: [Int]
    var numeric: [Bool]
    var console: Console

    func line(_ cells: [Styled]) -> String {
        var result = ""
        var used = 0
        for (column, cell) in cells.enumerated() {
            let isLast = column == cells.count - 1
            let text = isLast ? cut(cell.text, after: used) : cell.text
            let padding = String(repeating: " ", count: max(0, widths[column] - text.count))
            let styled = console.styled(text, cell.style)
            result += numeric[column] ? padding + styled : isLast ? styled : styled + padding
            if !isLast { result += "  " }
            used += widths[column] + 2
        }
        while result.last == " " { result.removeLast() }
        return result
    }

    private func cut(_ text: String, after used: Int) -> String {
        let room = console.width - used
        guard console.isTerminal, room > 8, text.count > room else { return text }
        return text.prefix(room - 1) + "…"
    }
}
