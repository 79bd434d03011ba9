/// Splits words into the pieces of an uncased BERT vocabulary, greedily and longest first.
///
/// A basic word (a run of letters and digits, or one punctuation mark) that the pieces cannot cover, or that has more than
/// 100 characters, is one unknown piece.
public struct WordPiece: Sendable {
    /// The id of the piece for what the vocabulary cannot cover (`[UNK]`).
    public static let unknown: Int32 = 100
    /// The most ids that a word gets; the rest of a longer word is dropped.
    public static let mostPieces = 8
    private static let mostCharacters = 100

    private let trie: PieceTrie

    /// Makes a splitter; the index of a piece in `vocabulary` is its id.
    public init(vocabulary: [String]) {
        trie = PieceTrie(vocabulary: vocabulary)
    }

    /// The ids of a word: at least one, at most `mostPieces`. Linear in the length of the word.
    public func pieces(of form: String) -> [Int32] {
        var ids: [Int32] = []
        appendPieces(of: form, to: &ids)
        return ids
    }

    /// Appends the ids of a word to `ids`, as `pieces(of:)` gives them.
    public func appendPieces(of form: String, to ids: inout [Int32]) {
        var form = form
        form.withUTF8 { appendPieces(of: $0, to: &ids) }
    }

    /// Appends the ids of a word given as UTF-8 bytes.
    public func appendPieces(of form: UnsafeBufferPointer<UInt8>, to ids: inout [Int32]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2 * form.count + 1)
        UncasedNormalizer.append(form, to: &bytes)
        let limit = ids.count + Self.mostPieces
        var start = 0
        for end in bytes.indices where bytes[end] == UInt8(ascii: " ") {
            appendBasicWord(bytes, from: start, to: end, limit: limit, ids: &ids)
            start = end + 1
            if ids.count == limit { return }
        }
        if ids.count == limit - Self.mostPieces { ids.append(Self.unknown) }
    }

    private func appendBasicWord(_ bytes: [UInt8], from start: Int, to end: Int, limit: Int, ids: inout [Int32]) {
        let first = ids.count
        var at = start
        var root = PieceTrie.wordRoot
        while at < end, let piece = trie.longest(bytes, from: at, to: end, root: root) {
            ids.append(piece.id)
            at = piece.end
            root = PieceTrie.continuationRoot
        }
        if at < end || isTooLong(bytes, from: start, to: end) {
            ids.removeSubrange(first...)
            ids.append(Self.unknown)
        }
        if ids.count > limit { ids.removeSubrange(limit...) }
    }

    private func isTooLong(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
        guard end - start > Self.mostCharacters else { return false }
        return bytes[start..<end].count { $0 & 0xC0 != 0x80 } > Self.mostCharacters
    }
}
