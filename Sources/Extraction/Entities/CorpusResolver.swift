import Annotations
import Knowledge

/// The entities of many documents, made one list.
public struct CorpusResolution: Sendable, Hashable {
    /// The entities, sorted by id.
    public var entities: [Entity]
    /// For each document and each of its entities, the index in `entities`.
    public var index: [[Int]]

    /// Makes a resolution from its parts.
    public init(entities: [Entity], index: [[Int]]) {
        self.entities = entities
        self.index = index
    }
}

/// Merges the entities of documents: same id, same entity; a last name alone joins the one person of that name; a name
/// that some document gives as another name of one body joins that body.
///
/// The result does not depend on the order of the documents.
public struct CorpusResolver: Sendable {
    private let knowledge: Knowledge

    /// Makes a resolver; the knowledge keeps apart what a user's file keeps apart.
    public init(knowledge: Knowledge) {
        self.knowledge = knowledge
    }

    /// Resolves the entities of documents.
    ///
    /// - Complexity: linear in the entities, times the people who share the consonants of a last name.
    public func resolve(_ documents: [[Entity]]) -> CorpusResolution {
        var table = CorpusTable(documents)
        table.joinSpellings(knowledge)
        table.joinLastNames(knowledge)
        table.joinAliases(knowledge)
        return table.resolution(documents, knowledge)
    }
}

/// The entities by id, with what was joined to what.
private struct CorpusTable {
    /// The ids, sorted; everything below is by place in this list.
    let ids: [String]
    let place: [String: Int]
    var members: [[Entity]]
    var parent: [Int]
    var reasons: [[String]]

    init(_ documents: [[Entity]]) {
        let ids = Set(documents.joined().map(\.id)).sorted()
        let place = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        var members: [[Entity]] = Array(repeating: [], count: ids.count)
        for entity in documents.joined() {
            if let index = place[entity.id] { members[index].append(entity) }
        }
        self.ids = ids
        self.place = place
        self.members = members
        parent = Array(ids.indices)
        reasons = Array(repeating: [], count: ids.count)
    }

    func root(_ index: Int) -> Int {
        var current = index
        while parent[current] != current { current = parent[current] }
        return current
    }

    /// The most used name, the longer one of two equally used.
    func name(_ index: Int) -> String {
        var counts: [String: Int] = [:]
        for member in members[index] { counts[member.name, default: 0] += 1 }
        return counts.max { ($0.value, $0.key.utf8.count, $1.key) < ($1.value, $1.key.utf8.count, $0.key) }?.key ?? ""
    }

    mutating func join(_ a: Int, into b: Int, because reason: String) {
        let (from, to) = (root(a), root(b))
        guard from != to else { return }
        parent[from] = to
        reasons[to].append(reason)
    }

    private func kind(_ index: Int) -> EntityKind? { members[index].first?.kind }

    private func persons() -> [(index: Int, name: PersonName)] {
        ids.indices.filter { kind($0) == .person }.map { ($0, PersonName(NameKey.fold(name($0)))) }
    }

    // MARK: Joining

    /// "Walid al-Muallem" and "Valid Muallem": full names in two spellings.
    mutating func joinSpellings(_ knowledge: Knowledge) {
        let full = persons().filter { !$0.name.isSingle }
        for (_, bucket) in Dictionary(grouping: full, by: { PersonName.skeleton($0.name.last) }).sorted(by: {
            $0.key < $1.key
        }) {
            for (position, person) in bucket.enumerated() {
                let match = bucket[..<position].first { other in
                    PersonName.areVariants(other.name.last, person.name.last)
                        && PersonName.areVariants(other.name.first, person.name.first)
                        && !knowledge.keepsApart(
                            other.name.all.joined(separator: " "), person.name.all.joined(separator: " "))
                }
                guard let match else { continue }
                let (small, large) =
                    rank(person.index) < rank(match.index) ? (person.index, match.index) : (match.index, person.index)
                join(small, into: large, because: "'\(name(small))' is a spelling of '\(name(large))'")
            }
        }
    }

    /// The documents that name an entity; ties are broken by id.
    private func rank(_ index: Int) -> (Int, String) { (members[index].count, ids[index]) }

    /// "Muallem" joins the only person of that last name.
    mutating func joinLastNames(_ knowledge: Knowledge) {
        let people = persons()
        let full = Dictionary(grouping: people.filter { !$0.name.isSingle }, by: { PersonName.skeleton($0.name.last) })
        for person in people where person.name.isSingle {
            let options = (full[PersonName.skeleton(person.name.last)] ?? []).filter {
                PersonName.areVariants($0.name.last, person.name.last)
                    && !knowledge.keepsApart($0.name.all.joined(separator: " "), person.name.all.joined(separator: " "))
            }
            guard Set(options.map { root($0.index) }).count == 1, let match = options.first else { continue }
            join(
                person.index, into: match.index,
                because: "'\(name(person.index))' is the last name of '\(name(match.index))'")
        }
    }

    /// "CSTO" joins the one body that some document calls so.
    mutating func joinAliases(_ knowledge: Knowledge) {
        var owners: [String: Set<Int>] = [:]
        for index in ids.indices where kind(index) == .organization {
            for alias in members[index].flatMap(\.aliases) { owners[NameKey.fold(alias), default: []].insert(index) }
        }
        for index in ids.indices where kind(index) == .organization {
            let key = NameKey.fold(name(index))
            // "Parliament" is a name in one document and a common noun in the next.
            guard knowledge.role(of: key) == nil, let found = owners[key]?.filter({ $0 != index }), found.count == 1,
                let owner = found.first,
                root(owner) != index,
                !knowledge.keepsApart(key, NameKey.fold(name(owner)))
            else { continue }
            join(index, into: owner, because: "'\(name(index))' is another name of '\(name(owner))'")
        }
    }

    // MARK: Result

    func resolution(_ documents: [[Entity]], _ knowledge: Knowledge) -> CorpusResolution {
        let roots = ids.indices.filter { root($0) == $0 }
        let number = Dictionary(uniqueKeysWithValues: roots.enumerated().map { ($1, $0) })
        var groups: [[Int]] = Array(repeating: [], count: roots.count)
        for index in ids.indices {
            if let group = number[root(index)] { groups[group].append(index) }
        }
        let entities = zip(roots, groups).map { merged($0, $1, knowledge) }
        let index = documents.map { $0.map { place[$0.id].flatMap { number[root($0)] } ?? 0 } }
        return CorpusResolution(entities: entities, index: index)
    }

    private func merged(_ root: Int, _ group: [Int], _ knowledge: Knowledge) -> Entity {
        let id = ids[root]
        let known = knowledge.entity(id).map { knowledge.entities[$0] }
        let all = group.flatMap { members[$0] }
        // The canonical name, unless no document uses it.
        let name = all.contains { $0.name == known?.name } ? known?.name ?? name(root) : name(root)
        let aliases = Set(all.flatMap { $0.aliases + [$0.name] }).subtracting([name]).sorted()
        let chain = Set(all.flatMap(\.chain)).sorted() + reasons[root].sorted()
        return Entity(
            id: id, name: name, kind: known?.kind ?? members[root].first?.kind ?? .group, aliases: aliases,
            wikidata: known?.wikidata ?? all.lazy.compactMap(\.wikidata).first, chain: chain)
    }
}
