import Annotations

// What a pronoun's own clause says of whom it can mean.
extension SentenceView {
    /// The dependents of a token, in order.
    func children(_ token: Int, _ relations: Set<Substring>) -> [Int] {
        tokens.indices.filter { tokens[$0].head == token && relations.contains(tokens[$0].baseRelation) }
    }

    /// The preposition or conjunction before a phrase or clause, or an empty string.
    func marker(_ token: Int) -> String {
        children(token, ["case", "mark"]).first.map { keys[$0] } ?? ""
    }

    /// The verb of the clause that a token stands in.
    func clause(of token: Int) -> Int? {
        var current = token
        for _ in 0..<12 {
            current = tokens[current].head
            guard current >= 0 else { return nil }
            if tokens[current].tag == .verb || !children(current, ["cop"]).isEmpty { return current }
        }
        return nil
    }

    /// The subject of a clause, taken from the clause above where it has none of its own; of "urged Russia to leave" and
    /// "accused Russia of leaving" it is the object.
    func understoodSubject(_ clause: Int) -> Int? {
        var current = clause
        for _ in 0..<6 {
            let own = children(current, ["nsubj"])
            if let subject = own.last(where: { $0 < current }) ?? own.first { return subject }
            let head = tokens[current].head
            guard head >= 0 else { return nil }
            switch tokens[current].baseRelation {
            case "xcomp", "advcl", "ccomp":
                if isControlled(current), let object = children(head, ["obj", "iobj"]).first(where: { $0 < current }) {
                    return object
                }
            case "conj": break
            case "acl":
                // "Lashed out at Y on X, accusing her": a participle behind a comma belongs to the clause.
                return current > 0 && tokens[current - 1].form == "," ? nil : head
            default:
                guard tokens[current].tag == .verb else { return nil }
            }
            current = head
        }
        return nil
    }

    /// The verb whose object a token is; in "accusing it of leaving" the tree may make it the subject of leaving.
    func verb(ofObject token: Int) -> Int? {
        let head = tokens[token].head
        guard head >= 0, tokens[head].tag == .verb else { return nil }
        if ["obj", "iobj", "obl"].contains(tokens[token].baseRelation) { return head }
        let above = tokens[head].head
        let isMisplaced = children(head, ["mark", "case"]).contains {
            $0 > token && ["of", "for", "from", "to"].contains(keys[$0])
        }
        return tokens[token].baseRelation == "nsubj" && isMisplaced && above >= 0 && above < token ? above : nil
    }

    /// Whether a clause has a subject or a finite verb of its own.
    func isFinite(_ verb: Int) -> Bool {
        !children(verb, ["nsubj"]).isEmpty || Morphology(tokens[verb].features).contains(.finite)
            || children(verb, ["aux"]).contains { Morphology(tokens[$0].features).contains(.finite) }
    }

    private func isControlled(_ clause: Int) -> Bool {
        if tokens[clause].baseRelation == "xcomp" { return !Self.subjectControl.contains(lemmas[tokens[clause].head]) }
        return ["of", "for", "from", "into"].contains(marker(clause))
    }

    private static let subjectControl: Set<String> = ["promise", "pledge", "vow", "threaten", "use"]
}

extension EntityResolver {
    /// "Sanctioned Russia over its invasion", "cut ties with Moscow after its annexation": the deed is that of the one who
    /// is judged for it.
    func judged(_ index: Int) -> Int? {
        let view = views[candidates[index].sentence]
        let own = view.tokens[candidates[index].head]
        guard view.hasTree, own.relation == "nmod:poss", own.head >= 0 else { return nil }
        var deed = own.head
        while view.tokens[deed].baseRelation == "conj", view.tokens[deed].head >= 0 { deed = view.tokens[deed].head }
        guard ["obl", "nmod", "advcl"].contains(view.tokens[deed].baseRelation),
            Self.grounds.contains(view.marker(deed)), let verb = governor(of: deed, view)
        else { return nil }
        let objects = view.children(verb, ["obj", "iobj"])
        let partners = ([verb] + objects).flatMap { token in
            view.children(token, ["obl", "nmod"]).filter { Self.addressed.contains(view.marker($0)) }
        }
        let passive = view.children(verb, ["nsubj"]).filter { view.tokens[$0].relation.hasSuffix("pass") }
        for token in objects + partners + passive where token < candidates[index].head {
            let found = range(of: candidates[index].sentence).first {
                $0 < index && candidates[$0].tokens.contains(token) && assigned[$0] != nil && !candidates[$0].isNested
            }
            guard view.children(token, ["conj"]).isEmpty else { return nil }
            if let found, let cluster = assigned[found] { return cluster }
        }
        return nil
    }

    /// The verb of judgment or breaking off that a ground belongs to, through its object.
    private func governor(of deed: Int, _ view: SentenceView) -> Int? {
        var current = view.tokens[deed].head
        for _ in 0..<3 where current >= 0 {
            if Self.judgments.contains(view.lemmas[current]) { return current }
            guard view.tokens[current].tag != .verb else { return nil }
            current = view.tokens[current].head
        }
        return nil
    }

    private static let grounds: Set<String> = ["over", "for", "after", "because", "following", "due"]
    private static let addressed: Set<String> = ["with", "on", "against", "at", "to"]
    private static let judgments: Set<String> = [
        "sanction", "condemn", "criticize", "criticise", "denounce", "punish", "blame", "fine", "penalize", "rebuke",
        "blast", "slam", "scold", "chide", "censure", "berate", "ridicule", "mock", "deplore", "accuse", "sue",
        "indict",
        "prosecute", "fault", "warn", "praise", "thank", "commend", "applaud", "laud", "congratulate", "reward",
        "honor",
        "impose", "slap", "suspend", "cut", "sever", "break", "expel", "freeze", "boycott", "admonish", "reprimand",
        "ostracize", "isolate", "chastise", "attack", "lambast", "lambaste", "pressure",
    ]

    /// The clusters that a pronoun cannot mean: "The West blames Assad, accusing it": the understood subject of its clause.
    func coarguments(_ index: Int) -> Set<Int> {
        let view = views[candidates[index].sentence]
        guard view.hasTree, !candidates[index].key.hasSuffix("self"), !candidates[index].key.hasSuffix("selves"),
            let verb = view.verb(ofObject: candidates[index].head), !view.isFinite(verb),
            let subject = view.understoodSubject(verb)
        else { return [] }
        return Set(
            range(of: candidates[index].sentence).filter { candidates[$0].head == subject }.compactMap { assigned[$0] })
    }

    /// The understood subject of the clause that a possessive stands in.
    func localSubject(_ index: Int) -> Int? {
        let view = views[candidates[index].sentence]
        guard view.hasTree, view.tokens[candidates[index].head].relation == "nmod:poss",
            let clause = view.clause(of: candidates[index].head), !view.isFinite(clause)
        else { return nil }
        return view.understoodSubject(clause)
    }
}
