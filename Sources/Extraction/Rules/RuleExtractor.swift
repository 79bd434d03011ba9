import Annotations
import Knowledge

/// Finds relations by the rules: over the trees of a document's sentences and the mentions in them.
public struct RuleExtractor: Sendable {
    private let rules: RuleSet
    private let reader: StatusReader
    private let knowledge: Knowledge

    /// Makes an extractor from its rules and the knowledge of titles and offices.
    public init(rules: RuleSet, knowledge: Knowledge) {
        self.rules = rules
        self.knowledge = knowledge
        reader = StatusReader(rules: rules)
    }

    /// Proposes relations in document order; a rule proposes each pair of mentions at most once.
    ///
    /// - Parameters:
    ///   - analysis: the sentences with trees.
    ///   - mentions: the mentions of all sentences.
    ///   - entities: what the mentions refer to.
    public func proposals(analysis: Analysis, document: Document, mentions: [Mention], entities: [Entity]) -> [Proposal]
    {
        let context = context(analysis, trees(analysis), mentions)
        return proposals(context, analysis: analysis, document: document, mentions: mentions, entities: entities)
    }

    /// What the rules, the reader of statuses and the mixer know of a document's sentences.
    func context(
        _ analysis: Analysis, _ trees: [SentenceTree], _ mentions: [Mention], speakers: UnnamedSpeakers? = nil,
        offices: [Office] = []
    ) -> DocumentContext {
        DocumentContext(
            analysis: analysis, trees: trees, mentions: mentions, speakers: speakers, rules: rules, offices: offices)
    }

    /// The trees of a document's sentences.
    func trees(_ analysis: Analysis) -> [SentenceTree] {
        var table = MorphologyTable()
        return analysis.sentences.map { SentenceTree($0, lemmas: rules.lemmas, &table) }
    }

    /// Those who only speak in a document.
    func unnamedSpeakers(_ analysis: Analysis, _ trees: [SentenceTree], _ found: EntityAnalysis) -> UnnamedSpeakers {
        UnnamedSpeakers(analysis: analysis, trees: trees, found: found, rules: rules, knowledge: knowledge)
    }

    /// The proposal with the speaker whose words it stands in, where its predicate tells none.
    func attributed(_ proposal: Proposal, _ context: DocumentContext) -> Proposal {
        let sentence = context.sentences[proposal.sentence]
        let mentions = sentence.resolver.index.mentions
        let ends = [proposal.source, proposal.target]
        guard proposal.speaker == nil, ends.allSatisfy({ mentions[$0].sentence == sentence.number }) else {
            return proposal
        }
        let finder = SpeakerFinder(context: sentence, words: rules.words)
        guard !StatusPolicy.isStanding(proposal.relation) || finder.states(proposal.source, proposal.target),
            let found = finder.around(
                source: proposal.source, target: proposal.target, isClaim: proposal.status == .alleged)
        else { return proposal }
        var attributed = proposal
        let speaker = own(found, proposal.source, sentence, mentions)
        attributed.speaker = speaker
        if attributed.attribution.isEmpty { attributed.attribution = [speaker] }
        return attributed
    }

    /// Proposes relations in a document that is already indexed.
    func proposals(
        _ context: DocumentContext, analysis: Analysis, document: Document, mentions: [Mention], entities: [Entity]
    ) -> [Proposal] {
        var proposals: [Proposal] = []
        for sentence in context.sentences
        where sentence.local.count > 1 && !SentenceFilter.defeats(analysis.sentences[sentence.number]) {
            proposals += self.proposals(sentence, mentions: mentions, entities: entities)
        }
        let offices = OfficeFinder(
            knowledge: knowledge, mentions: mentions, entities: entities, offices: context.offices)
        return proposals + offices.proposals(context, known: proposals)
    }

    private func proposals(_ sentence: SentenceContext, mentions: [Mention], entities: [Entity]) -> [Proposal] {
        let matcher = RuleMatcher(
            rules: rules, knowledge: knowledge, resolver: sentence.resolver, entities: entities, local: sentence.local)
        var seen: Set<RuleMatch> = []
        var readings = StatusReadings()
        return matcher.matches().filter { seen.insert($0).inserted }.map { match in
            proposal(match, sentence, &readings)
        }.filter { !sentence.isMisplaced($0, mentions, entities) }.filter { proposal in
            // "President Putin, Minister Lavrov and Minister Muallem": one title is not shared by those who follow.
            mentions[proposal.source].tokens.lowerBound <= proposal.predicate + 1
                || !contradicts(
                    proposal.relation, entities[mentions[proposal.source].entity],
                    entities[mentions[proposal.target].entity])
        }
    }

    private func proposal(_ match: RuleMatch, _ sentence: SentenceContext, _ readings: inout StatusReadings)
        -> Proposal
    {
        let mentions = sentence.resolver.index.mentions
        let rule = rules.rules[match.rule]
        let isStanding = StatusPolicy.isStanding(rule.relation) && !isClausal(match.predicate, rule, sentence)
        let reading =
            isStanding
            ? StatusReading() : readings.reading(match.predicate, in: sentence, effect: rule.effect, by: reader)
        let speaker =
            says(match, sentence, mentions)
            ? mentions[match.source].entity : speaker(reading, match.source, sentence, mentions)
        let status = StatusPolicy.status(
            reading, relation: rule.relation, source: mentions[match.source].entity,
            speaker: sentence.speaks(speaker, for: mentions[match.source].entity) ? nil : speaker)
        return Proposal(
            sentence: sentence.number, source: match.source, relation: rule.relation, target: match.target,
            status: isStanding ? rule.effect ?? standing(match, rule, sentence) : status, speaker: speaker,
            attribution: reading.attribution.map { mentions[$0].entity },
            findings: [Finding(method: "rule", name: rule.name, score: rule.score)], predicate: match.predicate)
    }

    /// The status of an office: planned, where it is one to come.
    private func standing(_ match: RuleMatch, _ rule: Rule, _ sentence: SentenceContext) -> Status {
        rule.form == .role && sentence.tree.isOfficeToCome(endingAt: match.predicate) ? .planned : .asserted
    }

    /// "Reid said the president should go": whether the relation lies in what the source says of the target.
    private func says(_ match: RuleMatch, _ sentence: SentenceContext, _ mentions: [Mention]) -> Bool {
        let tree = sentence.tree
        guard rules.words["speech"].contains(tree.words[match.predicate]) else { return false }
        return tree.way(from: mentions[match.target].head, to: match.predicate).contains {
            tree.heads[$0] == match.predicate && [.ccomp, .parataxis].contains(tree.links[$0])
        }
    }

    /// A relation that no rule proposes, with the status and speaker that the words between the two mentions give it.
    func read(_ bare: Proposal, in sentence: SentenceContext, _ readings: inout StatusReadings) -> Proposal {
        let mentions = sentence.resolver.index.mentions
        var proposal = bare
        proposal.predicate = predicate(mentions[bare.source].head, mentions[bare.target].head, sentence.tree)
        let reading =
            StatusPolicy.isStanding(bare.relation)
            ? StatusReading() : readings.reading(proposal.predicate, in: sentence, by: reader)
        let entity = mentions[bare.source].entity
        proposal.speaker = speaker(reading, bare.source, sentence, mentions)
        proposal.status = StatusPolicy.status(
            reading, relation: bare.relation, source: entity,
            speaker: sentence.speaks(proposal.speaker, for: entity) ? nil : proposal.speaker)
        proposal.attribution = reading.attribution.map { mentions[$0].entity }
        return proposal
    }

    /// Whose claim it is; of several who speak together, the one whose own deed it is.
    private func speaker(_ reading: StatusReading, _ source: Int, _ sentence: SentenceContext, _ mentions: [Mention])
        -> Int?
    {
        reading.speaker.map { own($0, source, sentence, mentions) }
    }

    /// The states of "Israeli and Palestinian officials".
    private func parties(to said: Mention, _ sentence: SentenceContext) -> [Int] {
        guard said.isAgent else { return [] }
        return sentence.resolver.nouns.parties(said.head).compactMap { sentence.resolver.index.headed($0) }
    }

    /// Of several who speak together, the one whose own deed it is.
    private func own(_ speaker: Int, _ source: Int, _ sentence: SentenceContext, _ mentions: [Mention]) -> Int {
        let said = mentions[speaker]
        let isTogether =
            said.sentence == sentence.number
            && (sentence.resolver.mentions([said.head], descend: false) + parties(to: said, sentence)).contains {
                mentions[$0].entity == mentions[source].entity
            }
        return mentions[isTogether ? source : speaker].entity
    }

    /// Whether the knowledge of offices speaks against leading or representing somebody: it knows the person in the same
    /// kind of office elsewhere, or in another kind of office there.
    func contradicts(_ proposal: Proposal, _ found: EntityAnalysis) -> Bool {
        contradicts(
            proposal.relation, found.entities[found.mentions[proposal.source].entity],
            found.entities[found.mentions[proposal.target].entity])
    }

    private func contradicts(_ relation: Relation, _ source: Entity, _ target: Entity) -> Bool {
        guard relation.rawValue == "leads", let person = knowledge.entity(source.id) else { return false }
        let tenures = knowledge.tenures(of: person)
        guard !tenures.isEmpty, target.kind == .state else { return false }
        return !tenures.contains { "state:" + $0.owner == target.id || $0.owner == target.id }
            || !tenures.contains { $0.relation == relation }
    }

    /// Whether an office or membership is what the clause says ("is not a member", "will become president").
    private func isClausal(_ predicate: Int, _ rule: Rule, _ sentence: SentenceContext) -> Bool {
        if rule.form == .verb { return true }
        return rule.form == .role
            && (sentence.tree.child(predicate, .cop) != nil
                || [.xcomp, .root].contains(sentence.tree.links[predicate]))
    }

    /// The token that two mentions depend on; of a verb of saying and what is said, the head of what is said.
    private func predicate(_ source: Int, _ target: Int, _ tree: SentenceTree) -> Int {
        var predicate = tree.meeting(source, target)
        let down = tree.way(from: target, to: predicate)
        for token in down.reversed() {
            let isContent =
                [.ccomp, .parataxis, .xcomp].contains(tree.links[token]) || tree.links[token] == .obj && token != target
            let isSaid = rules.words["speech"].contains(tree.words[predicate])
            let isHeading = predicate == source && tree.links[token] == .parataxis
            guard isContent, isSaid || isHeading else { break }
            predicate = token
        }
        return predicate
    }
}
