/// The words that universal dependencies split in two or more syntactic words.
enum Contractions {
    /// Where to cut words that are written together without an apostrophe, by the length of the first parts.
    private static let cuts: [String: [Int]] = [
        "cannot": [3], "gonna": [3], "wanna": [3], "gotta": [3], "outta": [3], "lemme": [3], "gimme": [3],
        "dunno": [2, 3],
        "dont": [2], "cant": [2], "wont": [2], "didnt": [3], "doesnt": [4], "isnt": [2], "arent": [3], "wasnt": [3],
        "werent": [4], "havent": [4], "hasnt": [3], "hadnt": [3], "couldnt": [5], "wouldnt": [5], "shouldnt": [6],
        "aint": [2],
        "arnt": [2], "im": [1], "ive": [1], "youre": [3], "youve": [3], "youll": [3], "theyre": [4], "theyve": [4],
        "theyll": [4],
        "thats": [4], "whats": [4], "theres": [5], "heres": [4], "hes": [2], "shes": [3], "itll": [2], "weve": [2],
        "c'mon": [3], "d'you": [2], "y'all": [2], "'tis": [2], "'twas": [2],
    ]

    /// The second syntactic words, beside those with an apostrophe, with straight apostrophes and in lower case.
    private static let bareEnds: Set<String> = [
        "not", "na", "ta", "nt", "m", "ve", "re", "ll", "s", "me", "no", "on", "you", "all",
    ]
    private static let apostropheEnds: Set<String> = ["'s", "'m", "'d", "'re", "'ve", "'ll", "n't", "'t"]

    /// The characters at which the word `range` of the chunk is cut, in order; none for most words.
    static func cuts(_ chunk: Chunk, _ range: Range<Int>) -> [Int] {
        if range.count <= 8, chunk.kind(range.lowerBound).rawValue != CharacterKind.digit.rawValue,
            let key = chunk.key(range), let lengths = cuts[key]
        {
            return lengths.map { range.lowerBound + $0 }
        }
        var found: [Int] = []
        var end = range.upperBound
        while found.count < 2, let cut = lastCut(chunk, range.lowerBound..<end) {
            found.insert(cut, at: 0)
            end = cut
        }
        return found
    }

    // The cut before the clitic with which the word ends: 's, 'm, 'd, 're, 've, 'll, n't.
    private static func lastCut(_ chunk: Chunk, _ range: Range<Int>) -> Int? {
        let end = range.upperBound
        if range.count > 2, chunk.hasApostrophe(at: end - 2) {
            let letter = chunk.code(end - 1) | 0x20
            let isNegation =
                letter == UInt32(UInt8(ascii: "t")) && chunk.code(end - 3) | 0x20 == UInt32(UInt8(ascii: "n"))
            if isNegation { return range.count > 3 ? end - 3 : nil }
            if isDecade(chunk, range) { return nil }
            return "smd".unicodeScalars.contains { $0.value == letter } ? end - 2 : nil
        }
        if range.count > 3, chunk.hasApostrophe(at: end - 3), let key = chunk.key(end - 3..<end) {
            return apostropheEnds.contains(key) ? end - 3 : nil
        }
        return nil
    }

    // "60's" and "1590's" are plurals, "2003's" is a possessive.
    private static func isDecade(_ chunk: Chunk, _ range: Range<Int>) -> Bool {
        let digits = range.count - 2
        return (digits == 2 || digits == 4) && chunk.kind(range.lowerBound) == .digit
            && chunk.has("0", at: range.upperBound - 3)
    }

    /// True where two adjacent words are parts of one written word ("do" and "n't", "workers" and "'").
    static func isOneToken(_ first: String, _ second: String) -> Bool {
        guard let last = first.unicodeScalars.last, last.properties.isAlphabetic || last.properties.numericType != nil
        else {
            return second == "all" || second == "you" ? first.hasSuffix("'") : false
        }
        let end = String(second.lowercased().map { "’`‘´ʼ".contains($0) ? "'" : $0 })
        if apostropheEnds.contains(end) { return true }
        if end == "'" { return last == "s" || last == "S" }
        return bareEnds.contains(end) && cuts[first.lowercased() + end] != nil
    }
}
