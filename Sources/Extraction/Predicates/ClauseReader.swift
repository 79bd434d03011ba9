import Annotations

/// Finds the subjects, objects and obliques of predicates, through passives, coordination, control and relative clauses.
struct ClauseReader: Sendable {
    /// The sentence's tree.
    let tree: SentenceTree

    private static let relativePronouns: Set<String> = ["who", "whom", "which", "that", "whose"]
    private static let objectControlMarks: Set<String> = ["of", "for", "from", "into", "against", "over"]
    private static let subjectControl: Set<String> = ["promise", "pledge", "vow", "threaten", "use"]
    private static let pleas: Set<String> = ["request", "call", "appeal", "demand", "plea", "invitation", "order"]
    private static let answers: Set<String> = [
        "reject", "refuse", "decline", "rebuff", "resist", "heed", "consider", "grant", "accept", "dismiss", "ignore",
        "spurn", "weigh", "study", "deny", "answer", "honor", "approve", "defy", "discuss", "evaluate", "review",
    ]
    private static let deepest = 6

    /// Whether a verb is passive: by its auxiliary or subject, or as a bare past participle on a noun.
    func isPassive(_ verb: Int) -> Bool {
        for child in tree.children(verb) {
            if (tree.links[child] == .aux || tree.links[child] == .nsubj) && tree.has(child, subtype: "pass") {
                return true
            }
            if tree.has(child, subtype: "agent") { return true }
        }
        if tree.links[verb] == .conj, !hasOwnSubject(verb),
            !tree.children(verb).contains(where: { tree.links[$0] == .aux }),
            isPastParticiple(verb), tree.child(verb, .obj) == nil, tree.heads[verb] >= 0
        {
            return isPassive(tree.heads[verb])
        }
        guard isPastParticiple(verb) else { return false }
        switch tree.links[verb] {
        case .amod: return true
        case .acl: return !tree.has(verb, subtype: "relcl")
        case .advcl, .root, .xcomp, .ccomp, .parataxis, .appos:
            return !hasOwnSubject(verb) && tree.child(verb, .obj) == nil && tree.child(verb, .aux) == nil
        default: return false
        }
    }

    /// Whether a token is a past participle by its features.
    func isPastParticiple(_ token: Int) -> Bool {
        let morphology = tree.morphology[token]
        return morphology.contains(.participle) && !morphology.isDisjoint(with: [.past, .passive])
    }

    /// The logical subjects: the by-agent of a passive, else the subject.
    func subjects(_ verb: Int) -> [Int] {
        guard isPassive(verb) else { return surfaceSubjects(verb) }
        return agents(verb)
    }

    /// The by-agents of a passive.
    func agents(_ verb: Int) -> [Int] {
        tree.children(verb).filter { child in
            tree.has(child, subtype: "agent")
                || ((tree.links[child] == .obl || tree.links[child] == .nmod) && tree.preposition(child) == "by")
        }
    }

    /// The logical objects: the subject of a passive, else the object.
    func objects(_ verb: Int) -> [Int] {
        if isPassive(verb) { return surfaceSubjects(verb) }
        if isReciprocal(verb) { return surfaceSubjects(verb) }
        let own = directObjects(verb).map { antecedent($0, of: verb) }
        if !own.isEmpty { return own }
        if let shared = objectOfComplement(verb) { return [shared] }
        if let gap = relativeGap(verb) { return [gap] }
        let head = tree.heads[verb]
        if tree.links[verb] == .conj, head >= 0 { return tree.children(head, .obj).filter { $0 > verb } }
        return []
    }

    /// Whether the object is the subjects themselves ("accuse each other", "attacked one another").
    func isReciprocal(_ verb: Int) -> Bool {
        guard verb + 2 < tree.count else { return false }
        let words = (tree.forms[verb + 1], tree.forms[verb + 2])
        return words == ("each", "other") || words == ("one", "another")
    }

    /// The objects without a preposition; one before the verb counts only where none follows. "Urged Russia to leave" may
    /// have an indirect object alone.
    private func directObjects(_ verb: Int) -> [Int] {
        let all = tree.children(verb, .obj).filter { tree.preposition($0).isEmpty }
        let after = all.filter { $0 > verb }
        if !after.isEmpty { return after }
        return all.isEmpty ? tree.children(verb, .iobj) : all
    }

    /// "accusing Russia of sending arms", where the tree makes Russia the subject of sending.
    private func objectOfComplement(_ verb: Int) -> Int? {
        for clause in tree.children(verb) where [.ccomp, .xcomp, .advcl].contains(tree.links[clause]) {
            let mark = tree.preposition(clause)
            guard mark == "to" || Self.objectControlMarks.contains(mark) else { continue }
            let marker = tree.children(clause, .mark).first ?? clause
            if let subject = tree.children(clause).first(where: {
                [.nsubj, .obj].contains(tree.links[$0]) && $0 > verb && $0 < marker
            }) {
                return subject
            }
        }
        return nil
    }

    /// The obliques of a predicate that stand behind one of the prepositions, in order.
    func obliques(_ predicate: Int, _ prepositions: Set<String>) -> [Int] {
        var found = dependents(predicate, prepositions)
        for object in tree.children(predicate, .obj) { found += dependents(object, prepositions) }
        for phrase in tree.children(predicate, .xcomp) where tree.tokens[phrase].tag != .verb {
            found += dependents(phrase, prepositions)
        }
        let head = tree.heads[predicate]
        if found.isEmpty, tree.links[predicate] == .conj, head >= 0 {
            found = dependents(head, prepositions).filter { $0 > predicate }
        }
        return found
    }

    private func dependents(_ token: Int, _ prepositions: Set<String>) -> [Int] {
        tree.children(token).filter { child in
            switch tree.links[child] {
            case .obl, .nmod, .advcl, .advmod, .acl, .xcomp, .ccomp, .obj, .iobj:
                guard !tree.isPossessor(child) else { return false }
                return prepositions.contains(tree.preposition(child))
                    || tree.prepositions(child).contains { prepositions.contains($0) }
            default: return false
            }
        }.map { antecedent($0, of: token) }
    }

    /// Whether a clause names its subject.
    func hasOwnSubject(_ verb: Int) -> Bool {
        tree.children(verb).contains { tree.links[$0] == .nsubj || tree.links[$0] == .csubj }
    }

    /// The grammatical subjects, understood ones included.
    func surfaceSubjects(_ verb: Int) -> [Int] { surfaceSubjects(verb, depth: 0) }

    private func surfaceSubjects(_ verb: Int, depth: Int) -> [Int] {
        let own = tree.children(verb, .nsubj).filter { !isMisreadObject($0, of: verb) }
        if !own.isEmpty {
            let inner = own.filter { !tree.has($0, subtype: "outer") }
            let subjects = inner.isEmpty ? own : inner
            // A tree has one subject; where it has more, the one next to the verb is the better guess.
            return [subjects.last { $0 < verb } ?? subjects[0]].map { antecedent($0, of: verb) }
        }
        let head = tree.heads[verb]
        guard depth < Self.deepest else { return [] }
        guard head >= 0 else { return strayedSubject(verb) }
        switch tree.links[verb] {
        case .conj: return isClausal(head) ? surfaceSubjects(head, depth: depth + 1) : []
        case .ccomp where misplacedSubject(verb, under: head) != nil:
            return misplacedSubject(verb, under: head).map { [$0] } ?? []
        case .xcomp, .ccomp: return controller(of: verb, under: head, depth: depth)
        case .advcl: return adverbialSubject(verb, under: head, depth: depth)
        case .acl: return adnominalSubject(verb, under: head, depth: depth)
        case .amod: return [head]
        case .obl, .nmod: return tree.tokens[verb].tag == .verb ? surfaceSubjects(head, depth: depth + 1) : []
        default: return []
        }
    }

    /// "Accusing Russia of sending arms", where the tree makes Russia the subject of accusing.
    private func isMisreadObject(_ token: Int, of verb: Int) -> Bool {
        token > verb && tree.morphology[verb].contains(.gerund)
            && tree.children(verb).contains { child in
                child > token && [.ccomp, .advcl].contains(tree.links[child])
                    && Self.objectControlMarks.contains(tree.preposition(child))
            }
    }

    /// "The White House announced Mr. Obama has invited them", where the tree gives both subjects to "announced".
    private func misplacedSubject(_ verb: Int, under head: Int) -> Int? {
        guard head < verb else { return nil }
        return tree.children(head, .nsubj).last { $0 > head && $0 < verb }
    }

    /// A finite verb without a subject takes the one before it that the tree gave to another verb.
    private func strayedSubject(_ verb: Int) -> [Int] {
        guard tree.morphology[verb].contains(.finite) else { return [] }
        for token in stride(from: verb - 1, through: 0, by: -1) {
            if tree.links[token] == .nsubj { return [token] }
            if tree.tokens[token].tag == .verb { return [] }
        }
        return []
    }

    private func isClausal(_ token: Int) -> Bool {
        let tag = tree.tokens[token].tag
        return tag == .verb || tag == .aux || tree.child(token, .cop) != nil || tree.child(token, .nsubj) != nil
    }

    private func controller(of verb: Int, under head: Int, depth: Int) -> [Int] {
        if !isPassive(head), !Self.subjectControl.contains(tree.words[head]) {
            let objects = tree.children(head, .obj)
            if !objects.isEmpty { return objects }
            let indirect = tree.children(head, .iobj)
            if !indirect.isEmpty { return indirect }
            // "called on Syria to leave"
            if let oblique = tree.children(head).first(where: {
                tree.links[$0] == .obl && $0 < verb && ["on", "upon", "to", "for"].contains(tree.preposition($0))
            }) {
                return [oblique]
            }
        }
        return surfaceSubjects(head, depth: depth + 1)
    }

    private func adverbialSubject(_ verb: Int, under head: Int, depth: Int) -> [Int] {
        if Self.objectControlMarks.contains(tree.preposition(verb)) {
            let objects = isPassive(head) ? surfaceSubjects(head, depth: depth + 1) : tree.children(head, .obj)
            if let last = objects.last { return [last] }
        }
        guard isClausal(head) else { return [] }
        return surfaceSubjects(head, depth: depth + 1)
    }

    private func adnominalSubject(_ verb: Int, under head: Int, depth: Int) -> [Int] {
        if tree.has(verb, subtype: "relcl") {
            // A gap: "the man wanted by X" is acl; a relative clause without a subject has its antecedent as one.
            return [head]
        }
        if tree.morphology[verb].contains(.infinitive) || tree.hasChild(verb, .mark, in: ["to"])
            || Self.objectControlMarks.contains(tree.preposition(verb))
        {
            return holders(of: head, depth: depth)
        }
        // "staged protests, accusing China": the participle goes on with the subject of the clause.
        if isAfterComma(verb), let clause = clauseAbove(head), !isWithinSubject(head, of: clause) {
            return surfaceSubjects(clause, depth: depth + 1)
        }
        return [head]
    }

    private func isAfterComma(_ verb: Int) -> Bool {
        var before = verb - 1
        while before > 0, tree.links[before] == .advmod, tree.heads[before] == verb { before -= 1 }
        let morphology = tree.morphology[verb]
        return before >= 0 && tree.tokens[before].form == ","
            && (morphology.contains(.present) || morphology.contains(.gerund))
    }

    private func clauseAbove(_ noun: Int) -> Int? {
        tree.ancestors(noun).first { tree.tokens[$0].tag == .verb }
    }

    private func isWithinSubject(_ noun: Int, of clause: Int) -> Bool {
        tree.children(clause, .nsubj).contains { tree.isAbove($0, noun) }
    }

    /// Who has "a plan to attack": the possessor, the agent, or the subject of the verb that governs the noun.
    private func holders(of noun: Int, depth: Int) -> [Int] {
        if Self.pleas.contains(tree.words[noun]), let asked = addressees(of: noun, depth: depth) { return asked }
        let possessors = tree.children(noun).filter { tree.isPossessor($0) || tree.preposition($0) == "by" }
        if !possessors.isEmpty { return possessors }
        let modifiers = tree.children(noun).filter {
            $0 < noun && (tree.links[$0] == .compound || tree.links[$0] == .amod)
        }
        let verb = tree.heads[noun]
        if verb >= 0, [.obj, .obl, .nsubj].contains(tree.links[noun]), isClausal(verb),
            tree.links[noun] != .nsubj || isPassive(verb)
        {
            return modifiers + (isPassive(verb) ? agents(verb) : surfaceSubjects(verb, depth: depth + 1))
        }
        return modifiers
    }

    /// Who is to do what a request asks for: whom it goes to, or who answers it ("rejected the request to").
    private func addressees(of noun: Int, depth: Int) -> [Int]? {
        let named = tree.children(noun).filter {
            tree.links[$0] == .nmod && ["on", "upon", "to"].contains(tree.preposition($0))
                && !tree.isPossessor($0) && $0 > noun
        }
        if !named.isEmpty { return named }
        let verb = tree.heads[noun]
        guard verb >= 0, tree.tokens[verb].tag == .verb, Self.answers.contains(tree.words[verb]) else { return nil }
        if tree.links[noun] == .obj { return surfaceSubjects(verb, depth: depth + 1) }
        guard tree.links[noun] == .nsubj, isPassive(verb) else { return nil }
        let agents = agents(verb)
        let sayings = tree.children(verb, .parataxis)
        let sayer = tree.heads[verb]
        if !agents.isEmpty { return agents }
        if let saying = sayings.first { return surfaceSubjects(saying, depth: depth + 1) }
        return sayer >= 0 && tree.links[verb] == .ccomp ? surfaceSubjects(sayer, depth: depth + 1) : nil
    }

    /// The noun that a relative pronoun stands for; other tokens stand for themselves.
    func antecedent(_ token: Int, of verb: Int) -> Int {
        guard Self.relativePronouns.contains(tree.words[token]), let clause = relativeClause(verb) else { return token }
        return tree.heads[clause] >= 0 ? tree.heads[clause] : token
    }

    /// The relative clause that a verb heads or is coordinated in.
    private func relativeClause(_ verb: Int) -> Int? {
        var current = verb
        for _ in 0..<Self.deepest {
            if tree.links[current] == .acl { return current }
            guard [.conj, .xcomp, .ccomp, .cop, .aux].contains(tree.links[current]), tree.heads[current] >= 0 else {
                return nil
            }
            current = tree.heads[current]
        }
        return nil
    }

    /// The antecedent of a relative clause whose verb has a subject but no object ("the weapons they use").
    private func relativeGap(_ verb: Int) -> Int? {
        guard tree.links[verb] == .acl, tree.has(verb, subtype: "relcl"), hasOwnSubject(verb) else { return nil }
        let subjects = tree.children(verb, .nsubj)
        guard !subjects.contains(where: { Self.relativePronouns.contains(tree.words[$0]) }) else { return nil }
        guard tree.child(verb, .ccomp) == nil, tree.child(verb, .xcomp) == nil else { return nil }
        return tree.heads[verb] >= 0 ? tree.heads[verb] : nil
    }
}
