import Annotations

/// Measures an analyzer on gold files.
public struct Evaluator: Sendable {
    private let annotate: @Sendable ([Sentence]) -> [Sentence]
    private let segmenter = Segmenter()
    /// So many sentences are analyzed at a time, so that memory does not grow with the file.
    private static let batch = 1024

    /// Makes an evaluator of a function that adds tags, trees and names to sentences of bare tokens.
    public init(annotate: @escaping @Sendable ([Sentence]) -> [Sentence]) {
        self.annotate = annotate
    }

    /// The measures on a treebank, from its gold tokens and from its raw text.
    public func evaluate(_ gold: Treebank) -> TreebankReport {
        let onTokens = Treebank(
            sentences: zip(gold.sentences, analyze(gold.unanalyzed)).map { sentence, analyzed in
                var sentence = sentence
                sentence.words = analyzed.tokens
                return sentence
            })
        let raw = segmenter.segment(Document(id: "raw", text: gold.text))
        return TreebankReport(
            gold: TreebankComparison(gold: gold, system: onTokens).scores,
            raw: TreebankComparison(gold: gold, system: Treebank(analyzed: analyze(raw))).scores)
    }

    /// The names found in sentences of given tokens.
    public func evaluate(_ gold: NamedText) -> NameComparison {
        NameComparison(gold: gold.sentences, system: analyze(gold.unanalyzed).map(\.names))
    }

    private func analyze(_ sentences: [Sentence]) -> [Sentence] {
        var analyzed: [Sentence] = []
        analyzed.reserveCapacity(sentences.count)
        for start in stride(from: 0, to: sentences.count, by: Self.batch) {
            for var sentence in annotate(Array(sentences[start..<min(start + Self.batch, sentences.count)])) {
                sentence.vectors = nil
                analyzed.append(sentence)
            }
        }
        return analyzed
    }
}
