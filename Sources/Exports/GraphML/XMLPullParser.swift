/// What stands next in an XML file.
enum XMLEvent {
    /// A start tag with its attributes; an empty element is followed by its end.
    case start(name: String, attributes: [(name: String, value: String)])
    /// An end tag.
    case end(name: String)
    /// Text between tags, with references resolved.
    case text([UInt8])
    /// The end of the file.
    case finished
}

/// A small strict parser of XML 1.0 in UTF-8, one event at a time.
///
/// DOCTYPE is refused (so no entity can be declared and nothing expands), nesting is capped at 256 levels, and only the five
/// predefined entities and character references are known.
struct XMLPullParser {
    private let bytes: [UInt8]
    private var at = 0
    private var open: [String] = []
    private var pendingEnd: String?
    private var seenRoot = false
    /// The line of the place reached, from 1.
    private(set) var line = 1
    private static let deepest = 256

    init(_ bytes: [UInt8]) throws(GraphReadError) {
        self.bytes = bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw failure("the file is UTF-16", hint: "save it as UTF-8")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    func failure(_ problem: String, hint: String = "the file is not well-formed XML; export it again") -> GraphReadError
    {
        GraphReadError(line: line, problem: problem, hint: hint)
    }

    /// The next event.
    mutating func next() throws(GraphReadError) -> XMLEvent {
        if let name = pendingEnd {
            pendingEnd = nil
            open.removeLast()
            return .end(name: name)
        }
        while at < bytes.count {
            if bytes[at] != UInt8(ascii: "<") {
                if let text = try text() { return .text(text) }
            } else if matches("<!--") {
                try skip(past: "-->")
            } else if matches("<![CDATA[") {
                return .text(try cdata())
            } else if matches("<!") {
                throw failure("the file has a DOCTYPE, which is refused", hint: "remove the <!DOCTYPE ...> line")
            } else if matches("<?") {
                try skip(past: "?>")
            } else {
                return try tag()
            }
        }
        if let name = open.last { throw failure("the file ends inside <\(name)>") }
        return .finished
    }

    private func matches(_ text: StaticString) -> Bool {
        guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
        for i in 0..<text.utf8CodeUnitCount where bytes[at + i] != text.utf8Start[i] { return false }
        return true
    }

    private mutating func advance(_ count: Int) {
        for byte in bytes[at..<(at + count)] where byte == 10 { line += 1 }
        at += count
    }

    private mutating func skip(past text: StaticString) throws(GraphReadError) {
        while at < bytes.count, !matches(text) { advance(1) }
        if at >= bytes.count { throw failure("the file ends inside a comment or instruction") }
        advance(text.utf8CodeUnitCount)
    }

    private mutating func cdata() throws(GraphReadError) -> [UInt8] {
        advance(9)
        let start = at
        while at < bytes.count, !matches("]]>") { advance(1) }
        if at >= bytes.count { throw failure("the file ends inside a CDATA section") }
        let text = Array(bytes[start..<at])
        advance(3)
        return text
    }

    /// Text up to the next tag; nil for space outside the root.
    private mutating func text() throws(GraphReadError) -> [UInt8]? {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
        let raw = bytes[start..<at]
        defer { for byte in raw where byte == 10 { line += 1 } }
        if open.isEmpty {
            guard raw.allSatisfy({ $0 <= 32 }) else { throw failure("text outside the root element") }
            return nil
        }
        return try resolved(raw)
    }

    private func resolved(_ raw: ArraySlice<UInt8>) throws(GraphReadError) -> [UInt8] {
        guard raw.contains(UInt8(ascii: "&")) || raw.contains(13) else { return Array(raw) }
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var i = raw.startIndex
        while i < raw.endIndex {
            if raw[i] == 13 {
                // XML reads a carriage return, alone or before a line feed, as one line feed.
                result.append(10)
                i += i + 1 < raw.endIndex && raw[i + 1] == 10 ? 2 : 1
            } else if raw[i] == UInt8(ascii: "&") {
                guard let end = raw[i...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
                    throw failure("'&' that begins no reference")
                }
                result += try reference(String(decoding: raw[(i + 1)..<end], as: UTF8.self))
                i = end + 1
            } else {
                result.append(raw[i])
                i += 1
            }
        }
        return result
    }

    private func reference(_ name: String) throws(GraphReadError) -> [UInt8] {
        switch name {
        case "amp": return [UInt8(ascii: "&")]
        case "lt": return [UInt8(ascii: "<")]
        case "gt": return [UInt8(ascii: ">")]
        case "quot": return [UInt8(ascii: "\"")]
        case "apos": return [UInt8(ascii: "'")]
        default: break
        }
        let value =
            name.hasPrefix("#x")
            ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
        guard let value, let scalar = UnicodeScalar(value), value == 9 || value == 10 || value == 13 || value >= 32
        else {
            throw failure("unknown reference '&\(name);'")
        }
        return Array(String(scalar).utf8)
    }

    private mutating func tag() throws(GraphReadError) -> XMLEvent {
        advance(1)
        if at < bytes.count, bytes[at] == UInt8(ascii: "/") { return try endTag() }
        let name = try self.name()
        var attributes: [(name: String, value: String)] = []
        while true {
            skipSpace()
            guard at < bytes.count else { throw failure("the file ends inside <\(name)>") }
            if bytes[at] == UInt8(ascii: ">") || matches("/>") { break }
            attributes.append(try attribute(of: name))
        }
        if open.isEmpty, seenRoot { throw failure("a second root element <\(name)>") }
        seenRoot = true
        open.append(name)
        if open.count > Self.deepest { throw failure("elements nested deeper than \(Self.deepest) levels") }
        if bytes[at] == UInt8(ascii: ">") {
            advance(1)
        } else {
            advance(2)
            pendingEnd = name
        }
        return .start(name: name, attributes: attributes)
    }

    private mutating func endTag() throws(GraphReadError) -> XMLEvent {
        advance(1)
        let name = try self.name()
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: ">") else { throw failure("broken end tag </\(name)") }
        advance(1)
        guard open.last == name else { throw failure("</\(name)> closes <\(open.last ?? "")>") }
        open.removeLast()
        return .end(name: name)
    }

    private mutating func attribute(of element: String) throws(GraphReadError) -> (name: String, value: String) {
        let name = try self.name()
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
            throw failure("attribute '\(name)' has no value")
        }
        advance(1)
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
            throw failure("the value of '\(name)' is not quoted")
        }
        let quote = bytes[at]
        advance(1)
        let start = at
        while at < bytes.count, bytes[at] != quote, bytes[at] != UInt8(ascii: "<") { advance(1) }
        guard at < bytes.count, bytes[at] == quote else {
            throw failure("the value of '\(name)' in <\(element)> does not end")
        }
        let value = try resolved(bytes[start..<at])
        advance(1)
        return (name, String(decoding: value, as: UTF8.self))
    }

    private mutating func name() throws(GraphReadError) -> String {
        let start = at
        while at < bytes.count, !Self.endsName(bytes[at]) { at += 1 }
        guard at > start else { throw failure("a name is missing") }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...32, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 32 || bytes[at] == 9 || bytes[at] == 10 || bytes[at] == 13 { advance(1) }
    }
}
