import Annotations

/// Finds relations by the rules: over the trees of a document's sentences and the mentions in them.
public struct RuleExtractor: Sendable {
    private let rules: RuleSet
    private let reader: StatusReader

    /// Makes an extractor from its rules.
    public init(rules: RuleSet) {
        self.rules = rules
        reader = StatusReader(rules: rules)
    }

    /// Proposes relations in document order; a rule proposes each pair of mentions at most once.
    ///
    /// - Parameters:
    ///   - analysis: the sentences with trees.
    ///   - mentions: the mentions of all sentences.
    ///   - entities: what the mentions refer to.
    public func proposals(analysis: Analysis, mentions: [Mention], entities: [Entity]) -> [Proposal] {
        let context = DocumentContext(analysis: analysis, mentions: mentions, rules: rules)
        var proposals: [Proposal] = []
        for sentence in context.sentences
        where sentence.local.count > 1 && !SentenceFilter.defeats(analysis.sentences[sentence.number]) {
            proposals += self.proposals(sentence, mentions: mentions, entities: entities)
        }
        return proposals
    }

    private func proposals(_ sentence: SentenceContext, mentions: [Mention], entities: [Entity]) -> [Proposal] {
        let matcher = RuleMatcher(rules: rules, resolver: sentence.resolver, entities: entities, local: sentence.local)
        var seen: Set<RuleMatch> = []
        return matcher.matches().filter { seen.insert($0).inserted }.map { match in
            proposal(match, sentence, mentions: mentions)
        }
    }

    private func proposal(_ match: RuleMatch, _ sentence: SentenceContext, mentions: [Mention]) -> Proposal {
        let rule = rules.rules[match.rule]
        let isStanding = StatusPolicy.isStanding(rule.relation) && rule.form != .verb
        let reading = isStanding ? StatusReading() : reader.read(match.predicate, in: sentence, effect: rule.effect)
        let speaker = reading.speaker.map { mentions[$0].entity }
        let status = StatusPolicy.status(
            reading, relation: rule.relation, source: mentions[match.source].entity, speaker: speaker)
        return Proposal(
            sentence: sentence.number, source: match.source, relation: rule.relation, target: match.target,
            status: isStanding ? rule.effect ?? .asserted : status, speaker: speaker,
            attribution: reading.attribution.map { mentions[$0].entity },
            findings: [Finding(method: "rule", name: rule.name, score: rule.score)], predicate: match.predicate)
    }
}
