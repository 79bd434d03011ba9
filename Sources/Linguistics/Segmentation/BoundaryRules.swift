/// Where sentences end by rule: what terminal marks, abbreviations, quotes and paragraphs say.
struct BoundaryRules {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let words: [Word]
    /// True for each word with which a paragraph begins.
    private(set) var opensParagraph: [Bool] = []
    /// True for each word with which a sentence ends.
    private(set) var ends: [Bool] = []
    private var sentenceStart = 0
    private var openQuotes = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, words: [Word]) {
        self.bytes = bytes
        self.words = words
        let lineBreaks = LineBreaks(words)
        opensParagraph = words.indices.map { lineBreaks.opensParagraph(words, $0) }
        ends.reserveCapacity(words.count)
        for index in words.indices { examine(index) }
    }

    private mutating func examine(_ index: Int) {
        if opensParagraph[index] {
            sentenceStart = index
            openQuotes = 0
        }
        if words[index].first == 0x22, words[index].end - words[index].start == 1 { openQuotes ^= 1 }
        let isEnd = endsSentence(index)
        ends.append(isEnd)
        if isEnd { sentenceStart = index + 1 }
    }

    // The next word of the same paragraph.
    private func following(_ index: Int) -> Word? {
        index + 1 < words.count && !opensParagraph[index + 1] ? words[index + 1] : nil
    }

    private func endsSentence(_ index: Int) -> Bool {
        guard let next = following(index) else { return true }
        if isCloser(next, after: index) { return false }
        guard let mark = markBefore(index) else { return false }
        return ends(mark, index, next)
    }

    // The terminal mark at `index` or before the closing quotes and brackets there.
    private func markBefore(_ index: Int) -> Int? {
        var at = index
        while at > sentenceStart, at > index - 4, isClosingMark(words[at]) { at -= 1 }
        return isTerminal(words[at]) || words[at].abbreviation != nil ? at : nil
    }

    private func ends(_ mark: Int, _ index: Int, _ next: Word) -> Bool {
        if let kind = words[mark].abbreviation { return ends(kind, mark, next) }
        if next.gap == nil { return mark == index && endsGlued(mark, next) }
        if next.kind == .lower { return false }
        if isEllipsis(words[mark]) { return next.kind == .upper }
        return !isContinuation(next)
    }

    // "September 28.Russia Denies": no space was left behind the period.
    private func endsGlued(_ mark: Int, _ next: Word) -> Bool {
        guard mark > 0, words[mark].end - words[mark].start == 1, next.kind == .upper, next.end - next.start > 1 else {
            return false
        }
        return words[mark - 1].kind == .lower || words[mark - 1].kind == .digit || words[mark - 1].kind == .upper
    }

    private func ends(_ kind: Abbreviations.Class, _ index: Int, _ next: Word) -> Bool {
        if next.kind == .lower || next.kind == .other && !isOpening(next) { return false }
        switch kind {
        case .title, .inner: return false
        case .number: return next.kind != .digit
        case .date, .last: return next.kind == .upper && opens(next)
        case .initials: return words[index].isUpper ? next.kind == .upper && opens(next) : next.kind == .upper
        case .initial: return next.kind == .upper && opens(next)
        }
    }

    private func opens(_ word: Word) -> Bool {
        guard word.end - word.start <= 12 else { return false }
        let key = String(decoding: bytes[word.start..<word.end], as: UTF8.self).lowercased()
        return SentenceOpeners.contains(key)
    }

    private func isTerminal(_ word: Word) -> Bool {
        switch word.first {
        case 0x2E, 0x21, 0x3F, 0x2026, 0x3002: return word.kind == .other && !(0x30...0x39 ~= word.last)
        default: return false
        }
    }

    private func isEllipsis(_ word: Word) -> Bool {
        word.first == 0x2026 || word.first == 0x2E && word.end - word.start > 1
    }

    private func isClosingMark(_ word: Word) -> Bool {
        switch word.first {
        case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB: return word.kind == .other
        default: return false
        }
    }

    private func isOpening(_ word: Word) -> Bool {
        switch word.first {
        case 0x22, 0x27, 0x28, 0x5B, 0x2018, 0x201C, 0xAB, 0x60: return word.kind == .other
        default: return false
        }
    }

    // Marks that carry the sentence on: commas, dashes and the like.
    private func isContinuation(_ word: Word) -> Bool {
        switch word.first {
        case 0x2C, 0x3A, 0x3B, 0x2E, 0x21, 0x3F, 0x29: return word.kind == .other
        default: return false
        }
    }

    // Closing marks are glued to what they close; apart, in tokenized text, an open quote tells.
    private func isCloser(_ next: Word, after index: Int) -> Bool {
        guard isClosingMark(next) else { return false }
        if next.gap == nil || next.first == 0x29 || next.first == 0x5D || next.first == 0x201D { return true }
        return next.first == 0x22 && openQuotes == 1
    }
}
