/// A run of characters without white space, with where each lies in the document.
struct Chunk {
    private(set) var codes: [UInt32] = []
    private(set) var kinds: [CharacterKind] = []
    private(set) var offsets: [Int] = []
    /// The byte behind the last character.
    var end = 0

    var count: Int { codes.count }

    mutating func clear() {
        codes.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
    }

    mutating func append(_ code: UInt32, _ kind: CharacterKind, at offset: Int) {
        codes.append(code)
        kinds.append(kind)
        offsets.append(offset)
    }

    /// The byte at which a character begins; for `count` the end of the chunk.
    func offset(_ index: Int) -> Int { index < offsets.count ? offsets[index] : end }

    /// The code at an index, or 0 outside the chunk.
    func code(_ index: Int) -> UInt32 { codes.indices.contains(index) ? codes[index] : 0 }

    /// The kind at an index, or `space` outside the chunk.
    func kind(_ index: Int) -> CharacterKind { kinds.indices.contains(index) ? kinds[index] : .space }

    /// True where the character at an index is this ASCII character.
    func has(_ scalar: Unicode.Scalar, at index: Int) -> Bool { code(index) == scalar.value }

    /// True where a straight or curly apostrophe stands at the index.
    func hasApostrophe(at index: Int) -> Bool {
        let code = code(index)
        return code == 0x27 || code == 0x2019 || code == 0x60 || code == 0x2BC || code == 0x2018 || code == 0xB4
    }

    /// The range in lower case with straight apostrophes; nil where it is not ASCII otherwise or too long for any word list.
    func key(_ range: Range<Int>) -> String? {
        guard range.count <= 24, range.lowerBound >= 0, range.upperBound <= count else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        for index in range {
            if kinds[index] == .upper, codes[index] < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: codes[index]) | 0x20)
            } else if codes[index] < 0x80, codes[index] != 0x60 {
                bytes.append(UInt8(truncatingIfNeeded: codes[index]))
            } else if hasApostrophe(at: index) {
                bytes.append(0x27)
            } else {
                return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
