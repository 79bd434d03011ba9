import SyntheticModel
import Testing

@testable import Linguistics

@Suite("Tree decoder")
struct TreeDecoderTests {
    @Test("equals the best of all trees with one root", arguments: UInt64(1)...300)
    func equalsBruteForce(seed: UInt64) {
        var numbers = SeededNumbers(seed)
        let count = Int.random(in: 1...5, using: &numbers)
        var scores = numbers.floats(count * (count + 1))
        if seed % 3 == 0 {
            // A strong root column tempts the decoder to make several roots.
            for word in 0..<count { scores[word * (count + 1)] += 3 }
        }
        let heads = TreeDecoder.heads(scores: scores, count: count)
        #expect(isTree(heads))
        #expect(abs(total(heads, scores) - bestTotal(scores, count)) < 1e-4, "\(heads)")
    }

    @Test("makes a tree of any scores", arguments: UInt64(1)...30)
    func isAlwaysATree(seed: UInt64) {
        var numbers = SeededNumbers(seed)
        let count = Int.random(in: 2...180, using: &numbers)
        let scores = (0..<count * (count + 1)).map { _ in
            [numbers.unit() * 20, .nan, .infinity, -.infinity, 0][
                seed % 2 == 0 ? 0 : Int.random(in: 0..<5, using: &numbers)]
        }
        #expect(isTree(TreeDecoder.heads(scores: scores, count: count)))
    }

    @Test("nested cycles are opened again")
    func opensNestedCycles() {
        // Words 0 and 1 prefer each other, that cycle and word 2 prefer each other, and so on.
        let count = 40
        var scores = [Float](repeating: 0, count: count * (count + 1))
        for word in 1..<count {
            scores[word * (count + 1) + word] = 10 - Float(word) * 0.1
            scores[(word - 1) * (count + 1) + word + 1] = 9.5 - Float(word) * 0.1
        }
        let heads = TreeDecoder.heads(scores: scores, count: count)
        #expect(isTree(heads))
        #expect(total(heads, scores) >= Float(count - 1) * 5)
    }

    @Test("no words, no heads; one word, the root")
    func acceptsSmall() {
        #expect(TreeDecoder.heads(scores: [], count: 0) == [])
        #expect(TreeDecoder.heads(scores: [0.1, 0.5], count: 1) == [-1])
    }

    private func total(_ heads: [Int], _ scores: [Float]) -> Float {
        heads.enumerated().reduce(0) { $0 + scores[$1.offset * (heads.count + 1) + $1.element + 1] }
    }

    private func isTree(_ heads: [Int]) -> Bool {
        guard heads.count(where: { $0 == -1 }) == 1 else { return false }
        return heads.indices.allSatisfy { word in
            var at = word
            for _ in heads {
                guard at >= 0 else { return true }
                at = heads[at]
            }
            return at < 0
        }
    }

    private func bestTotal(_ scores: [Float], _ count: Int) -> Float {
        var best = -Float.infinity
        var heads = [Int](repeating: -1, count: count)
        func choose(_ word: Int) {
            guard word < count else {
                if isTree(heads) { best = max(best, total(heads, scores)) }
                return
            }
            for head in -1..<count where head != word {
                heads[word] = head
                choose(word + 1)
            }
        }
        choose(0)
        return best
    }
}
