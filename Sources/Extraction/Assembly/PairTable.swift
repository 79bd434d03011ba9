import Annotations

/// The pairs of mentions of one sentence, as the scorer numbers them and as the document does.
struct PairTable: Sendable {
    /// An ordered pair of mentions of the document.
    struct Key: Sendable, Hashable, Comparable {
        var source: Int
        var target: Int

        static func < (a: Key, b: Key) -> Bool { (a.source, a.target) < (b.source, b.target) }
    }

    /// What is asked of the scorer.
    let request: ScoringRequest
    private let local: [Int]

    /// A sentence with more mentions is a list; only the first ones are paired.
    private static let mostMentions = 40

    /// Lists the ordered pairs of distinct entities, with what the rules propose of each.
    init(sentence: Sentence, local: [Int], found: EntityAnalysis, proposals: [Proposal]) {
        let whole = local.filter { !Self.isPrefixed(found.mentions[$0], sentence) }
        self.local = Array(whole.prefix(Self.mostMentions))
        let mentions = self.local.map { index in
            let mention = found.mentions[index]
            return ScoredMention(
                tokens: mention.tokens, form: mention.form, kind: found.entities[mention.entity].kind)
        }
        let votes = Self.votes(proposals)
        let numbers = self.local
        let pairs = PairQuery.all(mentions).compactMap { query -> PairQuery? in
            let (source, target) = (numbers[query.source], numbers[query.target])
            guard found.mentions[source].entity != found.mentions[target].entity else { return nil }
            return PairQuery(
                source: query.source, target: query.target, vote: votes[Key(source: source, target: target)])
        }
        request = ScoringRequest(sentence: sentence, mentions: mentions, pairs: pairs)
    }

    /// "Syria" of "pro-Syrian" says whose side others are on, and does nothing itself.
    private static func isPrefixed(_ mention: Mention, _ sentence: Sentence) -> Bool {
        guard mention.tokens.count == 1 else { return false }
        let form = sentence.tokens[mention.head].form.lowercased()
        return form.hasPrefix("pro-") || form.hasPrefix("anti-")
    }

    /// The relation that the best rule proposes for each pair; of equals the first by id.
    static func votes(_ proposals: [Proposal]) -> [Key: Relation] {
        var best: [Key: Proposal] = [:]
        for proposal in proposals {
            let key = Key(source: proposal.source, target: proposal.target)
            guard let other = best[key] else {
                best[key] = proposal
                continue
            }
            if (other.score, proposal.relation) < (proposal.score, other.relation) { best[key] = proposal }
        }
        return best.mapValues(\.relation)
    }

    /// The scores by the document's numbers of the mentions.
    func scored(_ scores: [PairScores]) -> [Key: PairScores] {
        Dictionary(
            scores.map { (Key(source: local[$0.pair.source], target: local[$0.pair.target]), $0) },
            uniquingKeysWith: { first, _ in first })
    }
}
