/// What the learned splitter sees at the gap between two words of a paragraph, as buckets of its weight table.
struct BoundaryFeatures {
    /// The number of buckets, a power of two.
    static let bucketBits: UInt32 = 14

    private(set) var buckets: [Int] = []

    /// The two words on either side of the gap.
    struct Sides {
        var before2 = WordClass.none
        var before: WordClass
        var after: WordClass
        var after2 = WordClass.none
        var beforeHash: UInt32
        var afterHash: UInt32
        var after2Hash: UInt32 = 0
        var isGlued: Bool
        var afterIsLong: Bool
    }

    /// Where in its paragraph and sentence the gap lies.
    struct Place {
        /// True where the rules see an end.
        var ruleEnds: Bool
        /// The words since the last end that the rules saw.
        var sinceEnd: Int
        /// The words to the end of the paragraph.
        var toParagraphEnd: Int
        var isQuoted: Bool
        var isBracketed: Bool
    }

    /// Fills `buckets`; the space is reused.
    mutating func set(_ sides: Sides, _ place: Place) {
        buckets.removeAll(keepingCapacity: true)
        addClasses(sides, place)
        addPlace(sides, place)
        addWords(sides)
    }

    private mutating func addClasses(_ sides: Sides, _ place: Place) {
        let rule: UInt32 = place.ruleEnds ? 1 : 0
        let glue: UInt32 = sides.isGlued ? 1 : 0
        let before = UInt32(sides.before.rawValue)
        let after = UInt32(sides.after.rawValue)
        let both = before << 8 | after
        add(1, rule)
        add(2, before)
        add(3, after)
        add(4, both << 1 | glue)
        add(5, both << 8 | UInt32(sides.before2.rawValue))
        add(6, both << 8 | UInt32(sides.after2.rawValue))
        add(7, both << 1 | rule)
        add(8, before << 1 | glue)
        add(9, both << 1 | (sides.afterIsLong ? 1 : 0))
    }

    private mutating func addPlace(_ sides: Sides, _ place: Place) {
        let before = UInt32(sides.before.rawValue)
        let after = UInt32(sides.after.rawValue)
        let since: UInt32 =
            place.sinceEnd < 3 ? 0 : place.sinceEnd < 6 ? 1 : place.sinceEnd < 12 ? 2 : place.sinceEnd < 25 ? 3 : 4
        let rest: UInt32 =
            place.toParagraphEnd < 2 ? 0 : place.toParagraphEnd < 4 ? 1 : place.toParagraphEnd < 10 ? 2 : 3
        let bracket: UInt32 = place.isBracketed ? 1 : 0
        add(10, before << 4 | since)
        add(11, after << 4 | rest)
        add(12, since << 4 | rest)
        add(13, (before << 8 | after) << 1 | (place.isQuoted ? 1 : 0))
        add(14, before << 1 | bracket)
        add(15, bracket)
    }

    private mutating func addWords(_ sides: Sides) {
        let before = UInt32(sides.before.rawValue)
        let after = UInt32(sides.after.rawValue)
        add(16, sides.beforeHash)
        add(17, sides.afterHash)
        add(18, sides.afterHash &* 31 &+ before)
        add(19, sides.beforeHash &* 31 &+ after)
        if after >= WordClass.capitalLetter.rawValue {
            add(20, sides.after2Hash &* 2 &+ (sides.before.isInner ? 1 : 0))
        }
    }

    private mutating func add(_ template: UInt32, _ value: UInt32) {
        var hash = value &* 0x9E37_79B1 ^ template &* 0x85EB_CA77
        hash = (hash ^ hash >> 15) &* 0x2C1B_3C6D
        hash = (hash ^ hash >> 13) &* 0x297A_2D39
        buckets.append(Int((hash ^ hash >> 16) >> (32 - Self.bucketBits)))
    }

    /// The hash of a word in small letters (FNV-1a).
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for index in range.prefix(24) {
            let byte = bytes[index]
            let lowered = 0x41...0x5A ~= byte ? byte | 0x20 : byte
            hash = (hash ^ UInt32(lowered)) &* 0x0100_0193
        }
        return hash
    }
}
