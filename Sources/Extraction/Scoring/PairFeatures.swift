import Annotations

/// What the pair scorer needs to know of a pair besides the vectors: the same arithmetic as in training.
enum PairFeatures {
    /// The number of distance buckets.
    static let bucketCount = 24
    private static let longestPath = 24
    private static let steps = [4, 6, 9, 14, 21, 32, 48]

    /// 12 plus the signed, coarsely logarithmic distance between the first tokens of two mentions.
    static func bucket(_ source: Range<Int>, _ target: Range<Int>) -> Int32 {
        let distance = target.lowerBound - source.lowerBound
        let size = abs(distance)
        let step = size <= 4 ? size : 4 + steps.count { size > $0 }
        return Int32(12 + (distance > 0 ? step : -step))
    }

    /// The tokens strictly between two mentions.
    static func between(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
        let start = min(a.upperBound, b.upperBound)
        return start..<max(start, max(a.lowerBound, b.lowerBound))
    }

    /// Both mentions, what lies between, and four tokens around.
    static func window(_ a: Range<Int>, _ b: Range<Int>, count: Int) -> Range<Int> {
        max(0, min(a.lowerBound, b.lowerBound) - 4)..<min(count, max(a.upperBound, b.upperBound) + 4)
    }

    /// The token of a span whose head lies outside it, the first of several.
    static func head(of span: Range<Int>, _ tokens: [Token]) -> Int {
        span.first { !span.contains(tokens[$0].head) } ?? span.upperBound - 1
    }

    /// The tokens on the path of the tree between two tokens, its ends excluded, at most 24: from the first up to where
    /// the ways meet, then down to the second.
    ///
    /// - Parameters:
    ///   - up: the first token and all above it.
    ///   - down: the second and all above it.
    static func path(_ up: [Int], _ down: [Int]) -> [Int] {
        guard let a = up.first, let b = down.first, let turn = up.firstIndex(where: { down.contains($0) }),
            let end = down.firstIndex(of: up[turn])
        else { return [] }
        var path: [Int] = []
        path.reserveCapacity(turn + 1 + end)
        for token in up[...turn] where token != a && token != b { path.append(token) }
        for token in down[..<end].reversed() where token != a && token != b { path.append(token) }
        return path.count > longestPath ? Array(path.prefix(longestPath)) : path
    }

    /// A token and all above it.
    static func chain(from token: Int, _ tokens: [Token]) -> [Int] {
        var chain: [Int] = []
        var at = token
        // A tree ends at its root; the bound keeps a broken one from going round.
        while tokens.indices.contains(at), chain.count < tokens.count {
            chain.append(at)
            at = tokens[at].head
        }
        return chain
    }
}
