import Annotations

/// Writes CoNLL-U.
public struct TreebankWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// A treebank as CoNLL-U.
    public func text(_ treebank: Treebank) -> String {
        var text = ""
        for sentence in treebank.sentences { append(sentence, to: &text) }
        return text
    }

    /// Analyzed sentences as CoNLL-U; words that are written together ("do" and "n't") become a multiword token.
    public func text(_ sentences: [Sentence]) -> String {
        text(Treebank(analyzed: sentences))
    }

    private func append(_ sentence: Treebank.Sentence, to text: inout String) {
        if sentence.opensParagraph { text += "# newpar\n" }
        let spelled = sentence.surface.map { $0.form + ($0.spaceAfter ? " " : "") }.joined()
        text += "# text = \(spelled.hasSuffix(" ") ? String(spelled.dropLast()) : spelled)\n"
        for token in sentence.surface {
            if token.words.count > 1 {
                text += "\(token.words.lowerBound + 1)-\(token.words.upperBound)\t\(token.form)"
                text += String(repeating: "\t_", count: 7) + "\t\(misc(token))\n"
            }
            for index in token.words {
                append(sentence.words[index], id: index + 1, misc: token.words.count > 1 ? "_" : misc(token), to: &text)
            }
        }
        text += "\n"
    }

    private func misc(_ token: Treebank.SurfaceToken) -> String { token.spaceAfter ? "_" : "SpaceAfter=No" }

    private func append(_ word: Token, id: Int, misc: String, to text: inout String) {
        let columns = [
            "\(id)", word.form, word.lemma, word.tag.rawValue, "_", word.features, "\(word.head + 1)", word.relation,
            "_", misc,
        ]
        text += columns.map { $0.isEmpty ? "_" : $0 }.joined(separator: "\t") + "\n"
    }
}

extension Treebank {
    /// The treebank of analyzed sentences.
    public init(analyzed sentences: [Annotations.Sentence]) {
        self.init(sentences: sentences.map(Self.sentence))
    }

    private static func sentence(_ analyzed: Annotations.Sentence) -> Sentence {
        var surface: [SurfaceToken] = []
        for (index, token) in analyzed.tokens.enumerated() {
            let previous = index > 0 ? analyzed.tokens[index - 1] : nil
            if let previous, previous.gluedToNext, Contractions.isOneToken(previous.form, token.form) {
                surface[surface.count - 1].form += token.form
                surface[surface.count - 1].words = surface[surface.count - 1].words.lowerBound..<index + 1
                surface[surface.count - 1].spaceAfter = !token.gluedToNext
            } else {
                surface.append(SurfaceToken(form: token.form, words: index..<index + 1, spaceAfter: !token.gluedToNext))
            }
        }
        return Sentence(surface: surface, words: analyzed.tokens, opensParagraph: analyzed.opensParagraph)
    }
}
