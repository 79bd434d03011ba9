/// Goes over the gaps between words and decides with the learned model which are ends of sentences.
struct BoundaryGaps {
    private let words: [Word]
    private let rules: BoundaryRules
    private let classes: [WordClass]
    private let hashes: [UInt32]
    private var toParagraphEnd: [UInt8]
    private static let farthest: UInt8 = 10

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ words: [Word], _ rules: BoundaryRules) {
        self.words = words
        self.rules = rules
        classes = words.map(WordClass.of)
        hashes = words.map { BoundaryFeatures.hash(bytes, $0.start..<$0.end) }
        toParagraphEnd = Array(repeating: 0, count: words.count)
        for index in words.indices.dropLast().reversed() where !rules.opensParagraph[index + 1] {
            toParagraphEnd[index] = min(toParagraphEnd[index + 1] + 1, Self.farthest)
        }
    }

    /// True for each word with which a sentence ends.
    func ends() -> [Bool] {
        var ends = rules.ends
        forEachGap { index, buckets in
            ends[index] = BoundaryModel.score(buckets) > 0 || ends[index] && rulesKnowBetter(index)
        }
        return ends
    }

    // Ends behind abbreviations, and where a space was forgotten, are too rare to be learned.
    private func rulesKnowBetter(_ index: Int) -> Bool {
        words[index].abbreviation != nil || words[index + 1].gap == nil && classes[index] == .period
    }

    /// Calls `body` with each gap inside a paragraph that may be an end, and its features.
    func forEachGap(_ body: (Int, [Int]) -> Void) {
        var features = BoundaryFeatures()
        var place = BoundaryFeatures.Place(
            ruleEnds: false, sinceEnd: 0, toParagraphEnd: 0, isQuoted: false, isBracketed: false)
        for index in words.indices {
            if rules.opensParagraph[index] { (place.isQuoted, place.isBracketed) = (false, false) }
            place.sinceEnd += 1
            note(classes[index], words[index], &place)
            if isCandidate(index) {
                place.ruleEnds = rules.ends[index]
                place.toParagraphEnd = Int(toParagraphEnd[index])
                features.set(sides(index), place)
                body(index, features.buckets)
            }
            if rules.ends[index] { place.sinceEnd = 0 }
        }
    }

    private func note(_ kind: WordClass, _ word: Word, _ place: inout BoundaryFeatures.Place) {
        if kind == .quote, word.first == 0x22 { place.isQuoted.toggle() }
        if kind == .opening { place.isBracketed = true }
        if kind == .closing { place.isBracketed = false }
    }

    // Small letters behind plain words and commas go on, and so do plain words before them.
    private func isCandidate(_ index: Int) -> Bool {
        guard toParagraphEnd[index] > 0 else { return false }
        let after = classes[index + 1]
        return after == .lower ? !classes[index].isInner : after != .comma && after != .period
    }

    private func sides(_ index: Int) -> BoundaryFeatures.Sides {
        var sides = BoundaryFeatures.Sides(
            before: classes[index], after: classes[index + 1], beforeHash: hashes[index], afterHash: hashes[index + 1],
            isGlued: words[index + 1].gap == nil, afterIsLong: words[index + 1].end - words[index + 1].start > 1)
        if index > 0, !rules.opensParagraph[index] { sides.before2 = classes[index - 1] }
        if toParagraphEnd[index] > 1 {
            sides.after2 = classes[index + 2]
            sides.after2Hash = hashes[index + 2]
        }
        return sides
    }
}
