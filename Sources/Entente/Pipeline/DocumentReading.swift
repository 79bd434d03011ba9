import Extraction
import Knowledge

/// The mentions, entities and assertions of one document.
public struct DocumentExtraction: Sendable {
    public var mentions: [Mention]
    public var entities: [Entity]
    public var assertions: [Assertion]
}

/// Finds what one document says.
struct DocumentReading: Sendable {
    let mentions: MentionPipeline
    let rules: RuleExtractor

    init(_ knowledge: Knowledge) throws(Problem) {
        mentions = MentionPipeline(knowledge: knowledge)
        let files = knowledge.files.filter { $0.name.hasPrefix("rules/") }.map {
            RuleFile(name: String($0.name.dropFirst(6)), text: String(decoding: $0.bytes, as: UTF8.self))
        }
        do throws(RuleError) {
            rules = RuleExtractor(rules: try RuleSet(files: files))
        } catch {
            throw Problem(
                .data, file: "rules/\(error.file)", line: error.line, what: error.message, advice: "mend the line")
        }
    }

    func extract(_ analysis: Analysis, _ document: Document) -> DocumentExtraction {
        let found = mentions.analyze(analysis, document: document)
        let proposals = rules.proposals(analysis: analysis, mentions: found.mentions, entities: found.entities)
        let assertions = proposals.compactMap { assertion($0, found, analysis, document) }
        return DocumentExtraction(mentions: found.mentions, entities: found.entities, assertions: assertions)
    }

    private func assertion(
        _ proposal: Proposal, _ found: EntityAnalysis, _ analysis: Analysis, _ document: Document
    ) -> Assertion? {
        let (source, target) = (found.mentions[proposal.source], found.mentions[proposal.target])
        guard source.entity != target.entity else { return nil }
        let range = analysis.sentences[proposal.sentence].range
        return Assertion(
            source: found.entities[source.entity].reference, relation: proposal.relation,
            target: found.entities[target.entity].reference, status: proposal.status,
            speaker: proposal.speaker.map { found.entities[$0].reference }, confidence: proposal.score,
            evidence: Evidence(
                document: document.id, range: range, text: document.text(range), source: source.range,
                target: target.range, attribution: proposal.attribution.map { found.entities[$0].name },
                findings: proposal.findings, date: document.date))
    }
}
