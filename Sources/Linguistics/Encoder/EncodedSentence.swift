/// A sentence's words as the encoder sees them.
struct EncodedSentence: Sendable {
    /// The ids of all pieces.
    private(set) var ids: [Int32] = []
    /// How each word is written.
    private(set) var casings: [WordCasing] = []
    private var starts: [Int] = [0]

    /// The number of words.
    var count: Int { casings.count }

    /// The pieces of a word, as indices of `ids`.
    func pieces(_ word: Int) -> Range<Int> { starts[word]..<starts[word + 1] }

    /// The number of pieces of some words.
    func pieceCount(_ words: Range<Int>) -> Int { starts[words.upperBound] - starts[words.lowerBound] }

    /// Appends a word.
    mutating func append(_ form: String, _ splitter: WordPiece) {
        splitter.appendPieces(of: form, to: &ids)
        starts.append(ids.count)
        casings.append(WordCasing(form))
    }

    /// The parts in which the sentence is analyzed: the whole, or where it is too long, pieces of at most `mostWords`
    /// words and `mostPieces` pieces, ended after a punctuation mark where one stands in the last third.
    func parts(mostWords: Int, mostPieces: Int, isBreak: (Int) -> Bool) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        while start < count {
            let end = partEnd(from: start, mostWords: mostWords, mostPieces: mostPieces, isBreak: isBreak)
            parts.append(start..<end)
            start = end
        }
        return parts
    }

    private func partEnd(from start: Int, mostWords: Int, mostPieces: Int, isBreak: (Int) -> Bool) -> Int {
        var end = start
        while end < count, end - start < mostWords, pieceCount(start..<end + 1) <= mostPieces { end += 1 }
        guard end < count, end > start else { return Swift.max(end, start + 1) }
        let third = start + (end - start) * 2 / 3
        return (third..<end).last(where: isBreak).map { $0 + 1 } ?? end
    }
}
