import Annotations

/// Turns proposals into assertions with evidence: one per sentence, source, relation, target and status.
struct AssertionBuilder {
    private let analysis: Analysis
    private let document: Document
    private let found: EntityAnalysis
    private let ontology: Ontology

    /// A longer sentence is cut down to the part around its mentions and predicate.
    private static let longest = 400
    private static let margin = 120

    private struct Key: Hashable {
        var sentence: Int
        var source: Int
        var relation: Relation
        var target: Int
        var status: Status
    }

    /// Makes a builder for a document.
    init(analysis: Analysis, document: Document, found: EntityAnalysis, ontology: Ontology) {
        self.analysis = analysis
        self.document = document
        self.found = found
        self.ontology = ontology
    }

    /// The assertions of the proposals, in document order.
    ///
    /// - Parameter least: the confidence below which what a rule proposes is left out, and what the scorer alone does.
    func assertions(_ proposals: [Proposal], least: (ofRule: Double, ofModel: Double)) -> [Assertion] {
        var order: [Key] = []
        var groups: [Key: [Proposal]] = [:]
        for proposal in proposals {
            let key = key(proposal)
            guard key.source != key.target else { continue }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(proposal)
        }
        let kept = order.compactMap { groups[$0] }.filter { group in
            let hasRule = group.contains { $0.findings.contains { $0.method == "rule" } }
            return confidence(group) >= (hasRule ? least.ofRule : least.ofModel)
        }
        // One text for all that a passage says: a long document has many of them in memory.
        var texts: [Range<Int>: String] = [:]
        return kept.map { assertion($0, &texts) }.sorted(by: precedes)
    }

    /// The key of a proposal; a relation without direction has the entity that comes first in the document as source.
    private func key(_ proposal: Proposal) -> Key {
        let source = found.mentions[proposal.source].entity
        let target = found.mentions[proposal.target].entity
        let isTurned = ontology[proposal.relation]?.isSymmetric == true && target < source
        return Key(
            sentence: proposal.sentence, source: isTurned ? target : source, relation: proposal.relation,
            target: isTurned ? source : target, status: proposal.status)
    }

    private func precedes(_ a: Assertion, _ b: Assertion) -> Bool {
        if a.evidence.range.lowerBound != b.evidence.range.lowerBound {
            return a.evidence.range.lowerBound < b.evidence.range.lowerBound
        }
        if a.evidence.source.lowerBound != b.evidence.source.lowerBound {
            return a.evidence.source.lowerBound < b.evidence.source.lowerBound
        }
        if a.evidence.target.lowerBound != b.evidence.target.lowerBound {
            return a.evidence.target.lowerBound < b.evidence.target.lowerBound
        }
        if a.relation != b.relation { return a.relation < b.relation }
        return a.status < b.status
    }

    private func assertion(_ proposals: [Proposal], _ texts: inout [Range<Int>: String]) -> Assertion {
        let best = proposals.max { ($0.confidence ?? $0.score) < ($1.confidence ?? $1.score) } ?? proposals[0]
        let isTurned = key(best).source != found.mentions[best.source].entity
        let source = found.mentions[isTurned ? best.target : best.source]
        let target = found.mentions[isTurned ? best.source : best.target]
        let speaker = proposals.compactMap(\.speaker).first
        let range = passage(best, source, target)
        let text = texts[range] ?? document.text(range)
        texts[range] = text
        return Assertion(
            source: found.entities[source.entity].reference, relation: best.relation,
            target: found.entities[target.entity].reference,
            status: best.status, speaker: speaker.map { found.entities[$0].reference },
            confidence: confidence(proposals),
            evidence: Evidence(
                document: document.id, range: range, text: text, source: source.range,
                target: target.range,
                attribution: best.attribution.map { found.entities[$0].name }, findings: findings(proposals),
                date: document.date))
    }

    /// What found some proposals, each rule or model once.
    private func findings(_ proposals: [Proposal]) -> [Finding] {
        var findings: [Finding] = []
        for finding in proposals.flatMap(\.findings) where !findings.contains(where: { $0.name == finding.name }) {
            findings.append(finding)
        }
        return findings
    }

    /// How likely one of them is right; where none was weighed, findings that agree raise the score.
    private func confidence(_ proposals: [Proposal]) -> Double {
        proposals.compactMap(\.confidence).max() ?? 1 - findings(proposals).reduce(1) { $0 * (1 - $1.score) }
    }

    /// The sentence, or the part of a long one around the mentions and the predicate, cut between words.
    private func passage(_ proposal: Proposal, _ source: Mention, _ target: Mention) -> Range<Int> {
        let sentence = analysis.sentences[proposal.sentence]
        guard sentence.range.count > Self.longest else { return sentence.range }
        let local = [source, target].filter { $0.sentence == proposal.sentence }.map(\.range)
        let predicate = sentence.tokens[proposal.predicate].range
        let low = (local.map(\.lowerBound) + [predicate.lowerBound]).min() ?? sentence.range.lowerBound
        let high = (local.map(\.upperBound) + [predicate.upperBound]).max() ?? sentence.range.upperBound
        let start = sentence.tokens.first { $0.range.lowerBound >= low - Self.margin }?.range.lowerBound ?? low
        let end = sentence.tokens.last { $0.range.upperBound <= high + Self.margin }?.range.upperBound ?? high
        return min(start, low)..<max(end, high)
    }
}
