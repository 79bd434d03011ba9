import Annotations

/// The mentions of one sentence by token.
final class MentionIndex: Sendable {
    /// The document's mentions.
    let mentions: [Mention]
    private let byHead: [Int: [Int]]
    private let smallest: [Int]

    /// Indexes the mentions of a sentence with a count of tokens; `mentions` are the document's, `local` the sentence's.
    init(mentions: [Mention], local: [Int], count: Int) {
        self.mentions = mentions
        byHead = Dictionary(grouping: local, by: { mentions[$0].head })
            .mapValues { $0.sorted { mentions[$0].tokens.count > mentions[$1].tokens.count } }
        var smallest = [Int](repeating: -1, count: count)
        for mention in local.sorted(by: { mentions[$0].tokens.count > mentions[$1].tokens.count }) {
            for token in mentions[mention].tokens.clamped(to: 0..<count) { smallest[token] = mention }
        }
        self.smallest = smallest
    }

    /// The widest mention headed by a token.
    func headed(_ token: Int) -> Int? { byHead[token]?.first }

    /// A mention and those of the same tokens: "both countries" are two.
    func together(_ mention: Int) -> [Int] {
        [mention]
            + (byHead[mentions[mention].head] ?? []).filter {
                $0 != mention && mentions[$0].tokens == mentions[mention].tokens
            }
    }

    /// The mention headed by a token, or else the smallest one that covers it.
    func covering(_ token: Int) -> Int? {
        if let mention = byHead[token]?.first { return mention }
        return smallest.indices.contains(token) && smallest[token] >= 0 ? smallest[token] : nil
    }
}
