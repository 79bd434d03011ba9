import Annotations

/// What the program knows before it reads: the ontology, states, bodies, people in office, places, titles and nouns.
///
/// It is data of `Sources/Knowledge/data`, built into the program; files of a user overrule it row by row.
public struct Knowledge: Sendable {
    /// The relations.
    public internal(set) var ontology = Ontology([])
    /// The known entities; a row that repeats an id replaces the earlier one.
    public internal(set) var entities: [KnownEntity] = []
    /// The offices with their dates, in file order.
    public internal(set) var tenures: [Tenure] = []
    /// Words of religions and parties that name those who belong to them ("sunni", "republicans"), in lower case.
    public internal(set) var adherents: Set<String> = []
    /// The files as they were given, sorted by name, so that other stages read theirs (`rules/...`).
    public internal(set) var files: [KnowledgeFile] = []

    var index: [String: Int] = [:]
    var names: [String: [KnownName]] = [:]
    var prefixes: Set<String> = []
    var titles: [String: Title] = [:]
    var honorifics: [String: Gender] = [:]
    var nouns: [String: ActorRole] = [:]
    var givenNames: [String: Gender] = [:]
    var places: [String: (kind: String, state: String)] = [:]
    var adjectives: [Int: String] = [:]
    var joined: [String: String] = [:]
    var apart: Set<String> = []
    /// Last names of people; nil where several have one.
    var lastNames: [String: Int?] = [:]

    /// What is built into the program.
    public static let standard: Knowledge = {
        do {
            return try Knowledge(files: KnowledgeFile.embedded)
        } catch {
            preconditionFailure("the embedded knowledge is broken: \(error)")
        }
    }()

    /// Reads knowledge from files; an unknown name is kept for other stages.
    public init(files: [KnowledgeFile]) throws(KnowledgeError) {
        try read(files)
    }

    /// This knowledge with a user's files on top: their rows replace or add to the rows here.
    public func adding(_ files: [KnowledgeFile]) throws(KnowledgeError) -> Knowledge {
        var copy = self
        try copy.read(files)
        return copy
    }

    /// The content of a file that was given, or nil.
    public func file(_ name: String) -> KnowledgeFile? {
        files.first { $0.name == name }
    }
}

// MARK: - Looking up
extension Knowledge {
    /// The index of an entity by id.
    public func entity(_ id: String) -> Int? { index[id] }

    /// The meanings of a name, given by its key (`NameKey.fold`).
    public func senses(_ key: String) -> [KnownName] { names[key] ?? [] }

    /// True where some known name goes on after these words.
    public func isPrefix(_ key: String) -> Bool { prefixes.contains(key) }

    /// The first adjective of a state ("Syrian"), or nil where it has none.
    public func adjective(of entity: Int) -> String? { adjectives[entity] }

    /// A title by its key ("foreign minister").
    ///
    /// "President elect" and "prime minister-designate" are found as the offices that they will be.
    public func title(_ key: String) -> Title? { titles[key] ?? Self.officeToCome(key).flatMap { titles[$0] } }

    private static func officeToCome(_ key: String) -> String? {
        [" elect", "-elect", " designate", "-designate"].first { key.hasSuffix($0) }.map {
            String(key.dropLast($0.count))
        }
    }

    /// The gender that an honorific tells, or nil where the key is no honorific.
    public func honorific(_ key: String) -> Gender? { honorifics[key] }

    /// What a noun does as an actor, by its singular in lower case.
    public func role(of lemma: String) -> ActorRole? { nouns[lemma] }

    /// The gender of a given name, or nil where the name is not known as one.
    public func gender(ofGivenName key: String) -> Gender? { givenNames[key] }

    /// The kind (`city`, `region`, `place`) and state id of a place, by its key.
    public func place(_ key: String) -> (kind: String, state: String?)? {
        places[key].map { ($0.kind, $0.state.isEmpty ? nil : "state:" + $0.state) }
    }

    /// The name that a user's file joins a name (by its key) to.
    public func joined(_ key: String) -> String? { joined[key] }

    /// True where a user's file keeps two names apart.
    public func keepsApart(_ a: String, _ b: String) -> Bool {
        !apart.isEmpty && apart.contains(min(a, b) + "\n" + max(a, b))
    }

    /// Who held an office of a state or body on a day: of several, the one who came last; nil where that is unclear.
    public func holder(of office: String, owner: String, date: String) -> Int? {
        let found = tenures.filter { $0.owner == owner && $0.office == office && $0.covers(date) }
        guard let latest = found.map(\.from).max() else { return nil }
        let people = Set(found.filter { $0.from == latest }.map(\.person))
        return people.count == 1 ? people.first : nil
    }
}

// MARK: - People
extension Knowledge {
    /// The one person of the lists with a last name (folded), or nil where there is none or more than one.
    public func person(lastName: String) -> Int? { lastNames[lastName] ?? nil }

    /// The states and bodies that a person held an office of, with the tenures, in file order.
    public func tenures(of person: Int) -> [Tenure] { tenures.filter { $0.person == person } }

    mutating func indexLastNames() {
        lastNames.removeAll(keepingCapacity: true)
        for (index, entity) in entities.enumerated() where entity.kind == .person {
            for key in Set([entity.name] + entity.aliases).map(NameKey.fold).sorted() {
                guard let last = key.split(separator: " ").last.map(String.init) else { continue }
                if let old = lastNames[last], old != index {
                    lastNames[last] = .some(nil)
                } else {
                    lastNames[last] = .some(index)
                }
            }
        }
    }
}
