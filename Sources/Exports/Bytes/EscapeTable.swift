/// What a format writes instead of each character that it cannot hold as it is.
///
/// Characters are told apart by their first UTF-8 byte: most stay as they are, some have one fixed replacement (empty
/// where the format has no way to write them), and some need their whole scalar looked at.
///
/// A class, because a table is passed with every text and a struct would count references to each of its arrays.
public final class EscapeTable: Sendable {
    static let plain: UInt8 = 0
    static let scalar: UInt8 = 255

    /// How the scalars outside ASCII are treated.
    enum Wide: Sendable {
        /// Written as they are.
        case raw
        /// U+FFFE and U+FFFF are left out (XML).
        case xml
        /// Line separators, U+FFFE and U+FFFF become `\uXXXX`, so that one value stays on one line everywhere.
        case json
        /// As `json`, with the backslash doubled (JSON in Cypher).
        case jsonDoubled
        /// All become `&#nnn;` (GML).
        case references
        /// All become `&#nnn;`, save U+FFFE and U+FFFF, which become `\uXXXX` (JSON in GML).
        case jsonReferences
    }

    /// For each byte: plain, an index into `replacements`, or scalar.
    let codes: [UInt8]
    let replacements: [[UInt8]]
    /// All replacements one after another, and where each begins, so that writing one touches no array of arrays.
    let blob: [UInt8]
    let starts: [Int]
    let wide: Wide

    init(_ escapes: [UInt8: String], wide: Wide) {
        var codes = [UInt8](repeating: Self.plain, count: 256)
        var replacements: [[UInt8]] = [[]]
        for byte in escapes.keys.sorted() {
            codes[Int(byte)] = UInt8(replacements.count)
            replacements.append(Array((escapes[byte] ?? "").utf8))
        }
        for byte in Self.leads(wide) { codes[byte] = Self.scalar }
        self.codes = codes
        self.replacements = replacements
        blob = replacements.flatMap { $0 }
        starts = replacements.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
        self.wide = wide
    }

    private static func leads(_ wide: Wide) -> [Int] {
        switch wide {
        case .raw: []
        case .xml: [0xEF]
        case .json, .jsonDoubled: [0xC2, 0xE2, 0xEF]
        case .references, .jsonReferences: Array(0xC2...0xF4)
        }
    }

    /// What stands for a scalar outside ASCII, or nil where it stays as it is.
    func scalarEscape(_ scalar: UInt32) -> [UInt8]? {
        switch wide {
        case .raw: return nil
        case .xml: return scalar == 0xFFFE || scalar == 0xFFFF ? [] : nil
        case .json, .jsonDoubled:
            switch scalar {
            case 0x85, 0x2028, 0x2029, 0xFFFE, 0xFFFF: break
            default: return nil
            }
            return wide == .json ? Self.jsonEscape(scalar) : [UInt8(ascii: "\\")] + Self.jsonEscape(scalar)
        case .jsonReferences:
            return scalar == 0xFFFE || scalar == 0xFFFF ? Self.jsonEscape(scalar) : Array("&#\(scalar);".utf8)
        case .references:
            return scalar == 0xFFFE || scalar == 0xFFFF ? [] : Array("&#\(scalar);".utf8)
        }
    }

    private static func jsonEscape(_ scalar: UInt32) -> [UInt8] {
        let hex = String(scalar, radix: 16)
        return Array(("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8)
    }

    /// The table that escapes what this table writes by the rules of an outer ASCII-only table.
    private func inside(_ outer: [UInt8: String]) -> EscapeTable {
        var escapes: [UInt8: String] = [:]
        for byte in UInt8(0)...127 {
            let code = codes[Int(byte)]
            if code == Self.plain {
                escapes[byte] = outer[byte]
                continue
            }
            escapes[byte] = replacements[Int(code)].map { outer[$0] ?? String(UnicodeScalar($0)) }.joined()
        }
        return EscapeTable(escapes, wide: wide)
    }
}

extension EscapeTable {
    /// XML text: markup escaped, carriage returns as references, controls left out.
    public static let xmlText = EscapeTable(xmlTextEscapes, wide: .xml)

    /// An XML attribute in double quotes.
    public static let xmlAttribute = EscapeTable(
        xmlTextEscapes.merging([34: "&quot;", 9: "&#x9;", 10: "&#xA;"]) { $1 }, wide: .xml)

    /// A JSON string without its quotes, or an RDF literal; controls become `\u00XX`.
    public static let json = EscapeTable(jsonEscapes, wide: .json)

    /// A JSON string that may stand in an HTML script element.
    public static let jsonInHTML = EscapeTable(
        jsonEscapes.merging([38: "\\u0026", 60: "\\u003c", 62: "\\u003e"]) { $1 }, wide: .json)

    /// A JSON string inside XML text.
    public static let jsonInXML = json.inside(xmlTextEscapes)

    /// A JSON string inside an XML attribute.
    public static let jsonInXMLAttribute = json.inside(xmlTextEscapes.merging([34: "&quot;"]) { $1 })

    /// A field of a CSV row in double quotes.
    public static let csv = EscapeTable(controls.merging([34: "\"\""]) { $1 }, wide: .xml)

    /// A JSON string inside a CSV field.
    public static let jsonInCSV = json.inside([34: "\"\""])

    /// A GML string: ASCII with character references.
    public static let gml = EscapeTable(
        controls.merging([34: "&quot;", 38: "&amp;", 9: "&#9;", 10: "&#10;", 13: "&#13;"]) { $1 }, wide: .references)

    /// A JSON string inside a GML string.
    public static let jsonInGML: EscapeTable = {
        let inner = json.inside([34: "&quot;", 38: "&amp;"])
        return inner.with(wide: .jsonReferences)
    }()

    /// A Cypher string in single quotes: only the two escapes that every reader knows.
    public static let cypher = EscapeTable(controls.merging([39: "\\'", 92: "\\\\"]) { $1 }, wide: .xml)

    /// A JSON string inside a Cypher string.
    public static let jsonInCypher = json.inside([39: "\\'", 92: "\\\\"]).with(wide: .jsonDoubled)

    /// A Mermaid label in double quotes: markup as character numbers.
    public static let mermaid: EscapeTable = {
        var escapes = controls.merging([9: " ", 10: " ", 13: " "]) { $1 }
        for byte in "\"#&<>`;|[](){}\\*_".utf8 { escapes[byte] = "#\(byte);" }
        return EscapeTable(escapes, wide: .xml)
    }()

    func with(wide: Wide) -> EscapeTable {
        var escapes: [UInt8: String] = [:]
        for byte in UInt8(0)...127 where codes[Int(byte)] != Self.plain {
            escapes[byte] = String(decoding: replacements[Int(codes[Int(byte)])], as: UTF8.self)
        }
        return EscapeTable(escapes, wide: wide)
    }

    /// The control characters that no text format holds, left out.
    static let controls: [UInt8: String] = {
        var escapes: [UInt8: String] = [127: ""]
        for byte in UInt8(0)..<32 where byte != 9 && byte != 10 && byte != 13 { escapes[byte] = "" }
        return escapes
    }()

    private static let xmlTextEscapes = controls.merging([38: "&amp;", 60: "&lt;", 62: "&gt;", 13: "&#xD;"]) { $1 }

    private static let jsonEscapes: [UInt8: String] = {
        var escapes: [UInt8: String] = [34: "\\\"", 92: "\\\\", 127: "\\u007f"]
        for byte in UInt8(0)..<32 {
            let hex = String(byte, radix: 16)
            escapes[byte] = "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
        return escapes.merging([8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r"]) { $1 }
    }()
}
