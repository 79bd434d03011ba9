import Annotations

/// Sentences with their analysis, as a CoNLL-U file holds them.
public struct Treebank: Sendable, Hashable {
    /// A token as it is written, which is one syntactic word or several ("don't").
    public struct SurfaceToken: Sendable, Hashable {
        /// The token as written.
        public var form: String
        /// Its words, as indices in the sentence.
        public var words: Range<Int>
        /// False where the next token follows without a space.
        public var spaceAfter: Bool

        /// Makes a surface token.
        public init(form: String, words: Range<Int>, spaceAfter: Bool = true) {
            self.form = form
            self.words = words
            self.spaceAfter = spaceAfter
        }
    }

    /// One sentence.
    public struct Sentence: Sendable, Hashable {
        /// The tokens as written.
        public var surface: [SurfaceToken]
        /// The syntactic words; their ranges lie in `Treebank.text`.
        public var words: [Token]
        /// True where a paragraph or document begins.
        public var opensParagraph: Bool

        /// Makes a sentence.
        public init(surface: [SurfaceToken], words: [Token], opensParagraph: Bool = false) {
            self.surface = surface
            self.words = words
            self.opensParagraph = opensParagraph
        }
    }

    /// The sentences in file order.
    public var sentences: [Sentence]
    /// The raw text: tokens with the spaces between them, an empty line between paragraphs.
    public private(set) var text = ""

    /// Makes a treebank, with the raw text that its tokens spell; the ranges of the words are set to lie in it.
    public init(sentences: [Sentence]) {
        self.sentences = sentences
        var bytes: [UInt8] = []
        for index in self.sentences.indices { Self.place(&self.sentences[index], &bytes) }
        text = String(decoding: bytes, as: UTF8.self)
    }

    private static func place(_ sentence: inout Sentence, _ bytes: inout [UInt8]) {
        if sentence.opensParagraph, !bytes.isEmpty {
            while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
            bytes.append(contentsOf: "\n\n".utf8)
        }
        for token in sentence.surface {
            place(token, &sentence.words, at: bytes.count)
            bytes.append(contentsOf: token.form.utf8)
            if token.spaceAfter { bytes.append(UInt8(ascii: " ")) }
        }
    }

    // The words of a token lie side by side where they spell it, and all on the whole token where they do not.
    private static func place(_ token: SurfaceToken, _ words: inout [Token], at start: Int) {
        let lengths = token.words.map { words[$0].form.utf8.count }
        let spells = token.words.map { words[$0].form }.joined() == token.form
        var at = start
        for (index, length) in zip(token.words, lengths) {
            words[index].range = spells ? at..<at + length : start..<start + token.form.utf8.count
            words[index].gluedToNext = index + 1 < token.words.upperBound || !token.spaceAfter
            at += length
        }
    }

    /// The sentences with tokens alone, as an analyzer takes them.
    public var unanalyzed: [Annotations.Sentence] {
        sentences.map { sentence in
            let tokens = sentence.words.map { Token(range: $0.range, form: $0.form, gluedToNext: $0.gluedToNext) }
            let start = tokens.first?.range.lowerBound ?? 0
            let end = tokens.last?.range.upperBound ?? start
            return Annotations.Sentence(range: start..<end, tokens: tokens, opensParagraph: sentence.opensParagraph)
        }
    }
}
