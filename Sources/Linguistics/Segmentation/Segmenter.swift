import Annotations

/// Cuts a document into sentences and words after the conventions of UD English (EWT).
///
/// Any bytes are accepted: every byte that is no white space is part of some token. Time is linear in the length of the text.
public struct Segmenter: Sendable {
    /// Makes a segmenter.
    public init() {}

    /// The sentences of a document, with tokens that have a range and a form only.
    public func segment(_ document: Document) -> [Sentence] {
        pieces(of: document).flatMap(segment)
    }

    /// The pieces in which a long document is read, one after the other; together they are all of it.
    ///
    /// A piece ends with a paragraph where there is one within reach, else with a line, a sentence or a word. Documents below
    /// about 250,000 bytes are one piece.
    public func pieces(of document: Document) -> [DocumentPiece] {
        document.bytes.withUnsafeBufferPointer(DocumentPieces.ranges).map {
            DocumentPiece(document: document, range: $0)
        }
    }

    /// The sentences of one piece of a document.
    public func segment(_ piece: DocumentPiece) -> [Sentence] {
        piece.document.bytes.withUnsafeBufferPointer { bytes in
            let words = WordScanner.words(bytes, piece.range)
            return SentenceSplitter.sentences(bytes, words: words).map { sentence($0, bytes) }
        }
    }

    private func sentence(_ run: SentenceSplitter.Run, _ bytes: UnsafeBufferPointer<UInt8>) -> Sentence {
        var tokens: [Token] = []
        tokens.reserveCapacity(run.words.count)
        for (index, word) in run.words.enumerated() {
            let isGlued = index + 1 < run.words.count && run.words[index + 1].start == word.end
            let form = String(decoding: bytes[word.start..<word.end], as: UTF8.self)
            tokens.append(Token(range: word.start..<word.end, form: form, gluedToNext: isGlued))
        }
        let start = run.words.first?.start ?? 0
        return Sentence(
            range: start..<(run.words.last?.end ?? start), tokens: tokens, opensParagraph: run.opensParagraph)
    }
}
