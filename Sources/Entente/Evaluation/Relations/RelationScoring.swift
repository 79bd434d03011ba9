import Extraction

/// Counts how far what was found agrees with gold.
struct RelationScoring {
    private let match: AssertionMatch
    private var report = RelationReport()
    private var reliability = ReliabilityTable()

    init(ontology: Ontology) {
        match = AssertionMatch(ontology: ontology)
        for depth in MatchDepth.allCases.dropFirst() { report.depths[depth] = Agreement() }
    }

    /// The measures on all documents added so far.
    var result: RelationReport {
        var result = report
        result.reliability = reliability.bins
        return result
    }

    /// Adds a document with what was found in it.
    mutating func add(_ gold: GoldDocument, _ found: [Assertion]) {
        let claims = DistinctClaims(found).claims
        report.gold += gold.assertions.count
        for claim in claims { count(claim, gold) }
        for row in gold.assertions where row.tier == .core { count(row, claims, gold.kind) }
    }

    private mutating func count(_ claim: DistinctClaims.Item, _ gold: GoldDocument) {
        let depths = gold.assertions.map { match.depth(claim.key, $0) }
        let best = depths.max() ?? .none
        for depth in report.depths.keys { report.depths[depth]?.right.count(best >= depth) }
        let isRight = best == .status
        report.byRelation[claim.key.relation.rawValue, default: Agreement()].right.count(isRight)
        report.byStatus[claim.key.status, default: Agreement()].right.count(isRight)
        report.byKind[gold.kind, default: Agreement()].right.count(isRight)
        reliability.count(claim.confidence, isRight)
        countSpeaker(claim, zip(gold.assertions, depths).filter { $1 == .status }.map(\.0.speakers))
    }

    private mutating func countSpeaker(_ claim: DistinctClaims.Item, _ acceptable: [Set<ComparedName>]) {
        let named = acceptable.filter { !$0.isEmpty }
        guard !named.isEmpty else { return }
        report.speaker.count(named.contains { $0.contains(claim.speaker) })
    }

    private mutating func count(_ row: GoldAssertion, _ claims: [DistinctClaims.Item], _ kind: String) {
        let best = claims.map { match.depth($0.key, row) }.max() ?? .none
        for depth in report.depths.keys { report.depths[depth]?.found.count(best >= depth) }
        let isFound = best == .status
        report.byRelation[row.relation.rawValue, default: Agreement()].found.count(isFound)
        report.byStatus[row.status, default: Agreement()].found.count(isFound)
        report.byKind[kind, default: Agreement()].found.count(isFound)
    }
}

/// The claims of a document, each once, in the order of their first passages.
struct DistinctClaims {
    /// A claim with the speaker of its first passage and the confidence of its surest.
    struct Item {
        var key: Claim
        var speaker: ComparedName
        var confidence: Double
    }

    private(set) var claims: [Item] = []

    init(_ assertions: [Assertion]) {
        var places: [Claim: Int] = [:]
        for assertion in assertions {
            let key = Claim(assertion)
            if let place = places[key] {
                claims[place].confidence = max(claims[place].confidence, assertion.confidence)
            } else {
                places[key] = claims.count
                let speaker = ComparedName(assertion.speaker?.name ?? "")
                claims.append(Item(key: key, speaker: speaker, confidence: assertion.confidence))
            }
        }
    }
}

/// Counts right claims by their confidence, in tenths.
struct ReliabilityTable {
    private var sums = [Double](repeating: 0, count: 10)
    private var shares = [Share](repeating: Share(), count: 10)

    /// The bins that hold a claim.
    var bins: [RelationReport.Bin] {
        shares.indices.filter { shares[$0].whole > 0 }.map { tenth in
            RelationReport.Bin(
                tenths: tenth..<tenth + 1, confidence: sums[tenth] / Double(shares[tenth].whole), right: shares[tenth])
        }
    }

    mutating func count(_ confidence: Double, _ isRight: Bool) {
        let tenth = min(9, max(0, Int(confidence * 10)))
        sums[tenth] += confidence
        shares[tenth].count(isRight)
    }
}
