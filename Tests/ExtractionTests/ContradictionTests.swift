import Annotations
import Testing

@testable import Extraction

@Suite("Support and enmity in one sentence")
struct ContradictionTests {
    private let mentions = (0..<3).map { entity in
        Mention(
            sentence: 0, tokens: entity..<(entity + 1), head: entity, range: entity..<(entity + 1), form: .name,
            entity: entity)
    }

    private func proposal(
        _ relation: String, _ source: Int, _ target: Int, _ confidence: Double, status: Status = .asserted,
        sentence: Int = 0
    ) -> Proposal {
        var proposal = Proposal(
            sentence: sentence, source: source, relation: Relation(rawValue: relation), target: target, status: status,
            findings: [], predicate: 0)
        proposal.confidence = confidence
        return proposal
    }

    private func kept(_ proposals: [Proposal]) -> [String] {
        Contradictions.resolved(proposals, mentions).map(\.relation.rawValue)
    }

    @Test func theLikelierStays() {
        #expect(kept([proposal("backs", 0, 1, 0.5), proposal("opposes", 0, 1, 0.7)]) == ["opposes"])
        #expect(kept([proposal("backs", 0, 1, 0.9), proposal("fights", 0, 1, 0.5)]) == ["backs"])
    }

    @Test func othersAreNoContradiction() {
        #expect(kept([proposal("backs", 0, 1, 0.5), proposal("opposes", 0, 2, 0.7)]).count == 2)
        #expect(kept([proposal("backs", 0, 1, 0.5), proposal("opposes", 1, 0, 0.7)]).count == 2)
        #expect(kept([proposal("backs", 0, 1, 0.5, status: .denied), proposal("opposes", 0, 1, 0.7)]).count == 2)
        #expect(kept([proposal("backs", 0, 1, 0.5), proposal("opposes", 0, 1, 0.7, sentence: 1)]).count == 2)
        #expect(kept([proposal("meets", 0, 1, 0.5), proposal("criticizes", 0, 1, 0.7)]).count == 2)
    }
}
