/// A value of the header.
indirect enum JSONValue {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case number(Double)
    case other

    /// The value as a whole number.
    var integer: Int? {
        guard case .number(let value) = self else { return nil }
        return Int(exactly: value)
    }

    /// The value as text.
    var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The value as an array of one kind; nil where an element is of another.
    func array<T>(_ element: (JSONValue) -> T?) -> [T]? {
        guard case .array(let values) = self else { return nil }
        let elements = values.compactMap(element)
        return elements.count == values.count ? elements : nil
    }

    /// A member of the object.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }
}

/// Reads the JSON of a model's header; Foundation would cost more time at start than all the rest.
struct JSONReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private static let deepest = 16

    /// Makes a reader of UTF-8 bytes.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Reads the one value that the bytes hold.
    mutating func read() throws(ModelError) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw error("more after the end") }
        return value
    }

    private func error(_ what: String) -> ModelError { .header(what, offset: position) }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    /// Skips space and returns the next byte, 0 at the end.
    private mutating func next() -> UInt8 {
        skipSpace()
        return position < bytes.count ? bytes[position] : 0
    }

    private mutating func value(depth: Int) throws(ModelError) -> JSONValue {
        guard depth < Self.deepest else { throw error("nested too deeply") }
        switch next() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        default: return try scalar()
        }
    }

    private mutating func object(depth: Int) throws(ModelError) -> JSONValue {
        var members: [String: JSONValue] = [:]
        position += 1
        if next() == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        while true {
            guard next() == UInt8(ascii: "\"") else { throw error("a name is expected") }
            let name = try string()
            guard next() == UInt8(ascii: ":") else { throw error("a colon is expected") }
            position += 1
            members[name] = try value(depth: depth + 1)
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func array(depth: Int) throws(ModelError) -> JSONValue {
        var values: [JSONValue] = []
        position += 1
        if next() == UInt8(ascii: "]") {
            position += 1
            return .array(values)
        }
        while true {
            values.append(try value(depth: depth + 1))
            if try ends(with: UInt8(ascii: "]")) { return .array(values) }
        }
    }

    /// Reads a comma or the closing mark; true for the latter.
    private mutating func ends(with close: UInt8) throws(ModelError) -> Bool {
        let mark = next()
        guard mark == close || mark == UInt8(ascii: ",") else { throw error("a comma or the end is expected") }
        position += 1
        return mark == close
    }

    private mutating func scalar() throws(ModelError) -> JSONValue {
        let start = position
        let marks = Set("+-.".utf8)
        while position < bytes.count, isWord(bytes[position]) || marks.contains(bytes[position]) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        if let number = Double(word), number.isFinite { return .number(number) }
        guard ["true", "false", "null"].contains(word) else { throw error("a value is expected") }
        return .other
    }

    private func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
    }

    private mutating func string() throws(ModelError) -> String {
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
            position += 1
        }
        guard position < bytes.count else { throw error("a string does not end") }
        if bytes[position] == UInt8(ascii: "\"") {
            defer { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
        return try escapedString(Array(bytes[start..<position]))
    }

    private mutating func escapedString(_ plain: [UInt8]) throws(ModelError) -> String {
        var text = plain
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
            default: text.append(byte)
            }
        }
        throw error("a string does not end")
    }

    private mutating func escape() throws(ModelError) -> Character {
        guard position < bytes.count else { throw error("a string does not end") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "u"): return try unicodeEscape()
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
        default: throw error("an unknown escape")
        }
    }

    private mutating func unicodeEscape() throws(ModelError) -> Character {
        var code = try hexadecimal()
        if (0xD800..<0xDC00).contains(code), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        {
            position += 2
            let low = try hexadecimal()
            code = 0x10000 + ((code - 0xD800) << 10) + ((low &- 0xDC00) & 0x3FF)
        }
        guard let scalar = Unicode.Scalar(code) else { throw error("half a character") }
        return Character(scalar)
    }

    private mutating func hexadecimal() throws(ModelError) -> UInt32 {
        guard position + 4 <= bytes.count else { throw error("a string does not end") }
        let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
        guard let code = UInt32(digits, radix: 16) else { throw error("four hexadecimal digits are expected") }
        position += 4
        return code
    }
}
