import Annotations

/// A request reduced to what can be scored: pairs of two mentions within the sentence that share no token, given vectors.
struct ScoringJob {
    let sentence: Sentence
    let mentions: [ScoredMention]
    let vectors: TokenVectors
    let pairs: [PairQuery]

    init(_ request: ScoringRequest, width: Int) {
        sentence = request.sentence
        mentions = request.mentions
        let count = sentence.tokens.count
        guard let vectors = sentence.vectors, vectors.width == width, vectors.scales.count == count,
            vectors.codes.count == width * count
        else {
            self.vectors = TokenVectors(width: width, codes: [], scales: [])
            pairs = []
            return
        }
        self.vectors = vectors
        pairs = request.pairs.filter { pair in
            guard request.mentions.indices.contains(pair.source), request.mentions.indices.contains(pair.target) else {
                return false
            }
            let (a, b) = (request.mentions[pair.source].tokens, request.mentions[pair.target].tokens)
            return Self.isWithin(a, count) && Self.isWithin(b, count) && !a.overlaps(b)
        }
    }

    private static func isWithin(_ tokens: Range<Int>, _ count: Int) -> Bool {
        !tokens.isEmpty && tokens.lowerBound >= 0 && tokens.upperBound <= count
    }
}
