import Annotations
import Knowledge

/// Decides for one document which candidates are one entity.
///
/// Names come first, whatever their order; then the phrases and pronouns in reading order, each to the entity that the
/// words, the number, the gender and the distance allow.
struct EntityResolver {
    let knowledge: Knowledge
    let document: Document
    let views: [SentenceView]
    var candidates: [Candidate]
    var clusters: [Cluster] = []
    /// The cluster of each candidate.
    var assigned: [Int?]
    /// True where a candidate acts for its cluster.
    var agents: [Bool]
    /// The second entity of a candidate that means two ("both countries").
    var partners: [Int: Int] = [:]
    var byKnown: [Int: Int] = [:]
    /// Names of bodies and places by kind and key.
    var byKey: [String: Int] = [:]
    /// A few letters that tell the document's text from others, whatever its file is called.
    let documentMark: String
    /// Which sentences belong together, once the names are resolved.
    var storyOf = Stories([], sentences: 0)

    init(knowledge: Knowledge, document: Document, views: [SentenceView], candidates: [Candidate]) {
        self.knowledge = knowledge
        self.document = document
        self.views = views
        self.candidates = candidates
        assigned = Array(repeating: nil, count: candidates.count)
        agents = Array(repeating: false, count: candidates.count)
        documentMark = Self.mark(document.bytes)
    }

    /// The FNV-1a hash of a text's length and beginning, as six letters and digits.
    private static func mark(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        for byte in bytes.prefix(4096) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash % 2_176_782_336, radix: 36)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Resolves the document.
    mutating func resolve() -> EntityAnalysis {
        resolveAcronyms()
        resolveKnown()
        resolvePersons()
        resolveBodiesAndPlaces()
        noteOffices()
        storyOf = stories()
        resolveInOrder()
        return result()
    }

    // MARK: Clusters

    mutating func cluster(known entity: Int) -> Int {
        if let cluster = byKnown[entity] { return cluster }
        let known = knowledge.entities[entity]
        var made = Cluster(kind: known.kind, known: entity)
        made.isPlural = known.type == "armed" && known.name.hasSuffix("s")
        if known.kind == .person {
            made.gender = gender(of: PersonName(NameKey.fold(known.name)))
            for name in [known.name] + known.aliases { made.add(person: PersonName(NameKey.fold(name))) }
        }
        clusters.append(made)
        byKnown[entity] = clusters.count - 1
        return clusters.count - 1
    }

    mutating func assign(_ candidate: Int, to cluster: Int, because reason: String? = nil) {
        assigned[candidate] = cluster
        clusters[cluster].mentions += 1
        if let reason, !clusters[cluster].chain.contains(reason) { clusters[cluster].chain.append(reason) }
    }

    // MARK: Names

    /// "Collective Security Treaty Organisation (CSTO)": the short form in brackets is the long one.
    private mutating func resolveAcronyms() {
        for (index, candidate) in candidates.enumerated() where index > 0 && candidate.form == .name {
            let view = views[candidate.sentence]
            let open = candidate.tokens.lowerBound - 1
            guard open > 0, view.tokens[open].form == "(", view.isUpper[candidate.tokens.lowerBound] else { continue }
            guard
                let long = candidates[..<index].lastIndex(where: {
                    $0.sentence == candidate.sentence && $0.tokens.upperBound == open && $0.form == .name
                        && !$0.isNested
                }), isBody(candidates[long])
            else { continue }
            let target = bodyCluster(of: long)
            byKey["o:" + candidate.key] = target
            note(target, "'\(candidate.name)' stands in brackets after '\(candidates[long].name)'")
        }
    }

    private func isBody(_ candidate: Candidate) -> Bool {
        switch candidate.referent {
        case .known(let entity): return knowledge.entities[entity].kind == .organization
        case .named(let kind): return kind == .organization
        default: return false
        }
    }

    private mutating func bodyCluster(of index: Int) -> Int {
        if case .known(let entity) = candidates[index].referent { return cluster(known: entity) }
        let key = "o:" + candidates[index].key
        if let cluster = byKey[key] { return cluster }
        clusters.append(Cluster(kind: .organization))
        byKey[key] = clusters.count - 1
        return clusters.count - 1
    }

    mutating func note(_ cluster: Int, _ reason: String) {
        if !clusters[cluster].chain.contains(reason) { clusters[cluster].chain.append(reason) }
    }

    private mutating func resolveKnown() {
        for index in candidates.indices {
            guard case .known(let entity) = candidates[index].referent else { continue }
            let target = cluster(known: entity)
            if candidates[index].sense == .name { clusters[target].add(name: candidates[index].name) }
            assign(index, to: target, because: knownReason(candidates[index], entity))
        }
    }

    private func knownReason(_ candidate: Candidate, _ entity: Int) -> String? {
        let known = knowledge.entities[entity]
        guard candidate.key != NameKey.fold(known.name) else { return nil }
        switch candidate.sense {
        case .adjective, .people: return "'\(candidate.name)' is of \(known.name)"
        case .seat: return "'\(candidate.name)' is a seat of government of \(known.name)"
        default: return "'\(candidate.name)' is a name of \(known.name)"
        }
    }

    // MARK: Persons

    private mutating func resolvePersons() {
        let persons = candidates.indices.filter {
            if case .named(.person) = candidates[$0].referent { true } else { false }
        }
        let names = Dictionary(uniqueKeysWithValues: persons.map { ($0, PersonName(candidates[$0].key)) })
        for index in persons where names[index]?.isSingle == false { resolveFull(index, names[index]) }
        for index in persons where names[index]?.isSingle == true { resolveSingle(index, names[index]) }
        takeLastNames()
        for index in candidates.indices {
            guard let target = assigned[index], clusters[target].kind == .person else { continue }
            if candidates[index].gender != .unknown { clusters[target].gender = candidates[index].gender }
        }
    }

    /// A single word that the tagger took for a body or place is the person of that last name, where there is one.
    private mutating func takeLastNames() {
        for index in candidates.indices {
            guard case .named(let kind) = candidates[index].referent, kind != .person,
                !candidates[index].key.contains(" ")
            else { continue }
            let match = clusters.indices.first { cluster in
                clusters[cluster].kind == .person
                    && clusters[cluster].persons.contains { !$0.isSingle && $0.last == candidates[index].key }
            }
            guard let match, knowledge.place(candidates[index].key) == nil else { continue }
            clusters[match].add(name: candidates[index].name)
            assign(index, to: match, because: "'\(candidates[index].name)' is the last name of '\(display(match))'")
        }
    }

    private mutating func resolveFull(_ index: Int, _ name: PersonName?) {
        guard let name else { return }
        let candidate = candidates[index]
        let match = clusters.indices.first { cluster in
            clusters[cluster].kind == .person
                && clusters[cluster].persons.contains {
                    $0.matches(full: name) && !knowledge.keepsApart($0.all.joined(separator: " "), candidate.key)
                }
        }
        if let match {
            let other = display(match)
            clusters[match].add(name: candidate.name)
            assign(
                index, to: match,
                because: other == candidate.name ? nil : "'\(candidate.name)' is a spelling of '\(other)'")
            return
        }
        newPerson(index, name)
    }

    private mutating func newPerson(_ index: Int, _ name: PersonName) {
        var made = Cluster(kind: .person)
        made.gender = gender(of: name)
        made.add(name: candidates[index].name)
        clusters.append(made)
        assign(index, to: clusters.count - 1)
    }

    func gender(of name: PersonName) -> Gender {
        name.isSingle ? .unknown : knowledge.gender(ofGivenName: name.first) ?? .unknown
    }

    /// A single name is the person of the document with that last name, the latest one named where there are several.
    private mutating func resolveSingle(_ index: Int, _ name: PersonName?) {
        guard let name else { return }
        let candidate = candidates[index]
        let holders = clusters.indices.filter { clusters[$0].kind == .person }
        let byLast = holders.filter { clusters[$0].persons.contains { PersonName.areVariants($0.last, name.last) } }
        let byAny =
            byLast.isEmpty ? holders.filter { clusters[$0].persons.contains { $0.words.contains(name.last) } } : byLast
        if let match = nearest(byAny, before: index) {
            let other = display(match)
            let reason = other == candidate.name ? nil : "'\(candidate.name)' is part of the name '\(other)'"
            clusters[match].add(name: candidate.name)
            assign(index, to: match, because: reason)
        } else if !candidate.name.contains(" "), let known = knownPerson(lastName: name.last, index) {
            let match = cluster(known: known)
            clusters[match].add(name: candidate.name)
            assign(
                index, to: match, because: "'\(candidate.name)' is the last name of \(knowledge.entities[known].name)")
        } else {
            newPerson(index, name)
        }
    }

    private func nearest(_ options: [Int], before index: Int) -> Int? {
        guard options.count > 1 else { return options.first }
        for earlier in stride(from: index - 1, through: 0, by: -1) {
            if let cluster = assigned[earlier], options.contains(cluster) { return cluster }
        }
        return options.first
    }

    /// A leader of the lists whose last name no other leader has, where the document names the leader's state or body.
    private func knownPerson(lastName: String, _ index: Int) -> Int? {
        guard let found = knowledge.person(lastName: lastName) else { return nil }
        let owners = knowledge.tenures.filter { $0.person == found }.map(\.owner)
        let isNamed = owners.contains { owner in knowledge.entity(owner).map { byKnown[$0] != nil } ?? false }
        return isNamed ? found : nil
    }

    // MARK: Bodies and places

    private mutating func resolveBodiesAndPlaces() {
        let named = candidates.indices.filter {
            if case .named(let kind) = candidates[$0].referent { kind != .person && assigned[$0] == nil } else { false }
        }
        for index in named.sorted(by: { (candidates[$0].key.utf8.count, $1) > (candidates[$1].key.utf8.count, $0) }) {
            guard case .named(let kind) = candidates[index].referent else { continue }
            let target = namedCluster(index, kind)
            clusters[target].add(name: candidates[index].name)
            assign(index, to: target)
        }
    }

    private mutating func namedCluster(_ index: Int, _ kind: EntityKind) -> Int {
        let key = candidates[index].key
        let prefix = kind == .place ? "p:" : "o:"
        if let cluster = byKey[prefix + key] { return cluster }
        if kind != .place, let longer = longerBody(key, candidates[index].name) {
            byKey[prefix + key] = longer
            note(longer, "'\(candidates[index].name)' is short for '\(display(longer))'")
            return longer
        }
        clusters.append(Cluster(kind: kind))
        byKey[prefix + key] = clusters.count - 1
        return clusters.count - 1
    }

    /// A body whose longer name begins with these words, or whose initials they are.
    private func longerBody(_ key: String, _ name: String) -> Int? {
        let found = clusters.indices.filter { cluster in
            guard clusters[cluster].kind == .organization else { return false }
            return clusters[cluster].names.contains { isShort(key, name, of: $0.name) }
        }
        return found.count == 1 ? found.first : nil
    }

    private func isShort(_ key: String, _ name: String, of long: String) -> Bool {
        let longKey = NameKey.fold(long)
        if longKey.hasPrefix(key + " "), key.utf8.count > 3, knowledge.place(key) == nil { return true }
        if longKey.hasSuffix(" " + key), NameFinder.bodyWords.contains(key) || key == "fund" { return true }
        if longKey.hasSuffix(" " + key), key.contains(" "), isState(longKey.dropLast(key.count + 1)) { return true }
        let letters = name.filter(\.isLetter)
        guard letters.count >= 2, letters.count <= 6, letters.allSatisfy(\.isUppercase) else { return false }
        let small: Set<Substring> = ["of", "the", "for", "and", "in", "on", "to"]
        let initials = longKey.split(separator: " ").filter { !small.contains($0) }.compactMap(\.first)
        return initials.count > 1 && String(initials).uppercased() == String(letters)
    }

    private func isState(_ key: Substring) -> Bool {
        knowledge.senses(String(key)).contains { knowledge.entities[$0.entity].kind == .state }
    }

    // MARK: Offices

    /// Titles before names tell who holds which office, for the phrases that name the office alone.
    private mutating func noteOffices() {
        for index in candidates.indices {
            guard let target = assigned[index], clusters[target].kind == .person else { continue }
            for use in candidates[index].titles {
                addOffice(HeldOffice(title: use.title, owner: use.owner.flatMap { assigned[$0] }), to: target)
            }
        }
        for cluster in clusters.indices {
            guard let known = clusters[cluster].known, clusters[cluster].kind == .person else { continue }
            for tenure in knowledge.tenures where tenure.person == known {
                guard let entity = knowledge.entity(tenure.owner) else { continue }
                if let date = document.date, !tenure.covers(date) { continue }
                let owner = self.cluster(known: entity)
                addOffice(HeldOffice(title: tenure.office, owner: owner), to: cluster)
            }
        }
    }

    mutating func addOffice(_ office: HeldOffice, to cluster: Int) {
        if !clusters[cluster].offices.contains(office) { clusters[cluster].offices.append(office) }
    }

    // MARK: Names shown

    /// The name under which a cluster is shown.
    func display(_ cluster: Int) -> String {
        if let known = clusters[cluster].known {
            return used(knowledge.entities[known], clusters[cluster].names) ?? knowledge.entities[known].name
        }
        let names = clusters[cluster].names
        let best = names.indices.max { a, b in
            rank(names[a], a, clusters[cluster].kind) < rank(names[b], b, clusters[cluster].kind)
        }
        return best.map { names[$0].name } ?? ""
    }

    /// The full name that a document uses for a state or body instead of its canonical one: "Burma", "al-Qaida".
    private func used(_ known: KnownEntity, _ names: [(name: String, count: Int)]) -> String? {
        guard known.kind != .place, known.kind != .group,
            !names.contains(where: { NameKey.fold($0.name) == NameKey.fold(known.name) })
        else { return nil }
        let full = names.filter { isFull($0.name, of: known) }
        return full.max { $0.count < $1.count }?.name
    }

    /// Whether a name says as much as the canonical one; of a body whose canonical name is one word, any longer name.
    private func isFull(_ name: String, of known: KnownEntity) -> Bool {
        guard known.aliases.contains(name), name.contains(where: \.isLowercase) else { return false }
        let words = name.split(separator: " ").count
        let length = known.name.split(separator: " ").count
        switch known.kind {
        case .person: return words > 1
        case .organization: return words == length || length == 1
        default: return words == length
        }
    }

    /// The longest name; of a person's full names the one used most.
    private func rank(_ name: (name: String, count: Int), _ index: Int, _ kind: EntityKind) -> (Int, Int, Int, Int) {
        let words = name.name.split(separator: " ").count
        if kind == .person { return (min(words, 2), name.count, words, -index) }
        return (words, name.count, 0, -index)
    }
}
