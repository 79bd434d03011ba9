import Annotations

/// A treebank laid out for comparing: all words in one row, with spans over the text without its white space.
struct AlignedFile {
    struct Word {
        /// The token as written that the word belongs to, in the text without white space.
        var span: Range<Int>
        /// True where that token has other words too.
        var isMultiword: Bool
        /// The word in lower case.
        var key: String
        /// The head, as an index in the row; -1 for the root.
        var head: Int
        var token: Token
        var features: String
    }

    private(set) var words: [Word] = []
    private(set) var tokens: [Range<Int>] = []
    private(set) var sentences: [Range<Int>] = []

    init(_ treebank: Treebank) {
        var at = 0
        for sentence in treebank.sentences {
            let start = at
            let firstWord = words.count
            for surface in sentence.surface {
                let span = at..<at + Self.length(surface.form)
                at = span.upperBound
                tokens.append(span)
                for index in surface.words { append(sentence.words[index], span, surface.words.count > 1, firstWord) }
            }
            sentences.append(start..<at)
        }
    }

    private mutating func append(_ token: Token, _ span: Range<Int>, _ isMultiword: Bool, _ firstWord: Int) {
        words.append(
            Word(
                span: span, isMultiword: isMultiword, key: token.form.lowercased(),
                head: token.head < 0 ? -1 : firstWord + token.head, token: token,
                features: UniversalFeatures.only(token.features)))
    }

    // The bytes that are no white space.
    private static func length(_ form: String) -> Int {
        form.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
            ? form.utf8.count
            : form.unicodeScalars.reduce(0) { sum, scalar in
                let kind: CharacterKind =
                    scalar.isASCII ? .ascii(UInt8(truncatingIfNeeded: scalar.value)) : .beyondASCII(scalar.value)
                return kind == .space || kind == .newline ? sum : sum + UTF8.width(scalar)
            }
    }
}
