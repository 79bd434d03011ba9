import Annotations

/// Takes back what contradicts something likelier in the same sentence: those who "want to see Assad gone and support the
/// opposition to him" do not back Assad.
///
/// Of support and enmity between the same two, put in the same way, the likelier stays. On 292 marked documents the less
/// likely of such a pair was right once in eight, the likelier five times.
enum Contradictions {
    private struct Key: Hashable {
        var sentence: Int
        var source: Int
        var target: Int
        var status: Status
    }

    private static let support: Set<String> = ["backs", "alliedWith"]
    private static let enmity: Set<String> = ["opposes", "fights", "attacks"]

    /// The proposals without those that something likelier contradicts; `mentions` are those of the document.
    static func resolved(_ proposals: [Proposal], _ mentions: [Mention]) -> [Proposal] {
        var support: [Key: Double] = [:]
        var enmity: [Key: Double] = [:]
        for proposal in proposals {
            let key = key(proposal, mentions)
            let confidence = proposal.confidence ?? 0
            if isSupport(proposal) { support[key] = max(support[key] ?? 0, confidence) }
            if isEnmity(proposal) { enmity[key] = max(enmity[key] ?? 0, confidence) }
        }
        return proposals.filter { proposal in
            let key = key(proposal, mentions)
            let (own, other) = (support[key] ?? 0, enmity[key] ?? 0)
            return isSupport(proposal) ? own >= other : isEnmity(proposal) ? other >= own : true
        }
    }

    private static func key(_ proposal: Proposal, _ mentions: [Mention]) -> Key {
        Key(
            sentence: proposal.sentence, source: mentions[proposal.source].entity,
            target: mentions[proposal.target].entity, status: proposal.status)
    }

    private static func isSupport(_ proposal: Proposal) -> Bool { support.contains(proposal.relation.rawValue) }
    private static func isEnmity(_ proposal: Proposal) -> Bool { enmity.contains(proposal.relation.rawValue) }
}
