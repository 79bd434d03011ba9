import Extraction

/// How far an assertion agrees with a gold one; each case includes the ones before it.
public enum MatchDepth: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Not even the same two entities.
    case none
    /// The same source and target.
    case pair
    /// The same relation as well.
    case relation
    /// The same status as well.
    case status

    /// Orders depths from shallow to deep.
    public static func < (a: MatchDepth, b: MatchDepth) -> Bool { a.rawValue < b.rawValue }
}

/// An assertion as it is compared with gold: passages that say the same are one claim.
struct Claim: Hashable, Sendable {
    var source: ComparedName
    var relation: Relation
    var target: ComparedName
    var status: String

    init(_ assertion: Assertion) {
        source = ComparedName(assertion.source.name)
        relation = assertion.relation
        target = ComparedName(assertion.target.name)
        status = assertion.status.rawValue
    }
}

/// Compares claims with gold assertions.
struct AssertionMatch: Sendable {
    private let symmetric: Set<Relation>

    init(ontology: Ontology) {
        symmetric = Set(ontology.relations.filter(\.isSymmetric).map(\.relation))
    }

    /// How far a claim agrees with a gold assertion.
    func depth(_ claim: Claim, _ gold: GoldAssertion) -> MatchDepth {
        guard isStraight(claim, gold) || isTurned(claim, gold) else { return .none }
        guard gold.relations.contains(claim.relation) else { return .pair }
        return gold.statuses.contains(claim.status) ? .status : .relation
    }

    private func isStraight(_ claim: Claim, _ gold: GoldAssertion) -> Bool {
        gold.sources.contains(claim.source) && gold.targets.contains(claim.target)
    }

    /// Turned round, only names count: an end that may be anything would accept every claim.
    private func isTurned(_ claim: Claim, _ gold: GoldAssertion) -> Bool {
        gold.targets.values.contains(claim.source) && gold.sources.values.contains(claim.target)
            && (symmetric.contains(claim.relation) || !symmetric.isDisjoint(with: gold.relations.values))
    }
}
