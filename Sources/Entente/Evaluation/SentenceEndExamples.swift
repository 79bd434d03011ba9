import Linguistics

/// What the sentence splitter is trained on (Training/sentence_ends.py).
public enum SentenceEndExamples {
    /// Sentences of a name file that are taken for a paragraph: such files say nothing of paragraphs.
    private static let paragraph = 6

    /// A line per gap between words: whether a sentence ends there, and the features of the gap.
    public static func lines(_ gold: GoldFile) -> [String] {
        switch gold {
        case .treebank(let treebank): BoundaryExamples.lines(treebank)
        case .names(let names): BoundaryExamples.lines(treebank(names))
        }
    }

    private static func treebank(_ names: NamedText) -> Treebank {
        Treebank(
            sentences: names.sentences.enumerated().map { number, sentence in
                Treebank.Sentence(
                    surface: sentence.forms.enumerated().map { .init(form: $1, words: $0..<$0 + 1) },
                    words: sentence.forms.map { Token(range: 0..<0, form: $0) },
                    opensParagraph: number.isMultiple(of: paragraph))
            })
    }
}
