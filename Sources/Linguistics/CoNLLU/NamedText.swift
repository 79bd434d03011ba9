import Annotations

/// Sentences with their names, as an IOB2 file holds them.
public struct NamedText: Sendable, Hashable {
    /// A name with the kind that the file gives it (`PER`, `MISC`).
    public struct Name: Sendable, Hashable {
        /// The tokens, as indices in the sentence.
        public var tokens: Range<Int>
        /// The kind as written in the file.
        public var kind: String

        /// Makes a name.
        public init(tokens: Range<Int>, kind: String) {
            self.tokens = tokens
            self.kind = kind
        }
    }

    /// One sentence.
    public struct Sentence: Sendable, Hashable {
        /// The tokens.
        public var forms: [String]
        /// The names, in order.
        public var names: [Name]

        /// Makes a sentence.
        public init(forms: [String], names: [Name]) {
            self.forms = forms
            self.names = names
        }
    }

    /// The sentences in file order.
    public var sentences: [Sentence]

    /// Where the documents lie that the file tells apart; none where it tells nothing.
    public var documents: [Range<Int>]

    /// Makes a text.
    public init(sentences: [Sentence], documents: [Range<Int>] = []) {
        self.sentences = sentences
        self.documents = documents
    }

    /// The sentences with tokens alone, a space behind each, as an analyzer takes them.
    public var unanalyzed: [Annotations.Sentence] {
        var at = 0
        return sentences.map { sentence in
            let start = at
            let tokens = sentence.forms.map { form in
                defer { at += form.utf8.count + 1 }
                return Token(range: at..<at + form.utf8.count, form: form)
            }
            return Annotations.Sentence(range: start..<max(start, at - 1), tokens: tokens)
        }
    }
}
