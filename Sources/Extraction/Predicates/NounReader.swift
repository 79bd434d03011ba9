import Annotations

/// Finds the arguments of nouns: owners, prepositions, the verbs that carry an event noun, and the holders of roles.
struct NounReader: Sendable {
    /// The clauses of the same sentence.
    let clauses: ClauseReader
    /// The word lists.
    let words: WordLists
    private var tree: SentenceTree { clauses.tree }

    private static let modifierLinks: Set<Link> = [.compound, .amod, .nmod, .obl, .det, .flat, .nummod]
    private static let participles: Set<String> = ["lead", "led", "back", "backed", "sponsored", "sponsor", "run"]

    /// Makes a reader for a sentence.
    init(clauses: ClauseReader, words: WordLists) {
        self.clauses = clauses
        self.words = words
    }

    /// Possessors and modifiers before a noun, nearest first ("Moscow's", "Russian", "U.S.-led").
    func possessors(_ noun: Int) -> [Int] {
        tree.children(noun).filter { tree.isPossessor($0) }.reversed() + modifiers(noun).reversed()
    }

    /// The modifiers before a noun, in order; the agent of "U.S.-led" counts for the participle.
    func modifiers(_ noun: Int) -> [Int] {
        tree.children(noun).filter { $0 < noun && Self.modifierLinks.contains(tree.links[$0]) && !tree.isPossessor($0) }
            .flatMap { child -> [Int] in
                guard Self.participles.contains(tree.words[child]) else { return [child] }
                return tree.children(child).filter { $0 < child && tree.links[$0] != .punct }
            }
    }

    /// Every token before a noun in its phrase, joined names included ("Israeli" and "Palestinian" of "Israeli-Palestinian").
    func parties(_ noun: Int) -> [Int] {
        let low = tree.span(noun).lowerBound
        return (low..<noun).filter { token in
            [.adj, .propn, .noun].contains(tree.tokens[token].tag) && nearestNoun(above: token) == noun
        }
    }

    private func nearestNoun(above token: Int) -> Int {
        var current = token
        for _ in 0..<6 {
            let head = tree.heads[current]
            guard head >= 0 else { return current }
            if Self.modifierLinks.contains(tree.links[current]) || tree.links[current] == .conj
                || tree.links[current] == .dep
            {
                current = head
            } else {
                return current
            }
        }
        return current
    }

    /// The nouns behind one of the prepositions of a noun, its own or those of the verb that carries it.
    func obliques(_ noun: Int, _ prepositions: Set<String>) -> [Int] {
        let own = nominals(noun, prepositions)
        if !own.isEmpty { return own }
        for top in carriersTop(noun) where top != noun {
            let found = nominals(top, prepositions).filter { $0 != noun }
            if !found.isEmpty { return found }
        }
        for carrier in carriers(noun) where carrier.isLight || carrier.isOwn {
            let found = clauses.obliques(carrier.verb, prepositions).filter { $0 != noun }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The nouns behind one of the prepositions on the noun itself.
    func nominals(_ noun: Int, _ prepositions: Set<String>) -> [Int] {
        tree.children(noun).filter { child in
            guard [.nmod, .obl, .acl, .advcl].contains(tree.links[child]), !tree.isPossessor(child) else {
                return false
            }
            return prepositions.contains(tree.preposition(child))
                || tree.prepositions(child).contains { prepositions.contains($0) }
        }
    }

    /// A verb that carries an event noun.
    struct Carrier: Sendable {
        /// The verb.
        var verb: Int
        /// Who does it.
        var subjects: [Int]
        /// True for verbs without much meaning of their own ("impose", "hold", "give").
        var isLight: Bool
        /// True where the verb is a clause on the noun ("sanctions imposed by").
        var isOwn: Bool
        /// True where the noun is an adjunct of the verb ("flew in for talks").
        var isAdjunct: Bool
    }

    private static let responsibleFor: Set<String> = ["for", "of", "in", "with", "over", "behind"]

    /// Who is "blamed for the attack", "responsible for" it, "claims responsibility for" it.
    private func responsible(for noun: Int) -> [Int]? {
        let head = tree.heads[noun]
        guard head >= 0, [.obl, .nmod].contains(tree.links[noun]),
            Self.responsibleFor.contains(tree.preposition(noun))
        else { return nil }
        if words["responsibility-noun"].contains(tree.words[head]) {
            let owners = tree.children(head).filter { tree.isPossessor($0) }
            let verb = tree.heads[head]
            if !owners.isEmpty || verb < 0 || tree.links[head] != .obj { return owners.isEmpty ? nil : owners }
            return clauses.subjects(verb)
        }
        guard words["responsibility"].contains(tree.words[head]) else { return nil }
        if tree.tokens[head].tag == .adj { return clauses.surfaceSubjects(head) }
        guard tree.tokens[head].tag == .verb else { return nil }
        let doers = clauses.objects(head)
        return doers.isEmpty ? nil : doers
    }

    private func carriersTop(_ noun: Int) -> [Int] {
        var list = [noun]
        var current = tree.firstConjunct(noun)
        if current != noun { list.append(current) }
        for _ in 0..<3 {
            let head = tree.heads[current]
            guard head >= 0, tree.links[current] == .nmod, words["container"].contains(tree.words[head]),
                ["of", "in"].contains(tree.preposition(current))
            else { break }
            current = head
            list.append(current)
        }
        return list
    }

    /// The verbs that carry a noun, nearest first.
    func carriers(_ noun: Int) -> [Carrier] {
        let light = words["light"]
        var found: [Carrier] = []
        for clause in tree.children(noun, .acl) where tree.tokens[clause].tag == .verb {
            let isRelative = tree.has(clause, subtype: "relcl")
            if clauses.isPassive(clause) {
                found.append(
                    Carrier(
                        verb: clause, subjects: clauses.agents(clause), isLight: light.contains(tree.words[clause]),
                        isOwn: true, isAdjunct: false))
            } else if isRelative, clauses.objects(clause).contains(noun) {
                found.append(
                    Carrier(
                        verb: clause, subjects: clauses.surfaceSubjects(clause),
                        isLight: light.contains(tree.words[clause]), isOwn: true, isAdjunct: false))
            }
        }
        guard let top = carriersTop(noun).last else { return found }
        let verb = tree.heads[top]
        guard verb >= 0 else { return found }
        if let doers = responsible(for: top) {
            found.append(Carrier(verb: verb, subjects: doers, isLight: true, isOwn: true, isAdjunct: false))
            return found
        }
        let isLight = light.contains(tree.words[verb])
        switch tree.links[top] {
        case .obj:
            found.append(
                Carrier(verb: verb, subjects: clauses.subjects(verb), isLight: isLight, isOwn: false, isAdjunct: false))
        case .nsubj where clauses.isPassive(verb):
            found.append(
                Carrier(verb: verb, subjects: clauses.agents(verb), isLight: isLight, isOwn: false, isAdjunct: false))
        case .nsubj:
            found.append(Carrier(verb: verb, subjects: [], isLight: false, isOwn: true, isAdjunct: false))
        case .obl, .advcl:
            let subjects = clauses.surfaceSubjects(verb)
            found.append(Carrier(verb: verb, subjects: subjects, isLight: isLight, isOwn: false, isAdjunct: true))
        default:
            // "X is in talks with Y"
            if tree.child(top, .cop) != nil, tree.child(top, .marker) != nil {
                found.append(
                    Carrier(
                        verb: top, subjects: clauses.surfaceSubjects(top), isLight: true, isOwn: true, isAdjunct: false)
                )
            }
        }
        return found
    }

    /// The tokens that name who holds a role: the name beside a title, the subject of a copula, what it is in apposition to.
    func holders(_ role: Int) -> [Int] {
        let head = tree.heads[role]
        if head >= 0, isOneOf(role, head) { return holders(head) }
        if tree.child(role, .cop) != nil { return clauses.surfaceSubjects(role) }
        if head >= 0 {
            switch tree.links[role] {
            case .appos: return [head]
            case .compound, .flat, .amod: return [head]
            case .nmod where tree.has(role, subtype: "desc") || tree.has(role, subtype: "unmarked"): return [head]
            case .conj:
                let first = tree.firstConjunct(role)
                if tree.links[first] == .appos || tree.child(first, .cop) != nil { return holders(first) }
            case .xcomp: return complementHolders(verb: head)
            case .obl where tree.preposition(role) == "as", .advcl where tree.preposition(role) == "as":
                return complementHolders(verb: head)
            case .nsubj where tree.child(head, .cop) != nil: return [head]
            default: break
            }
        }
        if role + 1 < tree.count, tree.tokens[role + 1].tag == .propn,
            tree.tokens[role].tag != .propn || tree.heads[role] != role + 1,
            [.root, .nsubj, .obj, .obl, .nmod, .conj].contains(tree.links[role]),
            tree.tokens[role].form.first?.isUppercase == true
        {
            return [role + 1]
        }
        let named = tree.children(role).filter {
            [.appos, .flat].contains(tree.links[$0]) || tree.has($0, subtype: "desc")
                || tree.has($0, subtype: "unmarked")
        }
        return named.isEmpty ? [role] : named
    }

    /// "X, one of Y's last allies".
    private func isOneOf(_ role: Int, _ head: Int) -> Bool {
        tree.links[role] == .nmod && ["of", "among"].contains(tree.preposition(role))
            && ["one", "some", "two", "three", "many", "most"].contains(tree.forms[head])
            && (tree.links[head] == .appos || tree.child(head, .cop) != nil)
    }

    private func complementHolders(verb: Int) -> [Int] {
        let objects = clauses.isPassive(verb) ? [] : tree.children(verb, .obj)
        return objects.isEmpty ? clauses.surfaceSubjects(verb) : objects
    }

    /// Where a title's owner may stand: the words before it ("U.S." of "top U.S. arms negotiator"), its own modifiers,
    /// then those before it on the name that it belongs to.
    func titleOwners(_ role: Int) -> [Int] {
        var found = wordsBefore(role) + possessors(role)
        let head = tree.heads[role]
        if head >= 0, [.compound, .nmod, .flat, .amod].contains(tree.links[role]), head > role {
            found += tree.children(head).filter { $0 < role && (Self.modifierLinks.contains(tree.links[$0])) }
                .reversed()
        }
        return found
    }

    /// What follows the hyphen of "Moscow-backed": the name before it owns no office.
    private static let sides: Set<String> = [
        "back", "backed", "sponsor", "sponsored", "support", "supported", "allied", "friendly",
    ]

    /// The words of the same phrase before a noun, nearest first, as they stand in the sentence.
    private func wordsBefore(_ noun: Int) -> [Int] {
        var found: [Int] = []
        var token = noun - 1
        while token >= 0, noun - token <= 6 {
            let form = tree.tokens[token].form
            if token + 2 < tree.count, ["-", "–"].contains(tree.tokens[token + 1].form),
                Self.sides.contains(tree.words[token + 2])
            {
                token -= 1
                continue
            }
            switch tree.tokens[token].tag {
            case .adj, .noun, .propn, .num: found.append(token)
            case .part where form.hasSuffix("s") || form == "'" || form == "’": break
            case .punct where form == "-" || form == "–": break
            case .verb where tree.links[token] == .amod || tree.links[token] == .compound: found.append(token)
            default: return found
            }
            token -= 1
        }
        return found
    }
}
