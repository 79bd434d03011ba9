import Annotations
import Knowledge

/// An office as one passage gives it to a person: "Syrian Foreign Minister Walid al-Muallem".
public struct Office: Sendable, Hashable {
    /// The person, as an index in the entities.
    public var person: Int
    /// The state or body of the office, as an index in the entities.
    public var owner: Int
    /// The office as the knowledge files name it ("foreign minister").
    public var title: String
    /// What the office makes of its holder: `leads`, `represents` or `memberOf`.
    public var relation: Relation
    /// The sentence of the passage.
    public var sentence: Int
    /// The tokens of the title.
    public var tokens: Range<Int>
    /// The tokens of the person's mention.
    public var personTokens: Range<Int>
    /// The tokens of the owner's mention; nil where the passage leaves the owner out ("President Putin").
    public var ownerTokens: Range<Int>?
    /// True where the words say that the office is over ("former").
    public var isFormer: Bool
}

/// The mentions and entities of one document.
public struct EntityAnalysis: Sendable, Hashable {
    /// Every mention, sorted by sentence and tokens.
    public var mentions: [Mention]
    /// The entities, in order of their first mention; mentions name them by index.
    public var entities: [Entity]
    /// The offices that titles give, sorted by sentence and tokens.
    public var offices: [Office]

    /// Makes an analysis from its parts.
    public init(mentions: [Mention], entities: [Entity], offices: [Office] = []) {
        self.mentions = mentions
        self.entities = entities
        self.offices = offices
    }
}

extension EntityResolver {
    /// The analysis: mentions in order, entities by first mention, two clusters of one id made one entity.
    func result() -> EntityAnalysis {
        var entities: [Entity] = []
        var place: [String: Int] = [:]
        var index: [Int?] = Array(repeating: nil, count: clusters.count)
        var mentions: [Mention] = []
        for (number, candidate) in candidates.enumerated() {
            guard let first = assigned[number], !isSwallowed(number) else { continue }
            for cluster in [first, partners[number]].compactMap({ $0 }) {
                let entity = index[cluster] ?? list(entity(cluster), &entities, &place)
                index[cluster] = entity
                mentions.append(mention(candidate, entity, agents[number]))
            }
        }
        var analysis = EntityAnalysis(mentions: mentions, entities: entities)
        addOffices(to: &analysis, index)
        return analysis
    }

    /// The place of an entity in the list, where it is added or joined to the one of its id.
    private func list(_ made: Entity, _ entities: inout [Entity], _ place: inout [String: Int]) -> Int {
        if let old = place[made.id] {
            entities[old] = merged(entities[old], made)
            return old
        }
        place[made.id] = entities.count
        entities.append(made)
        return entities.count - 1
    }

    private func mention(_ candidate: Candidate, _ entity: Int, _ isAgent: Bool) -> Mention {
        let tokens = views[candidate.sentence].tokens
        let range =
            tokens[candidate.tokens.lowerBound].range
            .lowerBound..<tokens[candidate.tokens.upperBound - 1].range.upperBound
        return Mention(
            sentence: candidate.sentence, tokens: candidate.tokens, head: candidate.head, range: range,
            form: candidate.form,
            entity: entity, isAgent: isAgent)
    }

    /// A mention inside a longer one of the same entity says nothing new ("Russian" of "Russian troops").
    private func isSwallowed(_ index: Int) -> Bool {
        let candidate = candidates[index]
        for other in range(of: candidate.sentence) where other != index && assigned[other] == assigned[index] {
            let tokens = candidates[other].tokens
            let holds =
                tokens.lowerBound <= candidate.tokens.lowerBound && candidate.tokens.upperBound <= tokens.upperBound
            if holds, tokens.count > candidate.tokens.count || other < index { return true }
        }
        return false
    }

    private func merged(_ a: Entity, _ b: Entity) -> Entity {
        var out = a
        out.aliases = Set(a.aliases + b.aliases + [b.name]).filter { $0 != a.name }.sorted()
        out.chain += b.chain.filter { !a.chain.contains($0) }
        return out
    }

    func entity(_ cluster: Int) -> Entity {
        let made = clusters[cluster]
        let name = isAmbiguous(cluster) ? made.fullName ?? display(cluster) : display(cluster)
        let known = made.known.map { knowledge.entities[$0] }
        let kind = known?.kind ?? made.kind
        let id =
            known?.id ?? "\(kind.rawValue):\(NameKey.slug(made.fullName ?? name))"
            + (namesItself(cluster) ? "" : localMark(made.story))
        let aliases = Set(made.names.map(\.name)).filter { $0 != name }.sorted()
        return Entity(id: id, name: name, kind: kind, aliases: aliases, wikidata: known?.wikidata, chain: made.chain)
    }

    /// Whether another group of the document has the same words before its owner.
    private func isAmbiguous(_ cluster: Int) -> Bool {
        guard clusters[cluster].fullName != nil else { return false }
        return clusters.indices.contains {
            $0 != cluster && clusters[$0].noun == clusters[cluster].noun
                && clusters[$0].owner != clusters[cluster].owner
                && clusters[$0].kind == .group && display($0) == display(cluster)
        }
    }

    /// Whether the words of a cluster tell it from others of its kind: "Syrian rebels", but not "rebels".
    func namesItself(_ cluster: Int) -> Bool {
        let made = clusters[cluster]
        return made.noun == nil || made.known != nil || made.owner != nil || made.isNaming
    }

    /// What keeps "protesters" of this story apart from those of others: a mark of the document, and the story's number.
    private func localMark(_ story: Int) -> String {
        story == 0 ? "-" + documentMark : "-\(documentMark)-\(story + 1)"
    }
}
