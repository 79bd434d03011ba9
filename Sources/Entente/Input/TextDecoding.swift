/// Makes UTF-8 of the bytes of a text file, and tells texts from other data.
enum TextDecoding {
    /// What the bytes of a file are.
    enum Outcome: Equatable {
        /// UTF-8 as it was given; a byte order mark became three spaces, so that every offset is that of the file.
        case text([UInt8])
        /// No text; the words say what it is.
        case binary(String)
    }

    static func decode(_ bytes: [UInt8]) -> Outcome {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .text(utf32(bytes.dropFirst(4), bigEndian: false)) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .text(utf32(bytes.dropFirst(4), bigEndian: true)) }
        if bytes.starts(with: [0xFF, 0xFE]) { return .text(utf16(bytes.dropFirst(2), bigEndian: false)) }
        if bytes.starts(with: [0xFE, 0xFF]) { return .text(utf16(bytes.dropFirst(2), bigEndian: true)) }
        if let name = binaryKind(bytes) { return .binary(name) }
        return .text(withoutMark(bytes))
    }

    /// The offset of the first byte that is not part of valid UTF-8, or nil.
    static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let length = sequenceLength(bytes, at: index)
            guard length > 0 else { return index }
            index += length
        }
        return nil
    }

    private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
        let lead = bytes[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard (0xC2...0xF4).contains(lead), index + length <= bytes.count else { return 0 }
        guard bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return 0 }
        let second = bytes[index + 1]
        switch lead {
        case 0xE0: return second >= 0xA0 ? length : 0
        case 0xED: return second < 0xA0 ? length : 0
        case 0xF0: return second >= 0x90 ? length : 0
        case 0xF4: return second < 0x90 ? length : 0
        default: return length
        }
    }

    private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return bytes }
        return [0x20, 0x20, 0x20] + bytes.dropFirst(3)
    }
}

extension TextDecoding {
    private static let signatures: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "a PDF"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"), (Array("PK\u{3}\u{4}".utf8), "a ZIP archive or office document"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
        (Array("SQLite format 3".utf8), "a database"), (Array("BZh".utf8), "a bzip2 archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"), ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
    ]

    /// What kind of binary data the bytes are, or nil for a text.
    ///
    /// A stray control character does not make a text binary; one in fifty bytes does.
    private static func binaryKind(_ bytes: [UInt8]) -> String? {
        if let known = signatures.first(where: { bytes.starts(with: $0.0) }) { return known.1 }
        let sample = bytes.prefix(1 << 16)
        let controls = sample.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B }
        return controls > 1 + sample.count / 50 ? "binary data" : nil
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return bigEndian ? a << 8 | b : b << 8 | a
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func utf32(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4).map { index in
            let four = bytes[index..<(index + 4)]
            return bigEndian
                ? four.reduce(0) { $0 << 8 | UInt32($1) } : four.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
        return Array(String(decoding: units, as: UTF32.self).utf8)
    }
}
