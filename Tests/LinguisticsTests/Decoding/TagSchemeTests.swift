import Kernels
import SyntheticModel
import Testing

@testable import Linguistics

@Suite("Span tags")
struct TagSchemeTests {
    private let tags = ["O", "B-PER", "I-PER", "E-PER", "S-PER", "B-LOC", "I-LOC", "E-LOC", "S-LOC"]

    @Test("the sequence is the best of all legal ones", arguments: UInt64(1)...60)
    func equalsBruteForce(seed: UInt64) throws {
        var numbers = SeededNumbers(seed)
        let scheme = try TagScheme(tags, field: "names")
        let tokens = Int.random(in: 1...4, using: &numbers)
        let scores = numbers.floats(tokens * tags.count)
        let best = scheme.best(scores: scores)
        #expect(isLegal(best))
        #expect(abs(total(best, scores) - bestTotal(tokens, scores)) < 1e-5)
    }

    @Test("with caution a span must beat no span by so much a token; which of two spans is better stays the same")
    func caution() throws {
        let eager = try TagScheme(tags, field: "names")
        let cautious = try TagScheme(tags, field: "names", caution: 0.5)
        // Two tokens: no span 0; a person of one token 0.4, of two tokens 0.6 each.
        var weak = [Float](repeating: -9, count: 2 * tags.count)
        (weak[0], weak[4], weak[9]) = (0, 0.4, 0)
        var strong = weak
        (strong[1], strong[9 + 3]) = (0.6, 0.6)
        #expect(eager.spans(scores: weak) == [TagScheme.Span(tokens: 0..<1, kind: "PER")])
        #expect(cautious.spans(scores: weak) == [])
        #expect(cautious.spans(scores: strong) == [TagScheme.Span(tokens: 0..<2, kind: "PER")])
    }

    @Test("a span has a score with each kind: that of the tags it would have")
    func kindScores() throws {
        let scheme = try TagScheme(tags, field: "names")
        let scores = (0..<3 * tags.count).map { Float(1 << ($0 % tags.count)) + Float($0 / tags.count) * 1000 }
        let sum = { (places: [(Int, String)]) in
            places.reduce(Float(0)) { $0 + scores[$1.0 * tags.count + (tags.firstIndex(of: $1.1) ?? 0)] }
        }
        #expect(
            scheme.kindScores(0..<3, scores: scores) == [
                "PER": sum([(0, "B-PER"), (1, "I-PER"), (2, "E-PER")]),
                "LOC": sum([(0, "B-LOC"), (1, "I-LOC"), (2, "E-LOC")]),
            ])
        #expect(
            scheme.kindScores(1..<2, scores: scores) == ["PER": sum([(1, "S-PER")]), "LOC": sum([(1, "S-LOC")])])
    }

    @Test("spans are read off the tags")
    func readsSpans() throws {
        let scheme = try TagScheme(tags, field: "names")
        let spans = scheme.spans(tags: [1, 2, 3, 0, 8, 5, 7])
        #expect(
            spans == [
                TagScheme.Span(tokens: 0..<3, kind: "PER"), TagScheme.Span(tokens: 4..<5, kind: "LOC"),
                TagScheme.Span(tokens: 5..<7, kind: "LOC"),
            ])
        #expect(scheme.spans(scores: []) == [])
    }

    @Test("tags of another scheme are refused", arguments: [["O", "X-PER"], ["B-PER"], []])
    func refuses(tags: [String]) {
        #expect(throws: ModelError.field("names")) { try TagScheme(tags, field: "names") }
    }

    private func isLegal(_ sequence: [Int]) -> Bool {
        var open: Substring?
        for tag in sequence {
            let (place, kind) = (tags[tag].first, tags[tag].dropFirst(2))
            guard (place == "I" || place == "E") ? open == kind : open == nil else { return false }
            open = place == "B" || place == "I" ? kind : nil
        }
        return open == nil
    }

    private func total(_ sequence: [Int], _ scores: [Float]) -> Float {
        sequence.enumerated().reduce(0) { $0 + scores[$1.offset * tags.count + $1.element] }
    }

    private func bestTotal(_ tokens: Int, _ scores: [Float]) -> Float {
        var sequences: [[Int]] = [[]]
        for _ in 0..<tokens { sequences = sequences.flatMap { start in tags.indices.map { start + [$0] } } }
        return sequences.filter(isLegal).map { total($0, scores) }.max() ?? 0
    }
}
