import Annotations
import Kernels

/// Joins what the rules and the learned scorer say of each pair of mentions, and weighs it.
///
/// Both look at the same pairs: the scorer's probability counts for or against what a rule proposes, and the scorer adds
/// what no rule found. `Calibration` turns the two into one confidence.
struct Mixer: Sendable {
    private let scorer: RelationScorer
    private let rules: RuleExtractor
    private let calibration: Calibration
    private let ontology: Ontology
    private let column: [Relation: Int]

    /// What the scorer alone must give a relation to be proposed; `Calibration` decides what is kept.
    private static let floor: Float = 0.1

    /// Makes a mixer.
    init(scorer: RelationScorer, rules: RuleExtractor, calibration: Calibration, ontology: Ontology) {
        self.scorer = scorer
        self.rules = rules
        self.calibration = calibration
        self.ontology = ontology
        let rows = scorer.relations.enumerated().compactMap { index, relation in relation.map { ($0, index) } }
        column = Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// The sentences that are scored together: the scores of many pairs take more memory than the text.
    private static let sentencesAtOnce = 256

    /// The proposals of the rules with the scorer's word on each, and the scorer's own.
    func mix(
        _ proposals: [Proposal], _ context: DocumentContext, _ analysis: Analysis, _ found: EntityAnalysis,
        _ workspace: Workspace
    ) -> [Proposal] {
        let bySentence = Dictionary(grouping: proposals, by: \.sentence)
        let numbers = context.sentences.indices.filter { number in
            context.sentences[number].local.count > 1 && !SentenceFilter.defeats(analysis.sentences[number])
        }
        let scored = Set(numbers)
        var mixed = proposals.filter { !scored.contains($0.sentence) }
        for first in stride(from: 0, to: numbers.count, by: Self.sentencesAtOnce) {
            let some = numbers[first..<min(first + Self.sentencesAtOnce, numbers.count)]
            mixed += mix(some, bySentence, context, analysis, found, workspace)
        }
        return mixed
    }

    /// The proposals of some sentences, scored in one call.
    private func mix(
        _ numbers: ArraySlice<Int>, _ bySentence: [Int: [Proposal]], _ context: DocumentContext, _ analysis: Analysis,
        _ found: EntityAnalysis, _ workspace: Workspace
    ) -> [Proposal] {
        let tables = numbers.map { number in
            PairTable(
                sentence: analysis.sentences[number], local: context.sentences[number].local, found: found,
                proposals: bySentence[number] ?? [])
        }
        let scores = scorer.score(tables.map(\.request), workspace)
        var mixed: [Proposal] = []
        for (index, number) in numbers.enumerated() {
            let scored = tables[index].scored(scores[index])
            mixed += (bySentence[number] ?? []).map { weighed($0, scored, found) }
            mixed += additions(scored, to: bySentence[number] ?? [], context.sentences[number], found)
        }
        return mixed
    }

    /// A rule's proposal with the scorer's probability of it.
    private func weighed(_ proposal: Proposal, _ scored: [PairTable.Key: PairScores], _ found: EntityAnalysis)
        -> Proposal
    {
        var proposal = proposal
        let rule = proposal.findings.max { $0.score < $1.score }
        proposal.status = status(proposal, scored)
        let opinion = opinion(proposal, scored)
        if let opinion {
            proposal.findings.append(Finding(method: "model", name: "pair scorer", score: opinion.relation))
        }
        return weighed(proposal, rule: rule, opinion, found)
    }

    private func weighed(_ proposal: Proposal, rule: Finding?, _ opinion: Calibration.Opinion?, _ found: EntityAnalysis)
        -> Proposal
    {
        let side = { (mention: Mention) in
            Calibration.Side(kind: found.entities[mention.entity].kind, form: mention.form)
        }
        let (source, target) = (found.mentions[proposal.source], found.mentions[proposal.target])
        let between =
            max(source.tokens.lowerBound, target.tokens.lowerBound)
            - min(source.tokens.upperBound, target.tokens.upperBound)
        let known = Calibration.Case(
            relation: proposal.relation, rule: rule, model: opinion, status: proposal.status,
            isReported: proposal.speaker != nil, source: side(source), target: side(target),
            distance: source.sentence == target.sentence ? max(0, between) : Self.farApart)
        var weighed = proposal
        weighed.known = known
        weighed.confidence = calibration.confidence(known)
        return weighed
    }

    /// How the sentence puts a relation: as the scorer says where it is sure, else as the words around it read.
    private func status(_ proposal: Proposal, _ scored: [PairTable.Key: PairScores]) -> Status {
        let key = PairTable.Key(source: proposal.source, target: proposal.target)
        guard !StatusPolicy.isStanding(proposal.relation), let scores = scored[key],
            let learned = zip(scores.statuses, scorer.statuses).max(by: { $0.0 < $1.0 })
        else { return proposal.status }
        let isGuarded = proposal.status == .denied || proposal.status == .alleged
        return isGuarded || learned.0 < Self.sureOfStatus ? proposal.status : learned.1
    }

    // Of 117 plans and possibilities that the two read differently on newly marked documents, the scorer was right in 96
    // above 0.6 and the rules in 23; with later weights it was the better one below that, too. What the rules read as
    // denied or claimed stays so: a denial stored as a fact is the worst mistake there is.
    private static let sureOfStatus: Float = 0.5

    /// The distance of mentions in different sentences.
    private static let farApart = 50

    /// What the scorer says of a proposal.
    private func opinion(_ proposal: Proposal, _ scored: [PairTable.Key: PairScores]) -> Calibration.Opinion? {
        let key = PairTable.Key(source: proposal.source, target: proposal.target)
        guard let column = column[proposal.relation], let scores = scored[key],
            let relation = probability(proposal.relation, proposal.source, proposal.target, scored)
        else { return nil }
        let turned = scored[PairTable.Key(source: proposal.target, target: proposal.source)]
        let statuses = zip(scorer.statuses, scores.statuses)
        let likeliest = statuses.max { $0.1 < $1.1 } ?? (.asserted, 0)
        return Calibration.Opinion(
            relation: Double(relation), any: Double(1 - scores.relations[0]),
            turned: Double(turned?.relations[column] ?? 0),
            status: Double(statuses.first { $0.0 == proposal.status }?.1 ?? 0),
            likeliest: likeliest.0, likeliestStatus: Double(likeliest.1))
    }

    /// What the scorer gives a relation of two mentions; of a relation without direction, in either direction.
    private func probability(
        _ relation: Relation, _ source: Int, _ target: Int, _ scored: [PairTable.Key: PairScores]
    ) -> Float? {
        guard let column = column[relation], let scores = scored[PairTable.Key(source: source, target: target)] else {
            return nil
        }
        let straight = scores.relations[column]
        guard ontology[relation]?.isSymmetric == true,
            let turned = scored[PairTable.Key(source: target, target: source)]
        else { return straight }
        return max(straight, turned.relations[column])
    }

    /// What the scorer finds and no rule proposes.
    private func additions(
        _ scored: [PairTable.Key: PairScores], to proposals: [Proposal], _ sentence: SentenceContext,
        _ found: EntityAnalysis
    ) -> [Proposal] {
        var known: Set<Proposal.Triple> = []
        for proposal in proposals {
            known.insert(proposal.triple(found, isTurned: false))
            if ontology[proposal.relation]?.isSymmetric == true { known.insert(proposal.triple(found, isTurned: true)) }
        }
        var additions: [Proposal] = []
        var readings = StatusReadings()
        for key in scored.keys.sorted() {
            guard let scores = scored[key] else { continue }
            for index in scores.relations.indices where scores.relations[index] >= Self.floor {
                guard let relation = scorer.relations[index] else { continue }
                let bare = Proposal(
                    sentence: sentence.number, source: key.source, relation: relation, target: key.target,
                    status: .asserted, findings: [], predicate: 0)
                if known.contains(bare.triple(found, isTurned: false)) || rules.contradicts(bare, found)
                    || isTopic(bare, sentence, found)
                    || sentence.isMisplaced(bare, found.mentions, found.entities)
                {
                    continue
                }
                additions.append(addition(bare, scores.relations[index], scored, sentence, found, &readings))
            }
        }
        return additions
    }

    /// "Talks with Russia about Syria": what is talked about takes no part.
    private func isTopic(_ addition: Proposal, _ sentence: SentenceContext, _ found: EntityAnalysis) -> Bool {
        guard ontology[addition.relation]?.isSymmetric == true else { return false }
        return [addition.source, addition.target].contains { mention in
            Self.topics.contains(sentence.tree.preposition(found.mentions[mention].head))
        }
    }

    private static let topics: Set<String> = ["about", "because_of", "because", "over", "regarding", "concerning"]

    private func addition(
        _ bare: Proposal, _ probability: Float, _ scored: [PairTable.Key: PairScores], _ sentence: SentenceContext,
        _ found: EntityAnalysis, _ readings: inout StatusReadings
    ) -> Proposal {
        var proposal = rules.read(bare, in: sentence, &readings)
        proposal.status = status(proposal, scored)
        proposal.findings = [Finding(method: "model", name: "pair scorer", score: Double(probability))]
        return weighed(proposal, rule: nil, opinion(proposal, scored), found)
    }
}
