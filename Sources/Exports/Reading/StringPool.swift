/// Makes one string of equal bytes, so that a million edges share the ids and names of their ends.
///
/// Keys are ranges of one array of bytes; the table is probed linearly and kept at most half full.
struct StringPool {
    private var slots = [Int32](repeating: -1, count: 1 << 10)
    private var starts: [Int] = []
    private var hashes: [UInt64] = []
    private var strings: [String] = []

    /// The string of a range of bytes.
    mutating func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        let hash = Self.hash(bytes, range)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if hashes[index] == hash, isEqual(index, bytes, range) { return strings[index] }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(strings.count)
        starts.append(range.lowerBound)
        hashes.append(hash)
        let string = String(decoding: bytes[range], as: UTF8.self)
        strings.append(string)
        if strings.count * 2 > slots.count { grow() }
        return string
    }

    private func isEqual(_ index: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard strings[index].utf8.count == range.count else { return false }
        let start = starts[index]
        for i in 0..<range.count where bytes[start + i] != bytes[range.lowerBound + i] { return false }
        return true
    }

    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for i in range { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 29)
    }

    private mutating func grow() {
        var larger = [Int32](repeating: -1, count: slots.count * 2)
        for index in strings.indices {
            var slot = Int(truncatingIfNeeded: hashes[index]) & (larger.count - 1)
            while larger[slot] >= 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = Int32(index)
        }
        slots = larger
    }
}
