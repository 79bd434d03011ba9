extension EscapeTable {
    /// A DOT string in double quotes: quotes and backslashes escaped, line ends as `\n`, other controls left out.
    static let dot = EscapeTable(dotEscapes, wide: .xml)

    /// A label in DOT: `&` too, since Graphviz decodes entities there.
    static let dotLabel = EscapeTable(dotEscapes.merging([38: "&amp;"]) { $1 }, wide: .xml)

    /// A JSON string inside a DOT string. Quotes and backslashes become `\u00XX`, which DOT passes on as it is, so
    /// that what a reader takes out of the attribute is valid JSON.
    static let jsonInDOT: EscapeTable = {
        var escapes: [UInt8: String] = [:]
        for byte in Array(UInt8(0)..<32) + [34, 92, 127] {
            let hex = String(byte, radix: 16)
            escapes[byte] = "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
        return EscapeTable(escapes, wide: .json)
    }()

    private static let dotEscapes = controls.merging([34: "\\\"", 92: "\\\\", 9: " ", 10: "\\n", 13: ""]) { $1 }
}

extension PassageJSON {
    static let inDOT = PassageJSON(table: .jsonInDOT, quote: "\\\"")
}

extension ValueStyle {
    static let dot = ValueStyle(text: .dot, json: .inDOT)
}
