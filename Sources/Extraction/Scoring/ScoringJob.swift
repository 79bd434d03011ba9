import Annotations

/// A request reduced to what can be scored: pairs of two mentions within the sentence that share no token, given vectors.
struct ScoringJob {
    let sentence: Sentence
    let mentions: [ScoredMention]
    let vectors: TokenVectors
    let pairs: [PairQuery]
    /// For each mention its head and all above it.
    let chains: [[Int]]

    init(_ request: ScoringRequest, width: Int) {
        sentence = request.sentence
        mentions = request.mentions
        let count = sentence.tokens.count
        guard let vectors = sentence.vectors, vectors.width == width, vectors.scales.count == count,
            vectors.codes.count == width * count
        else {
            self.vectors = TokenVectors(width: width, codes: [], scales: [])
            pairs = []
            chains = []
            return
        }
        self.vectors = vectors
        let pairs = request.pairs.filter { pair in
            guard request.mentions.indices.contains(pair.source), request.mentions.indices.contains(pair.target) else {
                return false
            }
            let (a, b) = (request.mentions[pair.source].tokens, request.mentions[pair.target].tokens)
            return Self.isWithin(a, count) && Self.isWithin(b, count) && !a.overlaps(b)
        }
        self.pairs = pairs
        let tokens = sentence.tokens
        chains =
            pairs.isEmpty
            ? []
            : mentions.map {
                Self.isWithin($0.tokens, count)
                    ? PairFeatures.chain(from: PairFeatures.head(of: $0.tokens, tokens), tokens) : []
            }
    }

    private static func isWithin(_ tokens: Range<Int>, _ count: Int) -> Bool {
        !tokens.isEmpty && tokens.lowerBound >= 0 && tokens.upperBound <= count
    }
}
