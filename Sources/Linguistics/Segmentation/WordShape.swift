/// Where a word ends, and what it looks like.
enum WordShape {
    /// The end of the word that begins at `start`: letters, digits, marks, and what may stand between them.
    static func end(_ chunk: Chunk, from start: Int) -> Int {
        var at = start + 1
        while at < chunk.count {
            if chunk.kind(at).isWord || chunk.has("_", at: at) {
                at += 1
            } else if joins(chunk, start, at) {
                at += 2
            } else {
                break
            }
        }
        return isCurrency(chunk, start, at) ? at + 1 : at
    }

    // "US$" is one word.
    private static func isCurrency(_ chunk: Chunk, _ start: Int, _ at: Int) -> Bool {
        chunk.has("$", at: at) && at - start <= 3 && (start..<at).allSatisfy { chunk.kind($0) == .upper }
    }

    private static func joins(_ chunk: Chunk, _ start: Int, _ at: Int) -> Bool {
        let left = chunk.kind(at - 1)
        let right = chunk.kind(at + 1)
        guard right.isWord else { return false }
        switch chunk.code(at) {
        case 0x27, 0x2019, 0x60, 0x2BC, 0x2018, 0xB4: return right.isLetter && left.isWord
        case UInt32(UInt8(ascii: ".")): return joinsPeriod(chunk, start, at)
        case UInt32(UInt8(ascii: ",")): return left == .digit && isThousand(chunk, at)
        case UInt32(UInt8(ascii: ":")): return left == .digit && right == .digit
        case UInt32(UInt8(ascii: "/")): return joinsSlash(chunk, start, at)
        case UInt32(UInt8(ascii: "-")): return Hyphens.joins(chunk, start: start, at: at)
        case UInt32(UInt8(ascii: "&")): return at - start <= 3 && left == .upper && right == .upper
        case UInt32(UInt8(ascii: "*")): return left.isLetter && right.isLetter
        default: return false
        }
    }

    // Exactly three digits follow.
    private static func isThousand(_ chunk: Chunk, _ at: Int) -> Bool {
        (1...3).allSatisfy { chunk.kind(at + $0) == .digit } && chunk.kind(at + 4) != .digit
    }

    // Dates and fractions (10/20/2000), and single letters (w/o).
    private static func joinsSlash(_ chunk: Chunk, _ start: Int, _ at: Int) -> Bool {
        if chunk.kind(at - 1) == .digit, chunk.kind(at + 1) == .digit { return at - start <= 5 }
        return at == start + 1 && chunk.kind(start).isLetter && chunk.kind(at + 1).isLetter
            && !chunk.kind(at + 2).isWord
            && !chunk.has("/", at: at + 2)
    }

    private static func joinsPeriod(_ chunk: Chunk, _ start: Int, _ at: Int) -> Bool {
        let left = chunk.kind(at - 1)
        let right = chunk.kind(at + 1)
        if left == .digit, right == .digit { return true }
        guard right.isLetter || right == .digit else { return false }
        if isEnding(chunk, at + 1) { return true }
        guard left.isLetter, right.isLetter, right != .letter else { return false }
        let isSingle = at - 1 == start || chunk.has(".", at: at - 2)
        let rightIsSingle = !chunk.kind(at + 2).isWord
        if isSingle && rightIsSingle { return true }
        return isDegree(chunk, start, at) || joinsNames(chunk, at)
    }

    // "Ph.D", "M.Sc".
    private static func isDegree(_ chunk: Chunk, _ start: Int, _ at: Int) -> Bool {
        guard at - start <= 2, chunk.kind(start) == .upper, chunk.kind(at + 1) == .upper, !chunk.kind(at + 3).isWord
        else {
            return false
        }
        return chunk.key(start..<at) == "ph" || chunk.key(at + 1..<at + 3) == "sc"
    }

    // "comp.sources.unix": small letters on both sides of two periods.
    private static func joinsNames(_ chunk: Chunk, _ at: Int) -> Bool {
        guard chunk.kind(at - 1) == .lower, chunk.kind(at + 1) == .lower else { return false }
        var before = at - 1
        while before > 0, at - before < 16, chunk.kind(before - 1) == .lower { before -= 1 }
        if before > 1, chunk.has(".", at: before - 1), chunk.kind(before - 2) == .lower { return true }
        var after = at + 1
        while after - at < 16, chunk.kind(after) == .lower { after += 1 }
        return chunk.has(".", at: after) && chunk.kind(after + 1) == .lower
    }

    // A known domain or file ending stands at `start`.
    private static func isEnding(_ chunk: Chunk, _ start: Int) -> Bool {
        var end = start
        while end - start < 6, chunk.kind(end).isWord { end += 1 }
        guard end - start >= 2, !chunk.kind(end).isWord, let key = chunk.key(start..<end) else { return false }
        guard WebAddresses.endings.contains(key) else { return false }
        // "good.at" and "Monday.No" are sentences: short endings count only in small letters behind a name.
        return key.count >= 3 || chunk.has("/", at: end) || chunk.has(".", at: end) && chunk.kind(end + 1).isWord
    }

    /// Where the unit begins in a number with a unit ("35mm", "11AM"); nil where there is none.
    static func unit(_ chunk: Chunk, _ range: Range<Int>) -> Int? {
        guard chunk.kind(range.lowerBound) == .digit, chunk.kind(range.upperBound - 1).isLetter else { return nil }
        var start = range.upperBound
        while start > range.lowerBound, range.upperBound - start < 5, chunk.kind(start - 1).isLetter { start -= 1 }
        guard start > range.lowerBound, chunk.kind(start - 1) == .digit, let key = chunk.key(start..<range.upperBound)
        else {
            return nil
        }
        guard units.contains(key), (range.lowerBound..<start).allSatisfy({ !chunk.kind($0).isLetter }) else {
            return nil
        }
        return start
    }

    private static let units: Set<String> = [
        "mm", "cm", "km", "kg", "k", "am", "pm", "ft", "lb", "lbs", "mg", "ml", "m", "bn", "tn", "mph", "kb", "mb",
        "gb", "hz",
        "mhz", "ghz", "kw", "mw", "hrs", "hr", "min", "oz",
    ]

    /// What kind of abbreviation a word is, given the period behind it; nil for none.
    static func abbreviation(_ chunk: Chunk, _ range: Range<Int>) -> Abbreviations.Class? {
        guard chunk.has(".", at: range.upperBound), range.count <= 12, chunk.kind(range.upperBound - 1).isLetter else {
            return nil
        }
        if let kind = innerInitials(chunk, range) { return kind }
        // Two periods are an abbreviation's and the sentence's, three an ellipsis.
        if chunk.has(".", at: range.upperBound + 2) { return nil }
        if isInitials(chunk, range) { return .initials }
        if range.count == 1 { return single(chunk, range) }
        guard let key = chunk.key(range), let kind = Abbreviations.kind(key) else { return nil }
        let needsCapital = kind == .title || kind == .date
        return needsCapital && chunk.kind(range.lowerBound) != .upper ? nil : kind
    }

    private static func single(_ chunk: Chunk, _ range: Range<Int>) -> Abbreviations.Class? {
        if chunk.kind(range.lowerBound) == .upper { return .initial }
        return chunk.key(range).flatMap(Abbreviations.kind)
    }

    // "e.g." and "i.e." never end a sentence.
    private static func innerInitials(_ chunk: Chunk, _ range: Range<Int>) -> Abbreviations.Class? {
        guard range.count == 3, chunk.has(".", at: range.lowerBound + 1) else { return nil }
        return chunk.key(range).flatMap(Abbreviations.kind)
    }

    private static func isInitials(_ chunk: Chunk, _ range: Range<Int>) -> Bool {
        guard range.contains(where: { chunk.has(".", at: $0) }) else { return false }
        var run = 0
        for index in range {
            run = chunk.has(".", at: index) ? 0 : run + 1
            if run > 2 || chunk.kind(index) == .digit { return false }
        }
        return true
    }

    /// True where a range has capital letters and no small ones.
    static func isUpper(_ chunk: Chunk, _ range: Range<Int>) -> Bool {
        var hasUpper = false
        for index in range {
            if chunk.kind(index) == .lower { return false }
            if chunk.kind(index) == .upper { hasUpper = true }
        }
        return hasUpper
    }
}
