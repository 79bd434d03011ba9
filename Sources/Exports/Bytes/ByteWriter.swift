/// Where an export goes: called with one chunk of bytes after another.
public typealias ByteSink = ([UInt8]) throws -> Void

/// A buffer that text and numbers are written into and that empties itself into a sink.
///
/// This is the one room of the target that handles raw memory: every writer appends here, and nothing here allocates
/// per field. Call `drain()` between elements; the buffer then never holds much more than one element.
///
/// ```swift
/// var out = ByteWriter { chunk in file.append(contentsOf: chunk) }
/// out.literal("<node id=\"")
/// out.text(id, .xmlAttribute)
/// out.literal("\"/>\n")
/// try out.finish()
/// ```
public struct ByteWriter: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0
    private let sink: ByteSink
    private static let chunk = 1 << 16

    /// The characters left out because the format cannot hold them.
    public private(set) var dropped = 0
    /// The bytes handed to the sink or waiting for it.
    public var total: Int { handedOver + count }
    private var handedOver = 0

    /// Makes a writer that empties itself into a sink.
    public init(to sink: @escaping ByteSink) {
        self.sink = sink
        capacity = Self.chunk * 2
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// Hands the bytes to the sink if a chunk is full.
    public mutating func drain() throws {
        if count >= Self.chunk { try flush() }
    }

    /// Hands all remaining bytes to the sink.
    public mutating func finish() throws {
        if count > 0 { try flush() }
    }

    private mutating func flush() throws {
        let bytes = [UInt8](UnsafeBufferPointer(start: base, count: count))
        handedOver += count
        count = 0
        try sink(bytes)
    }

    @inline(__always)
    private mutating func reserve(_ extra: Int) {
        if count + extra > capacity { grow(extra) }
    }

    @inline(never)
    private mutating func grow(_ extra: Int) {
        let larger = max(capacity * 2, count + extra)
        let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        fresh.update(from: base, count: count)
        base.deallocate()
        base = fresh
        capacity = larger
    }

    /// Appends one byte.
    @inline(__always)
    public mutating func byte(_ value: UInt8) {
        reserve(1)
        base[count] = value
        count += 1
    }

    /// Appends a constant.
    @inline(__always)
    public mutating func literal(_ text: StaticString) {
        append(text.utf8Start, text.utf8CodeUnitCount)
    }

    /// Appends bytes as they are.
    public mutating func bytes(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { part in
            if let start = part.baseAddress { append(start, part.count) }
        }
    }

    /// Appends text as it is: only for text that is known to need no escape.
    public mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { part in
            if let start = part.baseAddress { append(start, part.count) }
        }
    }

    /// Appends text with the escapes of a format.
    public mutating func text(_ text: String, _ table: EscapeTable) {
        var text = text
        text.withUTF8 { escape($0, table) }
    }

    /// Appends UTF-8 bytes with the escapes of a format.
    public mutating func bytes(_ bytes: [UInt8], _ table: EscapeTable) {
        bytes.withUnsafeBufferPointer { escape($0, table) }
    }

    /// How many bytes wait for the sink; a mark for the functions below, good until the next `drain()`.
    public var position: Int { count }

    /// Appends bytes that stand between two marks once more.
    public mutating func again(_ range: Range<Int>) {
        reserve(range.count)
        (base + count).update(from: base + range.lowerBound, count: range.count)
        count += range.count
    }

    /// Takes back what was written since a mark.
    public mutating func takeBack(to position: Int) { count = min(count, position) }

    /// True where the same bytes stand between two pairs of marks.
    public func isEqual(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        guard a.count == b.count else { return false }
        for i in 0..<a.count where base[a.lowerBound + i] != base[b.lowerBound + i] { return false }
        return true
    }

    @inline(__always)
    private mutating func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (base + count).update(from: start, count: length)
        count += length
    }

    private mutating func escape(_ part: UnsafeBufferPointer<UInt8>, _ table: EscapeTable) {
        guard let start = part.baseAddress else { return }
        let end = part.count
        table.codes.withUnsafeBufferPointer { codes in
            guard let code = codes.baseAddress else { return }
            var run = 0
            var at = 0
            while at < end {
                let action = code[Int(start[at])]
                if action == EscapeTable.plain {
                    at += 1
                } else if action < EscapeTable.scalar {
                    append(start + run, at - run)
                    replace(table, Int(action))
                    at += 1
                    run = at
                } else {
                    let (scalar, length) = decodeScalar(UnsafeBufferPointer(start: start + at, count: end - at))
                    if let text = table.scalarEscape(scalar) {
                        append(start + run, at - run)
                        replace(text)
                        run = at + length
                    }
                    at += length
                }
            }
            append(start + run, end - run)
        }
    }

    @inline(__always)
    private mutating func replace(_ table: EscapeTable, _ index: Int) {
        let start = table.starts[index]
        let end = table.starts[index + 1]
        reserve(end - start)
        for i in start..<end {
            base[count] = table.blob[i]
            count += 1
        }
        if start == end { dropped += 1 }
    }

    private mutating func replace(_ text: [UInt8]) {
        if text.isEmpty { dropped += 1 } else { bytes(text) }
    }

    private func decodeScalar(_ rest: UnsafeBufferPointer<UInt8>) -> (UInt32, Int) {
        let lead = UInt32(rest[0])
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        guard length > 1, rest.count >= length else { return (lead, 1) }
        var scalar = lead & (0x7F >> UInt32(length))
        for i in 1..<length { scalar = scalar << 6 | UInt32(rest[i] & 0x3F) }
        return (scalar, length)
    }

    /// Appends a whole number.
    public mutating func integer(_ value: Int) {
        reserve(20)
        if value < 0 {
            base[count] = UInt8(ascii: "-")
            count += 1
        }
        digits(value.magnitude)
    }

    private mutating func digits(_ value: UInt) {
        var rest = value
        var length = 1
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        reserve(length)
        rest = value
        var at = count + length
        count = at
        for _ in 0..<length {
            at -= 1
            base[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Appends a number with a point, in the shortest form that reads back as the same value; 0.0 where it is not finite.
    public mutating func number(_ value: Double) {
        guard value.isFinite else { return literal("0.0") }
        let scaled = (value * 10_000).rounded()
        guard value >= 0, scaled < 1e15, scaled / 10_000 == value else { return text(value.description) }
        let whole = UInt(scaled)
        digits(whole / 10_000)
        byte(UInt8(ascii: "."))
        var fraction = whole % 10_000
        if fraction == 0 { return byte(UInt8(ascii: "0")) }
        var unit: UInt = 1_000
        while fraction > 0 {
            byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction / unit))
            fraction %= unit
            unit /= 10
        }
    }

    /// Appends `true` or `false`.
    public mutating func boolean(_ value: Bool) {
        if value { literal("true") } else { literal("false") }
    }

    /// Appends 16 lowercase hexadecimal digits.
    public mutating func hexadecimal(_ value: UInt64) {
        reserve(16)
        for i in 0..<16 {
            let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * i)) & 15
            base[count + i] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        }
        count += 16
    }
}
