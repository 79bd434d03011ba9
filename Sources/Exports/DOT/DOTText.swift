/// Text as DOT takes it.
enum DOTText {
    /// An attribute value in quotes in which Graphviz finds nothing to replace: what is shown is the text itself.
    static func quoted(_ text: String) -> String { "\"" + escaped(TextCleaner.clean(text)) + "\"" }

    /// Several lines, centered, in quotes.
    static func quoted(lines: [String]) -> String {
        "\"" + lines.map { escaped(TextCleaner.clean($0)) }.joined(separator: "\\n") + "\""
    }

    /// Backslashes doubled, since `\N` and `\G` stand for names; quotes escaped; line ends as `\n`; and `&` as an
    /// entity, since `&lt;` would be decoded even here.
    private static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r", "\t": result += " "
            case "&": result += "&amp;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Text for an HTML-like label.
    static func markup(_ text: String) -> String {
        var result = ""
        for scalar in TextCleaner.clean(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\r", "\t": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An id: as it is where DOT allows that, in quotes where it is a keyword.
    static func identifier(_ id: String) -> String {
        id.utf8.count <= longestKeyword && keywords.contains(id.lowercased()) ? "\"\(id)\"" : id
    }

    private static let keywords: Set<String> = ["node", "edge", "graph", "digraph", "subgraph", "strict"]
    private static let longestKeyword = 8

    /// The text in lines of at most `width` characters, broken at spaces; words that are longer are broken too, and
    /// what exceeds `lines` lines ends in an ellipsis.
    static func wrapped(_ text: String, width: Int, lines limit: Int = 4) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            for piece in pieces(word, width * 3 / 2) {
                if line.isEmpty {
                    line = String(piece)
                } else if line.count + 1 + piece.count <= width {
                    line += " " + piece
                } else {
                    lines.append(line)
                    line = String(piece)
                }
            }
            if lines.count > limit { break }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > limit else { return lines.isEmpty ? [""] : lines }
        return Array(lines.prefix(limit - 1)) + [lines[limit - 1] + "…"]
    }

    private static func pieces(_ word: Substring, _ length: Int) -> [Substring] {
        var pieces: [Substring] = []
        var rest = word
        while rest.count > length {
            pieces.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        pieces.append(rest)
        return pieces
    }

    /// At most `limit` characters of a text on one line.
    static func capped(_ text: String, _ limit: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= limit ? line : String(line.prefix(limit - 1)) + "…"
    }
}
