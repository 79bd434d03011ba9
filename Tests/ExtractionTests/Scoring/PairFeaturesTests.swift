import Annotations
import Testing

@testable import Extraction

@Suite("Features of mention pairs")
struct PairFeaturesTests {
    @Test(
        "distances fall into signed buckets that grow",
        arguments: [
            (0, 1, 13), (0, 4, 16), (0, 5, 17), (0, 6, 17), (0, 7, 18), (0, 10, 19), (0, 15, 20), (0, 22, 21),
            (0, 33, 22),
            (0, 49, 23), (0, 170, 23), (5, 4, 11), (9, 4, 7), (170, 0, 1),
        ])
    func buckets(source: Int, target: Int, bucket: Int32) {
        #expect(PairFeatures.bucket(source..<source + 1, target..<target + 1) == bucket)
    }

    @Test("what lies between and around, in either order")
    func spans() {
        #expect(PairFeatures.between(2..<4, 7..<8) == 4..<7)
        #expect(PairFeatures.between(7..<8, 2..<4) == 4..<7)
        #expect(PairFeatures.between(2..<4, 4..<5).isEmpty)
        #expect(PairFeatures.window(2..<4, 7..<8, count: 30) == 0..<12)
        #expect(PairFeatures.window(17..<18, 10..<12, count: 20) == 6..<20)
    }

    // "Russian troops , he said , attacked the Ukrainian army": attacked is the root.
    private let tokens = [1, 6, 6, 4, 6, 6, -1, 9, 9, 6].map { Token(range: 0..<0, form: "w", head: $0) }

    private func path(from a: Int, to b: Int, _ tokens: [Token]) -> [Int] {
        PairFeatures.path(PairFeatures.chain(from: a, tokens), PairFeatures.chain(from: b, tokens))
    }

    @Test("the path leaves out its ends and turns where the ways meet")
    func paths() {
        #expect(path(from: 1, to: 9, tokens) == [6])
        #expect(path(from: 0, to: 8, tokens) == [1, 6, 9])
        #expect(path(from: 8, to: 0, tokens) == [9, 6, 1])
        #expect(path(from: 0, to: 1, tokens) == [])
        #expect(path(from: 3, to: 6, tokens) == [4])
    }

    @Test("broken trees give some path, or none, and end")
    func survivesCycles() {
        let cycle = [1, 0, 3, 2].map { Token(range: 0..<0, form: "w", head: $0) }
        #expect(path(from: 0, to: 2, cycle) == [])
        let outside = [7, -5].map { Token(range: 0..<0, form: "w", head: $0) }
        #expect(path(from: 0, to: 1, outside) == [])
    }

    @Test("a mention's head is its token that hangs outside")
    func heads() {
        #expect(PairFeatures.head(of: 0..<2, tokens) == 1)
        #expect(PairFeatures.head(of: 7..<10, tokens) == 9)
        #expect(PairFeatures.head(of: 5..<7, tokens) == 6)
    }

    @Test("all ordered pairs that share no token")
    func pairs() {
        let mentions = [0..<2, 1..<3, 5..<6].map { ScoredMention(tokens: $0, form: .name, kind: .state) }
        #expect(PairQuery.all(mentions).map { [$0.source, $0.target] } == [[0, 2], [1, 2], [2, 0], [2, 1]])
    }
}
