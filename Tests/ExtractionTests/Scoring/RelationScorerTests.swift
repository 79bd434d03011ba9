import Annotations
import Kernels
import SyntheticModel
import Testing

@testable import Extraction

@Suite("Relation scorer")
struct RelationScorerTests {
    private let builder = SyntheticAnalyzer.model(seed: 5)
    private let scorer: RelationScorer
    private let width = SyntheticAnalyzer.width

    init() throws {
        scorer = try RelationScorer(model: ModelFile(ModelMemory(copying: builder.file())))
    }

    @Test("scores equal plain loops", arguments: UInt64(1)...6)
    func equalsReference(seed: UInt64) {
        let request = request(seed)
        let scores = scorer.score([request])[0]
        #expect(scores.map(\.pair) == request.pairs)
        for score in scores {
            let expected = reference(request, score.pair)
            #expect(ReferenceMath.difference([score.relations], [expected.relations]) < 0.03)
            #expect(ReferenceMath.difference([score.statuses], [expected.statuses]) < 0.03)
        }
    }

    @Test("scores do not depend on what else is scored")
    func isIndependentOfBatch() {
        let requests = (UInt64(1)...40).map(request)
        #expect(scorer.score(requests) == requests.map { scorer.score([$0])[0] })
    }

    @Test("the direction, the kinds and the rules' vote count")
    func distinguishes() {
        var request = request(3)
        request.pairs = [
            PairQuery(source: 0, target: 1), PairQuery(source: 1, target: 0),
            PairQuery(source: 0, target: 1, vote: Relation(rawValue: "backs")),
            PairQuery(source: 0, target: 1, vote: Relation(rawValue: "unheardOf")),
        ]
        let scores = scorer.score([request])[0].map(\.relations)
        #expect(scores[0] != scores[1])
        #expect(scores[0] != scores[2])
        #expect(scores[0] == scores[3])
        request.mentions[0].kind = .group
        #expect(scorer.score([request])[0][0].relations != scores[0])
    }

    @Test("what cannot be scored has no scores")
    func skipsUnusable() {
        var request = request(2)
        request.pairs += [
            PairQuery(source: 0, target: 0), PairQuery(source: 0, target: 9), PairQuery(source: -1, target: 0),
        ]
        request.mentions.append(ScoredMention(tokens: 90..<91, form: .name, kind: .state))
        request.pairs.append(PairQuery(source: 0, target: 3))
        let usable = scorer.score([self.request(2)])[0]
        #expect(scorer.score([request])[0] == usable)
        request.sentence.vectors = nil
        #expect(scorer.score([request, self.request(2)]) == [[], usable])
        #expect(scorer.score([]).isEmpty)
    }

    @Test("relations and statuses are those of the model")
    func names() {
        #expect(scorer.relations.map { $0?.rawValue } == [nil, "backs", "attacks", "meets"])
        #expect(scorer.statuses == Status.allCases)
    }

    private func request(_ seed: UInt64) -> ScoringRequest {
        var numbers = SeededNumbers(seed)
        let count = 12
        let tokens = (0..<count).map {
            Token(range: 0..<0, form: "w", head: $0 == 0 ? -1 : Int.random(in: 0..<$0, using: &numbers))
        }
        let codes = (0..<count * width).map { _ in UInt8.random(in: 1...255, using: &numbers) }
        let scales = (0..<count).map { _ in Float.random(in: 0.001...0.01, using: &numbers) }
        let sentence = Sentence(
            range: 0..<0, tokens: tokens, vectors: TokenVectors(width: width, codes: codes, scales: scales))
        let mentions = [(0..<2, EntityKind.state), (3..<4, .person), (7..<10, .group)].map {
            ScoredMention(tokens: $0.0, form: MentionForm.allCases.randomElement(using: &numbers) ?? .name, kind: $0.1)
        }
        return ScoringRequest(sentence: sentence, mentions: mentions)
    }

    private func reference(_ request: ScoringRequest, _ pair: PairQuery) -> (relations: [Float], statuses: [Float]) {
        let math = ReferenceMath(builder.values, rounds: true)
        let exact = ReferenceMath(builder.values, rounds: false)
        let tokens = request.sentence.tokens
        let y = tokens.indices.map { row in
            (0..<width).map { column in
                (Float(request.sentence.vectors?.codes[row * width + column] ?? 0) - 128)
                    * (request.sentence.vectors?.scales[row] ?? 0)
            }
        }
        let (p, q) = (exact.linear("pair.P", y), exact.linear("pair.Q", y))
        let (a, b) = (request.mentions[pair.source], request.mentions[pair.target])
        let between = min(a.tokens.upperBound, b.tokens.upperBound)..<max(a.tokens.lowerBound, b.tokens.lowerBound)
        let low = max(0, min(a.tokens.lowerBound, b.tokens.lowerBound) - 4)
        let high = min(tokens.count, max(a.tokens.upperBound, b.tokens.upperBound) + 4)
        let heads = (PairFeatures.head(of: a.tokens, tokens), PairFeatures.head(of: b.tokens, tokens))
        let path = PairFeatures.path(
            PairFeatures.chain(from: heads.0, tokens), PairFeatures.chain(from: heads.1, tokens))
        let tables = [
            math.row("pair.dist", Int(PairFeatures.bucket(a.tokens, b.tokens)), width: 256),
            math.row("pair.kindA", Int(a.type), width: 256), math.row("pair.kindB", Int(b.type), width: 256),
            math.row("pair.rule", 0, width: 256),
        ]
        let sum = (0..<256).map { column -> Float in
            let mean = { (rows: Range<Int>, block: Int) in
                rows.reduce(Float(0)) { $0 + p[$1][block * 256 + column] } / Float(rows.count)
            }
            let middle = between.map { p[$0][512 + column] }.max() ?? 0
            let way = path.map { q[$0][column] }.max() ?? 0
            let known = tables.reduce(Float(0)) { $0 + $1[column] }
            return mean(a.tokens, 0) + mean(b.tokens, 1) + middle + mean(low..<high, 3) + way + known
        }
        let hidden = ReferenceMath.gelu(math.linear("pair.hidden", ReferenceMath.gelu([sum])))
        return (
            ReferenceMath.softmax(math.linear("pair.relation", hidden)[0]),
            ReferenceMath.softmax(math.linear("pair.status", hidden)[0])
        )
    }
}
