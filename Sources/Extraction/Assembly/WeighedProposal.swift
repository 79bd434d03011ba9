import Annotations

/// A proposal with what its confidence is made of, as the fitting of the calibration reads it.
public struct WeighedProposal: Sendable, Hashable {
    /// The index of the sentence.
    public var sentence: Int
    /// The index of the source's entity.
    public var source: Int
    /// The relation.
    public var relation: Relation
    /// The index of the target's entity.
    public var target: Int
    /// How the sentence puts it.
    public var status: Status
    /// The status that the scorer itself would give, with its probability; nil where it does not see the pair.
    public var learned: (status: Status, probability: Double)? {
        likeliest.map { ($0, likeliestProbability) }
    }
    /// The features of the calibration by name.
    public var features: [String: Double]

    var likeliest: Status?
    var likeliestProbability: Double
}

extension Extractor {
    /// Every proposal of a document, however unlikely, with the features that its confidence is computed from.
    public func weighedProposals(_ analysis: Analysis, document: Document) -> (
        found: EntityAnalysis, proposals: [WeighedProposal]
    ) {
        let (found, proposals) = proposals(analysis, document)
        return (
            found,
            proposals.compactMap { proposal in
                guard let known = proposal.known else { return nil }
                return WeighedProposal(
                    sentence: proposal.sentence, source: found.mentions[proposal.source].entity,
                    relation: proposal.relation, target: found.mentions[proposal.target].entity,
                    status: proposal.status,
                    features: Dictionary(
                        Calibration.features(known).map { ($0.name, $0.value) }, uniquingKeysWith: { $0 + $1 }),
                    likeliest: known.model?.likeliest, likeliestProbability: known.model?.likeliestStatus ?? 0)
            }
        )
    }
}
