/// Which hyphens stay inside a word: those behind prefixes, and those of telephone numbers and dates.
enum Hyphens {
    // Every other hyphen is a token of its own ("Western", "-", "backed").
    private static let prefixes: Set<String> = [
        "e", "non", "mid", "pre", "anti", "re", "post", "co", "over", "pro", "multi", "ex", "semi", "neo", "counter",
        "cross",
        "inter", "intra", "socio", "micro", "mini", "psycho", "arch", "un", "uh", "sub", "ultra", "trans",
        "crypto",
        "geo", "pseudo", "bi", "tri", "extra", "hyper", "infra", "bio", "electro",
    ]

    /// True where the hyphen at `index` continues the word that began at `start`.
    static func joins(_ chunk: Chunk, start: Int, at index: Int) -> Bool {
        guard chunk.kind(index + 1).isWord else { return false }
        if chunk.kind(start) == .digit { return joinsDigits(chunk, start, index) }
        return index - start <= 8 && chunk.key(start..<index).map(prefixes.contains) ?? false
    }

    // 345-9945, 718-780-0276, 2001-05-12; but 10-15, 1973-1974.
    private static func joinsDigits(_ chunk: Chunk, _ start: Int, _ index: Int) -> Bool {
        let left = digits(chunk, from: start)
        let isFirst = left == index
        if !isFirst {
            return chunk.kind(index - 1) == .digit && chunk.kind(index + 1) == .digit && chunk.has("-", at: left)
        }
        let right = digits(chunk, from: index + 1)
        guard right > index + 1, !chunk.kind(right).isLetter else { return false }
        if chunk.has("-", at: right), chunk.kind(right + 1) == .digit { return true }
        return left - start == 3 && right - index - 1 == 4
    }

    // Where the digits end; looks no further than a number can reach.
    private static func digits(_ chunk: Chunk, from start: Int) -> Int {
        var end = start
        while end - start < 20, chunk.kind(end) == .digit { end += 1 }
        return end
    }
}
