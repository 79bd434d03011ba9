import Annotations

/// Measures an analyzer on gold files.
public struct Evaluator: Sendable {
    private let annotate: @Sendable ([Sentence], [Range<Int>]) -> [Sentence]
    private let segmenter = Segmenter()
    /// So many sentences are analyzed at a time, so that memory does not grow with the file.
    private static let batch = 1024

    /// Makes an evaluator of a function that adds tags, trees and names to sentences of bare tokens, told where the
    /// documents lie that they come from.
    public init(annotate: @escaping @Sendable ([Sentence], [Range<Int>]) -> [Sentence]) {
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
        NameComparison(gold: gold.sentences, system: analyze(gold.unanalyzed, gold.documents).map(\.names))
    }

    private func analyze(_ sentences: [Sentence], _ documents: [Range<Int>] = []) -> [Sentence] {
        var analyzed: [Sentence] = []
        analyzed.reserveCapacity(sentences.count)
        for batch in Self.batches(sentences.count, documents) {
            let within = documents.filter(batch.overlaps).map {
                $0.lowerBound - batch.lowerBound..<$0.upperBound - batch.lowerBound
            }
            for var sentence in annotate(Array(sentences[batch]), within) {
                sentence.vectors = nil
                analyzed.append(sentence)
            }
        }
        return analyzed
    }

    /// Runs of about as many sentences as are analyzed at a time, which end between documents.
    private static func batches(_ count: Int, _ documents: [Range<Int>]) -> [Range<Int>] {
        var batches: [Range<Int>] = []
        var start = 0
        while start < count {
            let aim = min(start + batch, count)
            let end = documents.first { $0.lowerBound < aim && aim < $0.upperBound }?.upperBound ?? aim
            batches.append(start..<end)
            start = end
        }
        return batches
    }
}
