/// Decides where sentences end, and parts the period from an abbreviation that ends one.
struct SentenceSplitter {
    /// A sentence as a run of words.
    struct Run {
        var words: [Word]
        var opensParagraph: Bool
    }

    /// A longer sentence, such as a list or a text without punctuation, is cut: what reads sentences may compare all their
    /// words with each other.
    static let mostWords = 1000

    private let words: [Word]
    private let rules: BoundaryRules
    private var runs: [Run] = []
    private var current: [Word] = []
    private var opensParagraph = true

    private init(_ words: [Word], _ rules: BoundaryRules) {
        self.words = words
        self.rules = rules
    }

    /// The sentences of the words of a document.
    static func sentences(_ bytes: UnsafeBufferPointer<UInt8>, words: [Word]) -> [Run] {
        let rules = BoundaryRules(bytes, words: words)
        var splitter = SentenceSplitter(words, rules)
        let ends = BoundaryGaps(bytes, words, rules).ends()
        for index in words.indices {
            splitter.append(words[index], ending: ends[index], at: index)
            if ends[index] { splitter.close(at: index) }
        }
        return splitter.runs
    }

    private mutating func close(at index: Int) {
        while current.count > Self.mostWords {
            let end = cut()
            runs.append(Run(words: Array(current[..<end]), opensParagraph: opensParagraph))
            current.removeFirst(end)
            opensParagraph = false
        }
        runs.append(Run(words: current, opensParagraph: opensParagraph))
        current.removeAll(keepingCapacity: true)
        opensParagraph = index + 1 < words.count && rules.opensParagraph[index + 1]
    }

    /// Where a sentence that is too long is cut: behind a comma or semicolon in the last third, else at the limit.
    private func cut() -> Int {
        let marks = (Self.mostWords * 2 / 3..<Self.mostWords).reversed()
        let mark = marks.first { [0x2C, 0x3B].contains(current[$0].first) }
        return mark.map { $0 + 1 } ?? Self.mostWords
    }

    // UD writes "etc" and "." where the period ends the sentence too.
    private mutating func append(_ word: Word, ending: Bool, at index: Int) {
        guard let kind = word.abbreviation, !keepsPeriod(word, kind, ending, index) else {
            current.append(word)
            return
        }
        var stem = word
        stem.end -= 1
        stem.abbreviation = nil
        var period = word
        period.start = word.end - 1
        period.gap = nil
        period.kind = .other
        period.first = 0x2E
        period.abbreviation = nil
        current.append(stem)
        current.append(period)
    }

    private func keepsPeriod(_ word: Word, _ kind: Abbreviations.Class, _ ending: Bool, _ index: Int) -> Bool {
        switch kind {
        case .title, .inner: true
        case .number: index + 1 < words.count && words[index + 1].kind == .digit
        case .initials: !ending || word.isUpper
        case .date, .last, .initial: !ending
        }
    }
}
