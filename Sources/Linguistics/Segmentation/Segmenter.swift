import Annotations

/// Cuts a document into sentences and words after the conventions of UD English (EWT).
///
/// Any bytes are accepted: every byte that is no white space is part of some token. Time is linear in the length of the text.
public struct Segmenter: Sendable {
    /// Makes a segmenter.
    public init() {}

    /// The sentences of a document, with tokens that have a range and a form only.
    public func segment(_ document: Document) -> [Sentence] {
        document.bytes.withUnsafeBufferPointer { bytes in
            let words = WordScanner.words(bytes)
            return SentenceSplitter.sentences(bytes, words: words).map { sentence($0, bytes) }
        }
    }

    private func sentence(_ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>) -> Sentence {
        var tokens: [Token] = []
        tokens.reserveCapacity(words.count)
        for (index, word) in words.enumerated() {
            let isGlued = index + 1 < words.count && words[index + 1].start == word.end
            let form = String(decoding: bytes[word.start..<word.end], as: UTF8.self)
            tokens.append(Token(range: word.start..<word.end, form: form, gluedToNext: isGlued))
        }
        let start = words.first?.start ?? 0
        return Sentence(
            range: start..<(words.last?.end ?? start), tokens: tokens, opensParagraph: opensParagraph(words.first))
    }

    private func opensParagraph(_ word: Word?) -> Bool {
        switch word?.gap {
        case .start?, .paragraph?, .newline?: true
        default: false
        }
    }
}
