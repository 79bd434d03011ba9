/// Sentences laid end to end as word pieces, ready for the encoder.
struct PieceBatch: Sendable {
    /// The ids of the pieces, each sentence between its opening and closing special pieces.
    private(set) var ids: [Int32] = []
    /// For every piece, the casing of its word.
    private(set) var casings: [Int32] = []
    /// For every piece, the shape of its word.
    private(set) var shapes: [Int32] = []
    /// Where each sentence's pieces begin, and the end of the last.
    private(set) var pieceStarts: [Int] = [0]
    /// Where each sentence's words begin, and the end of the last.
    private(set) var wordStarts: [Int] = [0]
    /// The first piece of every word.
    private(set) var firstPieces: [Int32] = []

    private static let opening: Int32 = 101
    private static let closing: Int32 = 102

    /// The number of sentences.
    var count: Int { pieceStarts.count - 1 }

    /// Appends some words of a sentence.
    mutating func append(_ sentence: EncodedSentence, words: Range<Int>) {
        append(Self.opening, .special)
        for word in words {
            firstPieces.append(Int32(ids.count))
            for piece in sentence.pieces(word) { append(sentence.ids[piece], sentence.casings[word]) }
        }
        append(Self.closing, .special)
        pieceStarts.append(ids.count)
        wordStarts.append(firstPieces.count)
    }

    private mutating func append(_ id: Int32, _ casing: WordCasing) {
        ids.append(id)
        casings.append(casing.casing)
        shapes.append(casing.shape)
    }
}
