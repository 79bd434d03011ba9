import Annotations
import Knowledge

// Phrases and pronouns, in reading order.
extension EntityResolver {
    mutating func resolveInOrder() {
        for index in candidates.indices where assigned[index] == nil {
            resolveOwner(of: index)
            if let person = identified(index) ?? introduced(index) {
                assign(index, to: person, because: "'\(candidates[index].name)' is named later, '\(display(person))'")
                continue
            }
            if let pair = pair(index) {
                assign(index, to: pair.0)
                partners[index] = pair.1
                continue
            }
            switch candidates[index].referent {
            case .agent(let noun, let owner): resolveAgent(index, noun, owner)
            case .group(let noun, let owner): resolveGroup(index, noun, owner, kind: .group)
            case .body(let noun, let owner): resolveGroup(index, noun, owner, kind: .organization)
            case .office(let title, let owner): resolveOffice(index, title, owner)
            case .anaphor(let kind): resolveAnaphor(index, kind)
            case .pronoun(let features): resolvePronoun(index, features)
            case .known, .named: break
            }
        }
    }

    /// "His ministry" needs to know who "his" is; the phrase comes before the pronoun in it.
    private mutating func resolveOwner(of index: Int) {
        guard let owner = candidates[index].referent.owner, assigned[owner] == nil,
            case .pronoun(let features) = candidates[owner].referent
        else {
            return
        }
        resolvePronoun(owner, features)
    }

    // MARK: Agents

    private mutating func resolveAgent(_ index: Int, _ noun: String, _ owner: Int?) {
        if noun == "country" { return resolveCountry(index, owner) }
        guard let owner, let cluster = assigned[owner] else { return resolveBareAgent(index, noun) }
        switch clusters[cluster].kind {
        case .state, .organization: act(index, for: cluster, noun)
        case .person:
            if ["regime", "administration"].contains(noun) {
                act(index, for: cluster, noun)
            } else if noun != "side" {
                act(index, for: state(of: cluster) ?? cluster, noun)
            }
        case .place, .group:
            if ["government", "authority"].contains(noun), let state = stateOfPlace(cluster) {
                return act(index, for: state, noun)
            }
            resolveGroup(index, noun, owner, kind: .group)
        }
    }

    /// "His country" is the state that he leads or speaks for; "its country" the body's.
    private mutating func resolveCountry(_ index: Int, _ owner: Int?) {
        let whose = owner.flatMap { assigned[$0] }
        let state = whose.flatMap { clusters[$0].kind == .state ? $0 : self.state(of: $0) }
        guard let found = state ?? latest(index, kinds: [.state], within: 3) else { return }
        assign(index, to: found, because: "'\(candidates[index].name)' takes up '\(display(found))'")
    }

    private mutating func act(_ index: Int, for cluster: Int, _ noun: String) {
        agents[index] = true
        assign(index, to: cluster, because: "'\(candidates[index].name)' act for \(display(cluster))")
    }

    private func stateOfPlace(_ cluster: Int) -> Int? {
        guard let state = knowledge.place(NameKey.fold(display(cluster)))?.state, let entity = knowledge.entity(state)
        else { return nil }
        return byKnown[entity]
    }

    /// The state whose office a person holds.
    func state(of person: Int) -> Int? {
        clusters[person].offices.compactMap(\.owner).first { clusters[$0].kind == .state }
    }

    /// "The government", "troops": whose they were last, or the latest state where the noun is definite.
    private mutating func resolveBareAgent(_ index: Int, _ noun: String) {
        let isBare = !candidates[index].isDefinite && candidates[index].tokens.count == 1
        if !isBare, let earlier = told(before: index).last(where: { agents[$0] && agentNoun($0) == noun }),
            let cluster = assigned[earlier]
        {
            return act(index, for: cluster, noun)
        }
        let stands = ["government", "administration", "leadership", "authority", "state"]
        if stands.contains(noun), candidates[index].isDefinite || noun == "authority",
            let cluster = latest(index, kinds: [.state])
        {
            return act(index, for: cluster, noun)
        }
        if isBare || Self.quietAgents.contains(noun) { return }
        resolveGroup(index, noun, nil, kind: .group)
    }

    /// Agent nouns that are no group of their own without an owner.
    private static let quietAgents: Set<String> = [
        "regime", "administration", "leadership", "fleet", "warship", "warplane", "jet", "aircraft", "helicopter",
        "gunship", "airstrike",
        "tank", "missile", "artillery", "drone", "warhead", "base", "state", "side", "delegation",
    ]

    private func agentNoun(_ index: Int) -> String? {
        if case .agent(let noun, _) = candidates[index].referent { return noun }
        return nil
    }

    /// The candidates before one, of its own story.
    func told(before index: Int) -> Range<Int> {
        let sentence = candidates[index].sentence
        let first = storyOf.first(of: sentence)
        return range(of: first).lowerBound..<index
    }

    /// The latest cluster of some kinds, and with a property, that was mentioned before a candidate.
    func latest(
        _ index: Int, kinds: Set<EntityKind>, within sentences: Int = 6, where suits: (Int) -> Bool = { _ in true }
    ) -> Int? {
        for earlier in told(before: index).reversed() {
            if candidates[index].sentence - candidates[earlier].sentence > sentences { return nil }
            if let cluster = assigned[earlier], kinds.contains(clusters[cluster].kind), suits(cluster) {
                return cluster
            }
        }
        return nil
    }

    // MARK: Groups

    private mutating func resolveGroup(_ index: Int, _ noun: String, _ owner: Int?, kind: EntityKind) {
        var ownerCluster = owner.flatMap { assigned[$0] }
        if let person = ownerCluster, clusters[person].kind == .person, Self.organs.contains(noun) {
            ownerCluster = state(of: person) ?? ownerCluster
        }
        if let owner, let ownerCluster,
            isMember(noun, of: ownerCluster) || isAppositive(noun, index, owner, ownerCluster)
        {
            return act(index, for: ownerCluster, noun)
        }
        let name =
            kind == .organization && !candidates[index].ownedName.isEmpty
            ? candidates[index].ownedName : ownedGroupName(index, owner, ownerCluster)
        let words = NameKey.fold(groupName(index, owner, ownerCluster)).split(separator: " ").map(String.init)
        let modifiers = Set(words).subtracting([noun, noun + "s", "the", "of", "s"])
        if let match = group(noun, modifiers, kind, ownerCluster, index) {
            if clusters[match].modifiers.count < modifiers.count { clusters[match].modifiers = modifiers }
            if clusters[match].owner == nil { clusters[match].owner = ownerCluster }
            let other = display(match)
            clusters[match].add(name: name)
            clusters[match].isNaming = clusters[match].isNaming || isNaming(index)
            assign(index, to: match, because: other == name ? nil : "'\(name)' takes up '\(other)'")
            return
        }
        if noun == "ministry", isBare(index, noun) {
            if let state = ownerCluster ?? latest(index, kinds: [.state]) { act(index, for: state, noun) }
            return
        }
        var made = Cluster(kind: kind)
        made.noun = noun
        made.modifiers = modifiers
        made.owner = ownerCluster
        made.isPlural = kind == .group
        made.fullName = kind == .group ? fullName(index) : nil
        made.isNaming = isNaming(index)
        made.story = storyOf.number[candidates[index].sentence]
        made.add(name: name)
        clusters.append(made)
        assign(index, to: clusters.count - 1)
    }

    /// "Supporters of the president", where the words behind the noun tell whose.
    private func fullName(_ index: Int) -> String? {
        let (name, owned) = (candidates[index].name, candidates[index].ownedName)
        return owned.hasPrefix(name + " of ") || owned.hasPrefix(name + " loyal ") ? owned : nil
    }

    /// Whether a phrase has a name or a demonym in it.
    private func isNaming(_ index: Int) -> Bool {
        let view = views[candidates[index].sentence]
        return candidates[index].tokens.contains {
            view.tokens[$0].form.dropFirst().contains(where: \.isUppercase)
                || view.isCapital[$0]
                    && ($0 > 0 || view.tokens[$0].tag == .propn || !knowledge.senses(view.keys[$0]).isEmpty)
        }
    }

    /// Bodies of a state: "his army" is that of the state that he leads.
    private static let organs: Set<String> = [
        "army", "police", "parliament", "ministry", "cabinet", "navy", "congress",
    ]

    /// "Hamas militants" are Hamas.
    private func isMember(_ noun: String, of cluster: Int) -> Bool {
        guard clusters[cluster].kind == .organization else { return false }
        let type = clusters[cluster].known.map { knowledge.entities[$0].type } ?? "movement"
        let fighters: Set<String> = [
            "militant", "fighter", "rebel", "insurgent", "guerrilla", "gunman", "terrorist", "extremist", "militia",
            "jihadist", "islamist", "group", "movement",
        ]
        let members: Set<String> = [
            "lawmaker", "legislator", "politician", "peacekeeper", "inspector", "observer", "investigator", "monitor",
        ]
        if type == "armed" || type == "movement" || type == "party" {
            return fighters.contains(noun) || noun == "organization" || noun == "party"
        }
        return members.contains(noun) && type != "party"
    }

    /// "Jobbik party", "Tamil Tiger group": the name right before such a noun is the body's own.
    private func isAppositive(_ noun: String, _ index: Int, _ owner: Int, _ cluster: Int) -> Bool {
        let nouns: Set<String> = [
            "party", "group", "movement", "organization", "organisation", "company", "newspaper", "magazine", "network",
            "airline", "cartel",
            "club", "bank", "radio", "television", "agency", "alliance", "bloc", "militia", "gang", "daily",
        ]
        guard nouns.contains(noun), clusters[cluster].kind == .organization, candidates[owner].form == .name else {
            return false
        }
        let view = views[candidates[index].sentence]
        let between =
            candidates[owner].tokens.upperBound..<max(candidates[owner].tokens.upperBound, candidates[index].head)
        return candidates[owner].tokens.upperBound <= candidates[index].head
            && between.allSatisfy { view.keys[$0] == "news" }
    }

    /// "Iraq's parliament" is named as the "Iraqi parliament".
    private func groupName(_ index: Int, _ owner: Int?, _ cluster: Int?) -> String {
        let candidate = candidates[index]
        guard let owner, let cluster, clusters[cluster].kind == .state, !candidate.key.contains(candidates[owner].key),
            let known = clusters[cluster].known
        else { return candidate.name }
        return (knowledge.adjective(of: known) ?? knowledge.entities[known].name) + " " + candidate.name
    }

    /// "Its allies" are named by whose they are: "American allies".
    private func ownedGroupName(_ index: Int, _ owner: Int?, _ cluster: Int?) -> String {
        guard let owner, candidates[owner].form == .pronoun, !candidates[index].name.contains(" ") else {
            return candidates[index].name
        }
        return groupName(index, owner, cluster)
    }

    /// "The court" after "the Court of Session": of the bodies whose names have the noun the one most spoken of, near and
    /// in the place of a subject; what another body is only called or compared with counts least.
    private func namedBody(_ noun: String, _ kind: EntityKind, _ same: [Int], before index: Int) -> Int? {
        guard kind == .organization, candidates[index].isDefinite || noun == "police" else { return nil }
        var scores: [Int: Double] = [:]
        for earlier in told(before: index) {
            guard let cluster = assigned[earlier], clusters[cluster].kind == .organization else { continue }
            guard same.contains(cluster) && clusters[cluster].owner != nil || isNamed(cluster, by: noun) else {
                continue
            }
            let distance = Double(candidates[index].sentence - candidates[earlier].sentence)
            let near = weight(earlier) - 0.3 * distance
            scores[cluster] = max(scores[cluster] ?? -100, near) + 0.1
        }
        return scores.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    private func isNamed(_ cluster: Int, by noun: String) -> Bool {
        guard clusters[cluster].noun == nil else { return false }
        return ([display(cluster)] + clusters[cluster].names.map(\.name)).contains {
            NameKey.fold($0).split(separator: " ").contains(Substring(noun))
        }
    }

    /// How much a mention puts its body into the reader's mind.
    private func weight(_ index: Int) -> Double {
        let view = views[candidates[index].sentence]
        guard view.hasTree, !candidates[index].isNested else { return candidates[index].isNested ? -1 : 0 }
        let head = candidates[index].head
        if !view.children(head, ["cop"]).isEmpty || ["as", "like", "than"].contains(view.marker(head)) { return -1.5 }
        switch view.tokens[head].baseRelation {
        case "nsubj": return 0.8
        case "obj": return 0.4
        default: return 0
        }
    }

    /// "The rebels" take up the latest rebels of the document, bare "rebels" only those of a sentence nearby.
    private func takenUp(_ same: [Int], by index: Int) -> Int? {
        let reach = candidates[index].isDefinite ? Int.max : 2
        for earlier in told(before: index).reversed()
        where candidates[index].sentence - candidates[earlier].sentence <= reach {
            if let cluster = assigned[earlier], same.contains(cluster) { return cluster }
        }
        return nil
    }

    /// "The ministry", "his ministry": the noun alone.
    private func isBare(_ index: Int, _ noun: String) -> Bool {
        let owner: Int?
        if case .body(_, let found) = candidates[index].referent { owner = found } else { owner = nil }
        return NameKey.fold(candidates[index].name) == noun
            && owner.map { candidates[$0].form == .pronoun } ?? true
    }

    private func group(
        _ noun: String, _ modifiers: Set<String>, _ kind: EntityKind, _ owner: Int?, _ index: Int
    ) -> Int? {
        let story = storyOf.number[candidates[index].sentence]
        let same = clusters.indices.filter {
            clusters[$0].noun == noun && clusters[$0].kind == kind
                && (owner == nil || clusters[$0].owner == nil || clusters[$0].owner == owner)
                && (clusters[$0].story == story || namesItself($0))
        }
        if let exact = same.first(where: { clusters[$0].modifiers == modifiers }) { return exact }
        if modifiers.isEmpty { return namedBody(noun, kind, same, before: index) ?? takenUp(same, by: index) }
        if isBare(index, noun), let body = namedBody(noun, kind, [], before: index) { return body }
        return same.last {
            clusters[$0].modifiers.isSubset(of: modifiers) && !clusters[$0].modifiers.isEmpty
                || modifiers.isSubset(of: clusters[$0].modifiers)
        }
    }

    // MARK: Offices

    private mutating func resolveOffice(_ index: Int, _ title: String, _ owner: Int?) {
        let ownerCluster = owner.flatMap { assigned[$0] }
        if let person = besidePerson(index) ?? holderByVerb(index) {
            addOffice(HeldOffice(title: title, owner: ownerCluster), to: person)
            return assign(index, to: person, because: "'\(candidates[index].name)' stands beside '\(display(person))'")
        }
        if owner != nil || ownsItself(index), ownerCluster == nil { return }
        if let person = holder(of: title, ownerCluster, index), !isIndefinite(index) || isNew(person, index) {
            return assign(
                index, to: person, because: "'\(candidates[index].name)' is the office of '\(display(person))'")
        }
        if !isIndefinite(index), let ownerCluster, let known = clusters[ownerCluster].known, let date = document.date,
            let entity = knowledge.holder(of: title, owner: knowledge.entities[known].id, date: date)
        {
            let person = cluster(known: entity)
            return assign(index, to: person, because: "\(knowledge.entities[entity].name) was \(title) on \(date)")
        }
        actInOffice(index, title, ownerCluster)
    }

    /// "A spokesman for the ministry" is not the spokesman of another body; he speaks for this one.
    private func ownsItself(_ index: Int) -> Bool {
        let view = views[candidates[index].sentence]
        let next = candidates[index].head + 1
        return next < view.count && view.keys[next] == "for"
            && (!view.hasTree || view.children(candidates[index].head, ["nmod"]).contains { view.marker($0) == "for" })
    }

    private func isIndefinite(_ index: Int) -> Bool {
        let view = views[candidates[index].sentence]
        return ["a", "an", "another", "one"].contains(view.keys[candidates[index].tokens.lowerBound])
    }

    /// "A commander was arrested. Officials named him as X": somebody is introduced before the name is given.
    private func isNew(_ person: Int, _ index: Int) -> Bool {
        clusters[person].known == nil && !assigned[..<index].contains(person)
    }

    private mutating func actInOffice(_ index: Int, _ title: String, _ ownerCluster: Int?) {
        guard let ownerCluster, let type = knowledge.title(title)?.type else { return }
        let silent: Set<String> = ["professional", "press", "party"]
        if !silent.contains(type), [.state, .organization].contains(clusters[ownerCluster].kind) {
            act(index, for: ownerCluster, title)
        }
    }

    /// The person of an apposition: "X, the Syrian president", or of "X is the president".
    private func besidePerson(_ index: Int) -> Int? {
        let candidate = candidates[index]
        let view = views[candidate.sentence]
        let isPerson: (Int) -> Bool = { other in
            guard let cluster = assigned[other], candidates[other].sentence == candidate.sentence else { return false }
            return clusters[cluster].kind == .person && candidates[other].form == .name
        }
        let near = max(0, index - 12)..<min(candidates.count, index + 8)
        return near.first { $0 != index && isPerson($0) && standsBeside(candidate, candidates[$0], view) }.flatMap {
            assigned[$0]
        }
    }

    private func standsBeside(_ office: Candidate, _ person: Candidate, _ view: SentenceView) -> Bool {
        if office.tokens.upperBound == person.tokens.lowerBound { return true }
        let afterName =
            person.tokens.upperBound + 1 == office.tokens.lowerBound
            && view.tokens[person.tokens.upperBound].form == ","
        let beforeName =
            office.tokens.upperBound + 1 == person.tokens.lowerBound
            && view.tokens[office.tokens.upperBound].form == ","
            && office.tokens.count > 1
        guard view.hasTree else { return afterName || beforeName }
        let own = view.tokens[office.head]
        let other = view.tokens[person.head]
        let arguments: Set<Substring> = ["nsubj", "obj", "iobj", "obl", "root", "ccomp"]
        if afterName, !arguments.contains(own.baseRelation) { return true }
        if beforeName, !arguments.contains(other.baseRelation) || other.head == office.head { return true }
        if other.head == office.head { return other.baseRelation == "nsubj" || other.baseRelation == "appos" }
        return own.head == person.head && own.baseRelation == "appos"
    }

    /// The person of the document who holds an office, the latest one mentioned where several do.
    private func holder(of title: String, _ owner: Int?, _ index: Int) -> Int? {
        let fits = clusters.indices.filter { cluster in
            clusters[cluster].kind == .person
                && clusters[cluster].offices.contains {
                    titlesAgree(title, $0.title)
                        && ($0.owner == owner || owner == nil || $0.owner == nil && title == $0.title)
                }
        }.filter { owner != nil && holds($0, title, owner) || isTold($0, with: index) }
        guard fits.count > 1 else { return fits.first }
        for earlier in stride(from: index - 1, through: 0, by: -1) {
            if let cluster = assigned[earlier], fits.contains(cluster) { return cluster }
        }
        return fits.first
    }

    private func holds(_ person: Int, _ title: String, _ owner: Int?) -> Bool {
        clusters[person].offices.contains { $0.owner == owner && titlesAgree(title, $0.title) }
    }

    /// Whether the story of a candidate names an entity.
    private func isTold(_ cluster: Int, with index: Int) -> Bool {
        let sentence = candidates[index].sentence
        let last = storyOf.last(of: sentence)
        return (told(before: index).lowerBound..<range(of: last).upperBound).contains { assigned[$0] == cluster }
    }

    private func titlesAgree(_ phrase: String, _ held: String) -> Bool {
        if phrase == held { return true }
        if phrase == "leader" || phrase == "ruler" || phrase == "head" {
            return knowledge.title(held).map { ["state", "government", "body"].contains($0.type) } ?? false
        }
        if held.hasSuffix(" " + phrase) {
            return !["vice", "deputy", "former", "assistant"].contains { held.hasPrefix($0) }
        }
        let pair = (knowledge.title(phrase)?.type, knowledge.title(held)?.type)
        return pair.0 == "spokesperson" && pair.1 == "spokesperson"
    }

    // MARK: Anaphors

    private static let groundPrepositions: Set<String> = ["in", "to", "into", "inside", "near", "at", "from", "across"]

    /// Whether a candidate is where something happens ("in the country").
    func isGround(_ index: Int) -> Bool {
        let view = views[candidates[index].sentence]
        var token = candidates[index].tokens.lowerBound - 1
        while token > 0, view.tokens[token].tag == .det { token -= 1 }
        return token >= 0 && Self.groundPrepositions.contains(view.keys[token])
    }

    /// The latest state or place where something happens, in this sentence or the one before.
    private func latestGround(before index: Int) -> Int? {
        for earlier in told(before: index).reversed() {
            guard candidates[index].sentence - candidates[earlier].sentence <= 1 else { return nil }
            guard let cluster = assigned[earlier], [.state, .place].contains(clusters[cluster].kind),
                candidates[earlier].form == .name, isGround(earlier)
            else { continue }
            return cluster
        }
        return nil
    }

    /// The latest entity that a noun such as "the country" or "the company" can mean.
    private func named(_ index: Int, _ kind: EntityKind) -> Int? {
        guard kind != .place else { return nil }
        let noun = views[candidates[index].sentence].lemmas[candidates[index].head]
        return latest(index, kinds: [kind], within: 3) { kind != .organization || suits(noun, $0) }
    }

    private mutating func resolveAnaphor(_ index: Int, _ kind: EntityKind) {
        let ground = kind == .place || kind == .state && isGround(index) ? latestGround(before: index) : nil
        guard let cluster = ground ?? named(index, kind) else { return }
        assign(index, to: cluster, because: "'the \(candidates[index].name)' takes up '\(display(cluster))'")
    }
}
