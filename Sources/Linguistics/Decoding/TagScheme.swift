import Kernels

/// Tags that mark spans: `O` outside, `B-x` first, `I-x` inside, `E-x` last, `S-x` alone.
struct TagScheme: Sendable {
    /// A span and the name of its kind.
    struct Span: Hashable {
        var tokens: Range<Int>
        var kind: String
    }

    private enum Place: Sendable {
        case outside, first, inside, last, alone

        /// True where the tag goes on with the span of the tag before.
        var continues: Bool { self == .inside || self == .last }
        /// True where the span must go on after the tag.
        var isOpen: Bool { self == .first || self == .inside }
    }

    private let places: [Place]
    private let kinds: [String]
    /// For every tag that continues a span, the tags of its kind that leave it open.
    private let openers: [[Int]]
    private let closed: [Int]
    /// What is added to the scores of each tag: something for the tags outside, nothing for the others.
    private let favors: [Float]

    /// Reads the tags.
    ///
    /// - Parameters:
    ///   - tags: the tags, in the order of their scores.
    ///   - field: the name of their list in the errors.
    ///   - caution: by how much a span must beat no span, for each of its tokens.
    init(_ tags: [String], field: String, caution: Float = 0) throws(ModelError) {
        var places: [Place] = []
        var kinds: [String] = []
        for tag in tags {
            guard let place = Self.place(tag) else { throw .field(field) }
            places.append(place)
            kinds.append(String(tag.dropFirst(2)))
        }
        guard places.contains(where: { !$0.isOpen && !$0.continues }) else { throw .field(field) }
        openers = tags.indices.map { tag in
            places[tag].continues ? tags.indices.filter { places[$0].isOpen && kinds[$0] == kinds[tag] } : []
        }
        closed = tags.indices.filter { !places[$0].isOpen }
        favors = places.map { $0 == .outside ? caution : 0 }
        self.places = places
        self.kinds = kinds
    }

    private static func place(_ tag: String) -> Place? {
        if tag == "O" { return .outside }
        switch tag.prefix(2) {
        case "B-": return .first
        case "I-": return .inside
        case "E-": return .last
        case "S-": return .alone
        default: return nil
        }
    }

    /// The number of tags.
    var count: Int { places.count }

    /// The spans of the best legal sequence of tags (Viterbi).
    ///
    /// - Parameter scores: for every token a line of `count` scores.
    func spans(scores: [Float]) -> [Span] {
        spans(tags: best(scores: scores))
    }

    /// What a span would score with each kind.
    func kindScores(_ span: Range<Int>, scores: [Float]) -> [String: Float] {
        var sums: [String: Float] = [:]
        for token in span {
            let place = Self.place(of: token, in: span)
            for tag in 0..<count where places[tag] == place {
                sums[kinds[tag], default: 0] += scores[token * count + tag]
            }
        }
        return sums
    }

    private static func place(of token: Int, in span: Range<Int>) -> Place {
        if span.count == 1 { return .alone }
        if token == span.lowerBound { return .first }
        return token == span.upperBound - 1 ? .last : .inside
    }

    /// The best legal sequence of tags.
    func best(scores: [Float]) -> [Int] {
        let tokens = scores.count / count
        guard tokens > 0 else { return [] }
        var sums = (0..<count).map { places[$0].continues ? -Float.infinity : scores[$0] + favors[$0] }
        var previous = [Int](repeating: 0, count: tokens * count)
        for token in 1..<max(tokens, 1) {
            let close = Self.largest(closed, sums)
            var next = sums
            for tag in 0..<count {
                let from = places[tag].continues ? Self.largest(openers[tag], sums) : close
                previous[token * count + tag] = from ?? 0
                next[tag] = from.map { sums[$0] + scores[token * count + tag] + favors[tag] } ?? -.infinity
            }
            sums = next
        }
        return trace(from: Self.largest(closed, sums) ?? 0, previous, tokens)
    }

    private static func largest(_ candidates: [Int], _ sums: [Float]) -> Int? {
        var best = candidates.first
        for candidate in candidates.dropFirst() {
            if let current = best, sums[candidate] > sums[current] { best = candidate }
        }
        return best
    }

    private func trace(from last: Int, _ previous: [Int], _ tokens: Int) -> [Int] {
        var tags = [Int](repeating: last, count: tokens)
        for token in stride(from: tokens - 1, to: 0, by: -1) {
            tags[token - 1] = previous[token * count + tags[token]]
        }
        return tags
    }

    /// The spans that a legal sequence marks.
    func spans(tags: [Int]) -> [Span] {
        var spans: [Span] = []
        var start = 0
        for (token, tag) in tags.enumerated() {
            switch places[tag] {
            case .first: start = token
            case .alone: spans.append(Span(tokens: token..<token + 1, kind: kinds[tag]))
            case .last: spans.append(Span(tokens: start..<token + 1, kind: kinds[tag]))
            case .outside, .inside: break
            }
        }
        return spans
    }
}
