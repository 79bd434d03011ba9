/// Walks through JSON in an array of bytes without building a tree of values.
///
/// The caller asks for what it expects (`object`, `string`, `integer` ...) and skips the rest. Of members with the same
/// name the last one counts. Nesting beyond 512 levels is refused.
struct JSONCursor {
    let bytes: [UInt8]
    private(set) var at: Int
    private var end: Int
    private var line: Int
    private var depth = 0
    private var pool = StringPool()
    private static let deepest = 512

    init(_ bytes: [UInt8], range: Range<Int>, line: Int) {
        self.bytes = bytes
        at = range.lowerBound
        end = range.upperBound
        self.line = line
    }

    /// Goes to another value of the same bytes.
    mutating func move(to range: Range<Int>, line: Int) {
        at = range.lowerBound
        end = range.upperBound
        self.line = line
        depth = 0
    }

    func failure(_ problem: String) -> GraphReadError {
        GraphReadError(
            line: line, problem: problem, hint: "write the graph again with 'entente build' or 'entente export'")
    }

    private mutating func skipSpace() {
        while at < end, bytes[at] == 32 || bytes[at] == 9 || bytes[at] == 10 || bytes[at] == 13 { at += 1 }
    }

    private mutating func peek() -> UInt8 {
        skipSpace()
        return at < end ? bytes[at] : 0
    }

    private mutating func expect(_ byte: UInt8) throws(GraphReadError) {
        guard peek() == byte else {
            throw failure("'\(String(UnicodeScalar(byte)))' expected in the JSON at byte \(at)")
        }
        at += 1
    }

    /// True, and past it, where the next value is `null`.
    mutating func null() throws(GraphReadError) -> Bool {
        guard peek() == UInt8(ascii: "n") else { return false }
        try word("null")
        return true
    }

    private mutating func word(_ word: StaticString) throws(GraphReadError) {
        for i in 0..<word.utf8CodeUnitCount {
            guard at + i < end, bytes[at + i] == word.utf8Start[i] else {
                throw failure("bad value in the JSON at byte \(at)")
            }
        }
        at += word.utf8CodeUnitCount
    }

    /// Calls back with each member's name; the body must read or skip the value.
    mutating func object(
        _ body: (inout JSONCursor, String) throws(GraphReadError) -> Void
    ) throws(GraphReadError) {
        try open(UInt8(ascii: "{"))
        if peek() == UInt8(ascii: "}") { return close() }
        while true {
            let name = try pooledString()
            try expect(UInt8(ascii: ":"))
            try body(&self, name)
            if peek() == UInt8(ascii: "}") { return close() }
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
    }

    /// Calls back before each element; the body must read or skip it.
    mutating func array(_ body: (inout JSONCursor) throws(GraphReadError) -> Void) throws(GraphReadError) {
        try open(UInt8(ascii: "["))
        if peek() == UInt8(ascii: "]") { return close() }
        while true {
            try body(&self)
            if peek() == UInt8(ascii: "]") { return close() }
            try expect(UInt8(ascii: ","))
        }
    }

    private mutating func open(_ byte: UInt8) throws(GraphReadError) {
        try expect(byte)
        depth += 1
        if depth > Self.deepest { throw failure("JSON nested deeper than \(Self.deepest) levels") }
    }

    private mutating func close() {
        at += 1
        depth -= 1
    }

    /// The bytes between the quotes of the next string, and whether they hold escapes.
    private mutating func rawString() throws(GraphReadError) -> (Range<Int>, Bool) {
        try expect(UInt8(ascii: "\""))
        let start = at
        var isEscaped = false
        while at < end {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return (start..<(at - 1), isEscaped)
            }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                at += 1
            } else if byte < 32 {
                throw failure("control character in a JSON string at byte \(at)")
            }
            at += 1
        }
        throw failure("the JSON ends inside a string")
    }

    /// A string; invalid UTF-8 and lone surrogates become U+FFFD.
    mutating func string() throws(GraphReadError) -> String {
        let (range, isEscaped) = try rawString()
        return isEscaped ? try unescaped(range) : String(decoding: bytes[range], as: UTF8.self)
    }

    /// A string that many values share.
    mutating func pooledString() throws(GraphReadError) -> String {
        let (range, isEscaped) = try rawString()
        return isEscaped ? try unescaped(range) : pool.string(bytes, range)
    }

    private func unescaped(_ range: Range<Int>) throws(GraphReadError) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var i = range.lowerBound
        while i < range.upperBound {
            if bytes[i] != UInt8(ascii: "\\") {
                result.append(bytes[i])
                i += 1
                continue
            }
            i += 1
            guard i < range.upperBound else { throw failure("broken escape in a JSON string") }
            if bytes[i] == UInt8(ascii: "u") {
                i = try appendEscapedScalar(i + 1, range.upperBound, &result)
            } else {
                guard let byte = Self.shortEscape(bytes[i]) else { throw failure("unknown escape in a JSON string") }
                result.append(byte)
                i += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func shortEscape(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "t"): 9
        case UInt8(ascii: "r"): 13
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "f"): 12
        default: nil
        }
    }

    /// Appends the scalar of `\uXXXX` whose digits start at `start`; returns the place after it.
    private func appendEscapedScalar(
        _ start: Int, _ end: Int, _ result: inout [UInt8]
    ) throws(GraphReadError) -> Int {
        let first = try hexadecimal(start, end)
        var next = start + 4
        var scalar = first
        if (0xD800..<0xDC00).contains(first), next + 1 < end, bytes[next] == UInt8(ascii: "\\"),
            bytes[next + 1] == UInt8(ascii: "u")
        {
            let second = try hexadecimal(next + 2, end)
            if (0xDC00..<0xE000).contains(second) {
                scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
                next += 6
            }
        }
        let character = UnicodeScalar(scalar) ?? "\u{FFFD}"
        result.append(contentsOf: Array(String(character).utf8))
        return next
    }

    private func hexadecimal(_ start: Int, _ end: Int) throws(GraphReadError) -> UInt32 {
        guard start + 4 <= end else { throw failure("broken \\u escape in a JSON string") }
        var value: UInt32 = 0
        for byte in bytes[start..<(start + 4)] {
            guard let digit = Self.digit(byte) else { throw failure("broken \\u escape in a JSON string") }
            value = value << 4 | digit
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 48...57: UInt32(byte - 48)
        case 65...70: UInt32(byte - 55)
        case 97...102: UInt32(byte - 87)
        default: nil
        }
    }

    /// A whole number.
    mutating func integer() throws(GraphReadError) -> Int {
        let isNegative = peek() == UInt8(ascii: "-")
        if isNegative { at += 1 }
        let start = at
        var value = 0
        while at < end, (48...57).contains(bytes[at]) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(bytes[at] - 48))
            guard !overflow, !carry else { throw failure("number out of range in the JSON at byte \(start)") }
            value = sum
            at += 1
        }
        guard at > start, at == end || !Self.continuesNumber(bytes[at]) else {
            throw failure("whole number expected in the JSON at byte \(start)")
        }
        return isNegative ? -value : value
    }

    private static func continuesNumber(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
    }

    /// A number.
    mutating func number() throws(GraphReadError) -> Double {
        _ = peek()
        let start = at
        let isNegative = at < end && bytes[at] == UInt8(ascii: "-")
        if isNegative { at += 1 }
        var mantissa: UInt64 = 0
        var scale = 0
        var seenPoint = false
        var isSimple = true
        let digitsStart = at
        while at < end {
            let byte = bytes[at]
            if (48...57).contains(byte) {
                if mantissa > 900_000_000_000_000 {
                    isSimple = false
                } else {
                    mantissa = mantissa * 10 + UInt64(byte - 48)
                }
                if seenPoint { scale += 1 }
            } else if byte == UInt8(ascii: ".") && !seenPoint {
                seenPoint = true
            } else if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: "-")
            {
                isSimple = false
            } else {
                break
            }
            at += 1
        }
        guard at > digitsStart else { throw failure("number expected in the JSON at byte \(start)") }
        if isSimple, scale < Self.powers.count {
            let value = Double(mantissa) / Self.powers[scale]
            return isNegative ? -value : value
        }
        guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)), value.isFinite else {
            throw failure("number out of range in the JSON at byte \(start)")
        }
        return value
    }

    private static let powers: [Double] = (0...16).map { exponent in
        (0..<exponent).reduce(1.0) { value, _ in value * 10 }
    }

    /// `true` or `false`.
    mutating func boolean() throws(GraphReadError) -> Bool {
        if peek() == UInt8(ascii: "t") {
            try word("true")
            return true
        }
        try word("false")
        return false
    }

    /// A list of strings.
    mutating func strings() throws(GraphReadError) -> [String] {
        var values: [String] = []
        try array { (cursor: inout JSONCursor) throws(GraphReadError) in values.append(try cursor.pooledString()) }
        return values
    }

    /// A string, or nil for `null`.
    mutating func optionalString() throws(GraphReadError) -> String? {
        try null() ? nil : try pooledString()
    }

    /// Two offsets that make a range.
    mutating func range() throws(GraphReadError) -> Range<Int> {
        var values: [Int] = []
        try array { (cursor: inout JSONCursor) throws(GraphReadError) in values.append(try cursor.integer()) }
        guard values.count == 2, values[0] <= values[1] else { throw failure("two offsets in order expected") }
        return values[0]..<values[1]
    }

    /// Passes over any value.
    mutating func skip() throws(GraphReadError) {
        switch peek() {
        case UInt8(ascii: "\""): _ = try rawString()
        case UInt8(ascii: "{"): try object { (cursor: inout JSONCursor, _) throws(GraphReadError) in try cursor.skip() }
        case UInt8(ascii: "["): try array { (cursor: inout JSONCursor) throws(GraphReadError) in try cursor.skip() }
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: _ = try number()
        }
    }

    /// Nothing but space may follow.
    mutating func finish() throws(GraphReadError) {
        skipSpace()
        if at < end { throw failure("unexpected text after the JSON at byte \(at)") }
    }
}
