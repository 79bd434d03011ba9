/// Where a mark of punctuation or a symbol ends.
enum PunctuationMarks {
    private static let heads: Set<String> = [
        "'em", "'til", "'cause", "'tis", "'twas", "'bout", "'s", "'m", "'d", "'ll", "'re", "'ve", "'t",
    ]

    /// True where the mark at `index` belongs to the word behind it: "'em", "'90s", "'s", ".5", "#tag".
    static func opensWord(_ chunk: Chunk, at index: Int) -> Bool {
        guard chunk.kind(index + 1).isWord else { return false }
        if chunk.hasApostrophe(at: index) { return opensClitic(chunk, index) || opensDecade(chunk, index) }
        if chunk.has(".", at: index) {
            return chunk.kind(index + 1) == .digit && (index == 0 || !chunk.kind(index - 1).isWord)
        }
        return chunk.has("#", at: index) && chunk.kind(index + 1).isLetter && index == 0
    }

    private static func opensClitic(_ chunk: Chunk, _ index: Int) -> Bool {
        var end = index + 1
        while end - index < 7, chunk.kind(end).isLetter { end += 1 }
        return chunk.key(index..<end).map(heads.contains) ?? false
    }

    private static func opensDecade(_ chunk: Chunk, _ index: Int) -> Bool {
        guard chunk.kind(index + 1) == .digit, chunk.kind(index + 2) == .digit else { return false }
        let end = chunk.has("s", at: index + 3) ? index + 4 : index + 3
        return !chunk.kind(end).isWord && !chunk.hasApostrophe(at: end)
    }

    /// The end of the mark that begins at `index`: runs of periods, dashes and the like are one mark, brackets stand alone.
    static func end(_ chunk: Chunk, at index: Int) -> Int {
        if let end = Emoticons.end(chunk, at: index) { return end }
        let code = chunk.code(index)
        switch code {
        case 0x2E, 0x2026, 0x21, 0x3F:
            return runEnd(chunk, index) { $0 == 0x2E || $0 == 0x2026 || $0 == 0x21 || $0 == 0x3F }
        case 0x2D: return dashEnd(chunk, index)
        case 0x27, 0x60, 0x3C, 0x3E, 0x2018, 0x2019: return chunk.code(index + 1) == code ? index + 2 : index + 1
        case 0x24, 0x2A, 0x3D, 0x5F, 0x7E, 0x23, 0x2B, 0x5E: return runEnd(chunk, index) { $0 == code }
        default: return symbolEnd(chunk, index)
        }
    }

    private static func runEnd(_ chunk: Chunk, _ index: Int, _ isPart: (UInt32) -> Bool) -> Int {
        var end = index + 1
        while end < chunk.count, isPart(chunk.code(end)) { end += 1 }
        return end
    }

    // Dashes in a row, arrows, and the brackets of tokenized text ("-LRB-").
    private static func dashEnd(_ chunk: Chunk, _ index: Int) -> Int {
        if chunk.has("-", at: index + 4), let key = chunk.key(index..<index + 5), bracketNames.contains(key) {
            return index + 5
        }
        let end = runEnd(chunk, index) { $0 == 0x2D }
        return chunk.has(">", at: end) ? end + 1 : end
    }

    private static let bracketNames: Set<String> = ["-lrb-", "-rrb-", "-lsb-", "-rsb-", "-lcb-", "-rcb-"]

    // Symbols take the marks and joiners behind them (emoji).
    private static func symbolEnd(_ chunk: Chunk, _ index: Int) -> Int {
        var end = index + 1
        while end < chunk.count, chunk.kind(end) == .mark {
            end += chunk.code(end) == 0x200D && end + 1 < chunk.count && !chunk.kind(end + 1).isWord ? 2 : 1
        }
        return end
    }
}
