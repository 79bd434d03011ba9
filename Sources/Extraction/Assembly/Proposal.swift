import Annotations

/// A relation between two mentions that a rule or the scorer proposes.
public struct Proposal: Sendable, Hashable {
    /// The index of the sentence.
    public var sentence: Int
    /// The index of the mention of the source.
    public var source: Int
    /// The relation.
    public var relation: Relation
    /// The index of the mention of the target.
    public var target: Int
    /// How the sentence puts it.
    public var status: Status
    /// The index of the entity whose claim it is; nil where the document itself speaks.
    public var speaker: Int?
    /// The indices of the entities that report the claim, outermost first.
    public var attribution: [Int]
    /// What found it, with its score.
    public var findings: [Finding]
    /// The token of the sentence that names the relation.
    public var predicate: Int
    /// How likely the proposal is right, where it was weighed; else the findings alone tell.
    public var confidence: Double?
    /// What it was weighed by, where it was weighed.
    var known: Calibration.Case?

    /// Makes a proposal.
    public init(
        sentence: Int, source: Int, relation: Relation, target: Int, status: Status, speaker: Int? = nil,
        attribution: [Int] = [],
        findings: [Finding], predicate: Int
    ) {
        self.sentence = sentence
        self.source = source
        self.relation = relation
        self.target = target
        self.status = status
        self.speaker = speaker
        self.attribution = attribution
        self.findings = findings
        self.predicate = predicate
    }

    /// The higher of the scores of what found it.
    public var score: Double { findings.map(\.score).max() ?? 0 }

    /// Who, what and whom, mentions aside.
    struct Triple: Hashable {
        var source: Int
        var relation: Relation
        var target: Int
    }

    /// The entities and the relation; turned for a relation without direction.
    func triple(_ found: EntityAnalysis, isTurned: Bool) -> Triple {
        let (from, to) = (found.mentions[source].entity, found.mentions[target].entity)
        return Triple(source: isTurned ? to : from, relation: relation, target: isTurned ? from : to)
    }
}
