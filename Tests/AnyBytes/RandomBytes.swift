/// Bytes to try out, the same for the same seed: pieces of text, cut, doubled and spoilt.
public struct RandomBytes: Sendable {
    private var state: UInt64

    /// Starts at a seed.
    public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % bound
    }

    /// Up to about `length` bytes.
    public mutating func bytes(_ length: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < length, next(40) > 0 {
            switch next(12) {
            case 0: bytes.append(UInt8(next(256)))
            case 1: bytes += [UInt8](repeating: UInt8(next(256)), count: next(60))
            case 2: bytes += bytes.suffix(next(30))
            default: bytes += Self.parts[next(Self.parts.count)]
            }
        }
        return bytes
    }

    private static let parts: [[UInt8]] =
        [
            "Russia backs Syria. ", "Putin", " told ", "\"", "'s ", "n't ", ", ", ". ", "\n\n", "\r\n", "\t", "U.S.",
            "www.a.b/c?d=e", "a@b.cc", "e.g. ", "12,345.67", "10:30", "-", "--", "...", "(", ")", "’s", "“", "”", ":-)",
            "\u{1F600}", "\u{200B}", "\u{FEFF}", "\u{301}", "é", "Ё", "外交", "\u{202E}", " President Vladimir ",
            " the rebels ", " denied ", " would sanction ", "Mr. ", " and ", "#", "/", "\\", "\0", "pro-", "-led ",
        ].map { Array($0.utf8) } + [[0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xFF, 0xFE], [0xED, 0xA0, 0x80]]
}
