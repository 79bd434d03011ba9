import Annotations
import Knowledge

/// Proposes what a bare title says ("President Bush", "Queen Elizabeth"): its holder leads or represents the state or body
/// that the document names for the holder elsewhere, or that the knowledge of offices gives, where the document names it.
struct OfficeFinder {
    private let knowledge: Knowledge
    private let mentions: [Mention]
    private let entities: [Entity]
    private let date: String?
    private let byEntity: [Int: [Int]]
    private let byId: [String: Int]

    /// Makes a finder for a document.
    init(knowledge: Knowledge, mentions: [Mention], entities: [Entity], document: Document) {
        self.knowledge = knowledge
        self.mentions = mentions
        self.entities = entities
        date = document.date
        byEntity = Dictionary(grouping: mentions.indices, by: { mentions[$0].entity })
        byId = Dictionary(entities.indices.map { (entities[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
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
        for sentence in context.sentences {
            for number in sentence.local
            where entities[mentions[number].entity].kind == .person && mentions[number].form == .name {
                let holder = mentions[number].entity
                guard !said.contains([sentence.number, holder]), let title = title(before: number, sentence) else {
                    continue
                }
                let isExplicit = owners[holder]?[title.relation]
                guard let owner = isExplicit ?? office(holder, title), owner != holder,
                    let target = nearest(owner, to: number)
                else { continue }
                said.insert([sentence.number, holder])
                let score = isExplicit == nil ? 0.6 : 0.7
                found.append(
                    Proposal(
                        sentence: sentence.number, source: number, relation: title.relation, target: target,
                        status: .asserted,
                        findings: [
                            Finding(
                                method: "rule", name: "\(title.relation.rawValue)/title \(title.name)", score: score)
                        ],
                        predicate: max(0, mentions[number].tokens.lowerBound - 1)))
            }
        }
        return found
    }

    private func title(before mention: Int, _ sentence: SentenceContext) -> Title? {
        let first = mentions[mention].tokens.lowerBound
        guard first > 0, let found = Titles(knowledge).title(endingAt: first - 1, in: sentence.tree) else { return nil }
        return ["leads", "represents"].contains(found.title.relation.rawValue) ? found.title : nil
    }

    /// The state or body that the person holds (or held) such an office of, by the knowledge files.
    private func office(_ holder: Int, _ title: Title) -> Int? {
        guard let person = knowledge.entity(entities[holder].id) else { return capital(title) }
        let tenures = knowledge.tenures(of: person).filter { $0.relation == title.relation }
        let current = date.flatMap { date in tenures.first { $0.covers(date) } }
        return (current ?? tenures.first).flatMap { byId[$0.owner] ?? byId["state:" + $0.owner] }
    }

    /// A head of state or government without known office: the only state of the document, if there is one.
    private func capital(_ title: Title) -> Int? {
        guard ["state", "government"].contains(title.type) else { return nil }
        let states = entities.indices.filter { entities[$0].kind == .state }
        return states.count == 1 ? states[0] : nil
    }

    private func nearest(_ entity: Int, to mention: Int) -> Int? {
        byEntity[entity]?.min { distance($0, mention) < distance($1, mention) }
    }

    private func distance(_ a: Int, _ b: Int) -> Int {
        abs(mentions[a].range.lowerBound - mentions[b].range.lowerBound)
    }
}
