import Annotations
import Knowledge

/// Proposes what a bare title says ("President Bush", "Queen Elizabeth"): its holder leads or represents the state or body
/// that the document names for the holder elsewhere, or that `EntityResolver` found for the office, where the document names it.
struct OfficeFinder {
    private let knowledge: Knowledge
    private let mentions: [Mention]
    private let entities: [Entity]
    private let offices: [Office]
    private let byEntity: [Int: [Int]]

    /// Makes a finder for a document.
    init(knowledge: Knowledge, mentions: [Mention], entities: [Entity], offices: [Office]) {
        self.knowledge = knowledge
        self.mentions = mentions
        self.entities = entities
        self.offices = offices
        byEntity = Dictionary(grouping: mentions.indices, by: { mentions[$0].entity })
    }

    /// The proposals of all bare titles; `known` are those of the rules.
    func proposals(_ context: DocumentContext, known: [Proposal]) -> [Proposal] {
        var owners: [Int: [Relation: Int]] = [:]
        var said: Set<[Int]> = []
        for proposal in known where StatusPolicy.isStanding(proposal.relation) {
            let holder = mentions[proposal.source].entity
            if owners[holder]?[proposal.relation] == nil {
                owners[holder, default: [:]][proposal.relation] = mentions[proposal.target].entity
            }
            said.insert([proposal.sentence, holder])
        }
        var found: [Proposal] = []
        let named = context.sentences.map { TitleReader(context: $0, knowledge: knowledge, entities: entities).names() }
        for (sentence, names) in zip(context.sentences, named) {
            for name in names {
                guard let owner = name.owner, let proposal = explicit(name, owner, sentence.number) else { continue }
                let holder = mentions[name.holder].entity
                if owners[holder]?[proposal.relation] == nil {
                    owners[holder, default: [:]][proposal.relation] = mentions[proposal.target].entity
                }
                said.insert([sentence.number, holder])
                if !known.contains(where: { isSame($0, proposal) }) { found.append(proposal) }
            }
        }
        for sentence in context.sentences {
            for member in PartyReader(context: sentence, knowledge: knowledge, entities: entities).members() {
                let made = Proposal(
                    sentence: sentence.number, source: member.person, relation: Relation(rawValue: "memberOf"),
                    target: member.party, status: .asserted,
                    findings: [Finding(method: "rule", name: "memberOf/party", score: 0.8)], predicate: member.token)
                if !(known + found).contains(where: { isSame($0, made) }) { found.append(made) }
            }
        }
        for (sentence, names) in zip(context.sentences, named) {
            for name in names where name.owner == nil && ["leads", "represents"].contains(name.title.relation.rawValue)
            {
                let holder = mentions[name.holder].entity
                guard !said.contains([sentence.number, holder]) else { continue }
                let known = owners[holder]?[name.title.relation]
                guard let owner = known ?? office(holder, name.title), owner != holder,
                    let target = nearest(owner, to: name.holder)
                else { continue }
                said.insert([sentence.number, holder])
                found.append(
                    proposal(name, name.title.relation, target, sentence.number, score: known == nil ? 0.6 : 0.7))
            }
        }
        return found
    }

    /// What a title with its owner says; of a party, an office of the state makes a member.
    private func explicit(_ name: TitledName, _ owner: Int, _ sentence: Int) -> Proposal? {
        let entity = entities[mentions[owner].entity]
        var relation = name.title.relation
        switch entity.kind {
        case .place where name.title.type != "region" && relation == .init(rawValue: "leads"): return nil
        case .organization
        where isParty(entity) && ["state", "government", "region", "minister", "lawmaker"].contains(name.title.type):
            relation = Relation(rawValue: "memberOf")
        // "Democratic committee chairman X" chairs the committee and is a Democrat.
        case .organization
        where isParty(entity) && mentions[owner].form == .demonym && !["leader", "whip"].contains(name.title.name)
            && name.title.relation.rawValue == "leads":
            relation = Relation(rawValue: "memberOf")
        case .state where name.title.type == "professional": return nil
        case .group where ["state", "government"].contains(name.title.type) && name.title.name != "leader": return nil
        case .person where relation.rawValue != "represents": return nil
        default: break
        }
        return proposal(name, relation, owner, sentence, score: 0.8)
    }

    private func isSame(_ a: Proposal, _ b: Proposal) -> Bool {
        a.sentence == b.sentence && a.relation == b.relation && mentions[a.source].entity == mentions[b.source].entity
            && mentions[a.target].entity == mentions[b.target].entity
    }

    private func isParty(_ entity: Entity) -> Bool {
        knowledge.entity(entity.id).map { knowledge.entities[$0].type == "party" } ?? entity.name.contains("Party")
    }

    private func proposal(_ name: TitledName, _ relation: Relation, _ target: Int, _ sentence: Int, score: Double)
        -> Proposal
    {
        Proposal(
            sentence: sentence, source: name.holder, relation: relation, target: target,
            status: name.isToCome ? .planned : .asserted,
            findings: [Finding(method: "rule", name: "\(relation.rawValue)/title \(name.title.name)", score: score)],
            predicate: name.token)
    }

    /// The state or body that the resolver of entities gives the person's office to.
    private func office(_ holder: Int, _ title: Title) -> Int? {
        offices.first { $0.person == holder && $0.relation == title.relation }?.owner
    }

    private func nearest(_ entity: Int, to mention: Int) -> Int? {
        byEntity[entity]?.min { distance($0, mention) < distance($1, mention) }
    }

    private func distance(_ a: Int, _ b: Int) -> Int {
        abs(mentions[a].range.lowerBound - mentions[b].range.lowerBound)
    }
}
