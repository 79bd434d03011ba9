import Annotations

/// A mention as the pair scorer sees it.
public struct ScoredMention: Sendable, Hashable {
    /// The tokens of the mention in its sentence; never empty.
    public var tokens: Range<Int>
    /// How it refers.
    public var form: MentionForm
    /// The kind of its entity.
    public var kind: EntityKind

    /// Makes a mention for scoring.
    public init(tokens: Range<Int>, form: MentionForm, kind: EntityKind) {
        self.tokens = tokens
        self.form = form
        self.kind = kind
    }

    /// The row of the scorer's tables of mention types.
    var type: Int32 {
        let forms = MentionForm.allCases
        let kinds = EntityKind.allCases
        return Int32((forms.firstIndex(of: form) ?? 0) * kinds.count + (kinds.firstIndex(of: kind) ?? 0))
    }
}

/// An ordered pair of mentions to be scored.
public struct PairQuery: Sendable, Hashable {
    /// The index of the source among the sentence's mentions.
    public var source: Int
    /// The index of the target.
    public var target: Int
    /// The relation that the rules propose for this pair, if any.
    public var vote: Relation?

    /// Makes a query.
    public init(source: Int, target: Int, vote: Relation? = nil) {
        self.source = source
        self.target = target
        self.vote = vote
    }

    /// All ordered pairs of mentions that share no token, in order of source, then target.
    public static func all(_ mentions: [ScoredMention]) -> [PairQuery] {
        mentions.indices.flatMap { source in
            mentions.indices.lazy
                .filter { $0 != source && !mentions[$0].tokens.overlaps(mentions[source].tokens) }
                .map { PairQuery(source: source, target: $0) }
        }
    }
}

/// A sentence whose pairs of mentions are to be scored.
public struct ScoringRequest: Sendable {
    /// The sentence, with its tree and vectors.
    public var sentence: Sentence
    /// Its mentions.
    public var mentions: [ScoredMention]
    /// The pairs to score.
    public var pairs: [PairQuery]

    /// Makes a request; without `pairs` for all of them.
    public init(sentence: Sentence, mentions: [ScoredMention], pairs: [PairQuery]? = nil) {
        self.sentence = sentence
        self.mentions = mentions
        self.pairs = pairs ?? PairQuery.all(mentions)
    }
}

/// What the scorer says of one ordered pair.
public struct PairScores: Sendable, Hashable {
    /// The pair.
    public var pair: PairQuery
    /// The probability of each of the scorer's relations; index 0 is none.
    public var relations: [Float]
    /// The probability of each of the scorer's statuses, given a relation.
    public var statuses: [Float]
}
