import Annotations
import Kernels
import Testing

@testable import Linguistics

@Suite struct NameKindsTests {
    private func sentence(_ forms: [String]) -> Sentence {
        Sentence(range: 0..<0, tokens: forms.map { Token(range: 0..<0, form: $0) })
    }

    private func part(_ tokens: Range<Int>, _ kind: NameKind, _ scores: [NameKind: Float]) -> AnalyzedPart {
        AnalyzedPart(
            tokens: [], names: [NameSpan(tokens: tokens, kind: kind)], nameScores: [scores], actors: [],
            vectors: QuantizedValues(width: 0, codes: [], scales: []))
    }

    @Test(
        "what is written the same has one kind in a document, that of the highest sum; other documents decide for themselves"
    )
    func unifies() {
        let sentences = [["In", "Enron"], ["Enron", "says"], ["Enron"], ["The", "Sunnis"]].map(sentence)
        var parts: [AnalyzedPart?] = [
            part(1..<2, .place, [.place: 2, .organization: 1]),
            part(0..<1, .organization, [.place: 1, .organization: 5]),
            part(0..<1, .place, [.place: 2, .organization: 1]), part(1..<2, .demonym, [:]),
        ]
        for document in [0..<2, 2..<4] { NameKinds(sentences, parts, document).unify(&parts) }
        #expect(parts.map { $0?.names[0].kind } == [.organization, .organization, .place, .demonym])
    }
}
