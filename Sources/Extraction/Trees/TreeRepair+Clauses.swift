import Annotations

/// Mistakes of the parser that the form of the words decides: subjects given to the wrong verb, complements read as
/// conjuncts, particles and prepositions that lost their noun.
extension TreeRepair {
    private static let denials: Set<String> = ["deny", "admit", "reject", "avoid", "stop", "resist", "oppose"]
    private static let intentions: Set<String> = [
        "threaten", "vow", "promise", "pledge", "plan", "want", "try", "seek", "agree", "refuse", "offer", "decide",
    ]
    private static let sayings: Set<String> = [
        "say", "tell", "report", "announce", "claim", "warn", "confirm", "add", "state", "believe",
    ]
    private static let clauses: Set<String> = ["root", "conj", "parataxis", "acl", "xcomp", "csubj"]
    private static let severing: Set<String> = ["cut", "break", "call"]

    /// "Sends Tanks, US Official Says", "The group, a charity, says the army fired": the noun right before a finite verb
    /// without a subject is its subject, not one of the clause that the verb governs.
    mutating func returnSubjects() {
        for verb in tokens.indices where isFinite(verb) && !hasSubject(verb) {
            guard let noun = subjectBefore(verb) else { continue }
            if tokens[noun].tag == .verb {
                joinVerbs(noun, verb)
            } else {
                tokens[noun].head = verb
                tokens[noun].relation = "nsubj"
            }
        }
    }

    /// "The office has suspended it, officials said", where each verb has the subject of the other.
    mutating func exchangeSubjects() {
        for verb in tokens.indices
        where tokens[verb].tag == .verb && Self.sayings.contains(tokens[verb].lemma.lowercased()) {
            guard
                let clause = tokens.indices.first(where: { tokens[$0].head == verb && tokens[$0].relation == "ccomp" }),
                clause < verb,
                let far = tokens.indices.first(where: { tokens[$0].head == verb && tokens[$0].relation == "nsubj" }),
                let near = tokens.indices.last(where: { tokens[$0].head == clause && tokens[$0].relation == "nsubj" }),
                far < clause, clause < near, near == verb - 1
            else { continue }
            tokens[far].head = clause
            tokens[near].head = verb
        }
    }

    /// The dependent of a verb's own complement that ends right before the verb.
    private func subjectBefore(_ verb: Int) -> Int? {
        tokens.indices.last { noun in
            let clause = tokens[noun].head
            guard noun < verb, isHead(clause), tokens[clause].head == verb, tokens[clause].relation == "ccomp",
                ["nsubj", "obl", "obj"].contains(tokens[noun].baseRelation), !tokens[noun].relation.hasSuffix("pass"),
                !hasChild(noun, "case"), [.noun, .propn, .pron, .verb].contains(tokens[noun].tag)
            else { return false }
            // The clause keeps a subject of its own: another one, or one on the other side of the verb.
            let isShared = tokens.indices.contains {
                $0 != noun && tokens[$0].head == clause && tokens[$0].baseRelation == "nsubj"
            }
            let end = lastToken(noun) + 1
            return isShared && end <= verb
                && (end..<verb).allSatisfy { [.adv, .punct, .aux, .cconj].contains(tokens[$0].tag) }
        }
    }

    /// "Obama rules it out and says": the second verb is joined to the first.
    private mutating func joinVerbs(_ first: Int, _ second: Int) {
        guard
            tokens.indices.contains(where: { tokens[$0].head == second && tokens[$0].relation == "cc" && $0 < second })
        else { return }
        tokens[first].head = tokens[second].head
        tokens[first].relation = tokens[second].relation
        tokens[second].head = first
        tokens[second].relation = "conj"
    }

    /// "Police [say] gunmen fired": a verb of saying between its subject and what is said governs both, whatever word of
    /// the clause the parser took it for.
    mutating func raiseSayings() {
        for verb in tokens.indices where isLostSaying(verb) {
            guard let noun = nounBefore(verb) else { continue }
            let clause = tokens[verb].head == noun ? tokens[noun].head : tokens[verb].head
            guard isHead(clause), clause > verb, tokens[clause].tag == .verb, !isAbove(noun, clause),
                !isAbove(verb, clause)
            else { continue }
            tokens[verb].head = tokens[clause].head
            tokens[verb].relation = tokens[clause].relation
            tokens[clause].head = verb
            tokens[clause].relation = "ccomp"
            tokens[noun].head = verb
            tokens[noun].relation = "nsubj"
        }
    }

    private func isLostSaying(_ verb: Int) -> Bool {
        tokens[verb].tag == .verb && Self.sayings.contains(tokens[verb].lemma.lowercased()) && isHead(tokens[verb].head)
            && !Self.clauses.contains(String(tokens[verb].baseRelation)) && !hasSubject(verb)
            && !hasChild(verb, "mark") && !hasChild(verb, "aux") && !hasChild(verb, "obj")
            && !tokens[verb].form.lowercased().hasSuffix("ing")
    }

    /// The head of the noun phrase that ends right before a verb.
    private func nounBefore(_ verb: Int) -> Int? {
        var noun = verb - 1
        while noun > 0, tokens[noun].tag == .adv { noun -= 1 }
        guard noun >= 0, [.noun, .propn, .pron].contains(tokens[noun].tag),
            !["who", "which", "that", "what", "whom"].contains(tokens[noun].form.lowercased())
        else { return nil }
        var steps = 0
        while isHead(tokens[noun].head), tokens[noun].head < verb, steps < tokens.count,
            [.noun, .propn, .pron].contains(tokens[tokens[noun].head].tag)
        {
            noun = tokens[noun].head
            steps += 1
        }
        let isMarked = tokens.contains {
            $0.head == noun && $0.relation == "case" && !["'s", "’s", "'", "’"].contains($0.form)
        }
        return isMarked || noun == verb ? nil : noun
    }

    private func isAbove(_ ancestor: Int, _ token: Int) -> Bool {
        var current = tokens[token].head
        var steps = 0
        while isHead(current), steps <= tokens.count {
            if current == ancestor { return true }
            current = tokens[current].head
            steps += 1
        }
        return false
    }

    /// "Lukashenko [announces] the arrest": a finite verb before the article of a noun is no part of the noun.
    mutating func nameHeadlineVerbs() {
        for verb in tokens.indices
        where isFinite(verb) && ["compound", "amod"].contains(tokens[verb].relation) && isHead(tokens[verb].head) {
            let noun = tokens[verb].head
            guard noun > verb,
                tokens.indices.contains(where: {
                    $0 > verb && $0 < noun && tokens[$0].head == noun && tokens[$0].relation == "det"
                })
            else { continue }
            tokens[verb].head = tokens[noun].head
            tokens[verb].relation = tokens[noun].relation
            tokens[noun].head = verb
            tokens[noun].relation = "obj"
            for child in tokens.indices where child < verb && tokens[child].head == noun {
                tokens[child].head = verb
                let isNoun = [.noun, .propn, .pron].contains(tokens[child].tag)
                if isNoun, !hasChild(child, "case") { tokens[child].relation = "nsubj" }
            }
        }
    }

    /// "But denies [bolstering] its forces": what is denied is no conjunct of the denial.
    mutating func returnComplements() {
        for index in tokens.indices.dropFirst()
        where tokens[index].relation == "conj" && tokens[index].form.hasSuffix("ing") && tokens[index].tag == .verb {
            let verb = index - 1
            guard tokens[verb].tag == .verb, Self.denials.contains(tokens[verb].lemma.lowercased()) else { continue }
            tokens[index].head = verb
            tokens[index].relation = "xcomp"
        }
        returnInfinitives()
    }

    /// "Abduct and threaten [to kill]": an infinitive right behind a verb that takes one is no conjunct.
    private mutating func returnInfinitives() {
        for mark in tokens.indices.dropFirst()
        where tokens[mark].relation == "mark" && tokens[mark].form == "to" && isHead(tokens[mark].head) {
            let (verb, infinitive) = (mark - 1, tokens[mark].head)
            guard tokens[infinitive].relation == "conj", tokens[infinitive].head != verb, infinitive > mark,
                tokens[verb].tag == .verb, Self.intentions.contains(tokens[verb].lemma.lowercased())
            else { continue }
            tokens[infinitive].head = verb
            tokens[infinitive].relation = "xcomp"
        }
    }

    /// "Want to see him gone [and have supported] the opposition": a finite conjunct goes to the finite verb above an
    /// infinitive.
    mutating func liftConjuncts() {
        for index in tokens.indices where tokens[index].relation == "conj" && hasFiniteAuxiliary(index) {
            var head = tokens[index].head
            guard isHead(head), isInfinitive(head), !hasChild(index, "mark") else { continue }
            var steps = 0
            while isHead(head), !isFinite(head), !hasFiniteAuxiliary(head), steps < tokens.count {
                head = tokens[head].head
                steps += 1
            }
            guard isHead(head), head < index, tokens[head].tag == .verb else { continue }
            tokens[index].head = head
        }
    }

    /// "Clashes between Russian soldiers [and American troops]": the second party is a conjunct of the first.
    mutating func joinBetween() {
        for between in tokens.indices
        where tokens[between].form.utf8.count == 7 && tokens[between].form.lowercased() == "between"
            && isHead(tokens[between].head)
        {
            let first = tokens[between].head
            let isJoined = tokens.indices.contains { tokens[$0].head == first && tokens[$0].relation == "conj" }
            let end = lastToken(first) + 1
            guard !isJoined, tokens.indices.contains(end), tokens[end].form.lowercased() == "and",
                let second = phraseHead(after: end), tokens[second].head != first
            else { continue }
            tokens[second].head = first
            tokens[second].relation = "conj"
        }
    }

    /// The head of the noun phrase that starts right behind a token.
    private func phraseHead(after start: Int) -> Int? {
        let end = min(tokens.count, start + 6)
        return (start + 1..<end).first { token in
            [.noun, .propn].contains(tokens[token].tag) && !(start + 1..<end).contains(tokens[token].head)
        }
    }

    /// "Airstrikes on ISIL [in Syria]": of two prepositions on a noun, the one before another noun belongs to that one.
    mutating func splitPhrases() {
        for second in tokens.indices where second > 1 && tokens[second].relation == "case" {
            let noun = tokens[second].head
            let inner = second - 1
            guard isHead(noun), noun > second, [.noun, .propn].contains(tokens[inner].tag), tokens[inner].head == noun,
                tokens[inner].relation != "case",
                let first = tokens.indices.first(where: {
                    $0 < inner && tokens[$0].head == noun && tokens[$0].relation == "case" && tokens[$0].tag == .adp
                }), tokens[second].tag == .adp, isHead(tokens[noun].head), tokens[noun].head < first
            else { continue }
            for token in first..<inner where tokens[token].head == noun { tokens[token].head = inner }
            tokens[inner].head = tokens[noun].head
            tokens[inner].relation = [.noun, .propn].contains(tokens[tokens[noun].head].tag) ? "nmod" : "obl"
        }
    }

    /// "Cut [off] talks": a particle, not a preposition.
    mutating func attachParticles() {
        for particle in tokens.indices.dropFirst()
        where tokens[particle].relation == "case" && tokens[particle].form.lowercased() == "off" {
            let verb = particle - 1
            let noun = tokens[particle].head
            guard Self.severing.contains(tokens[verb].lemma.lowercased()), tokens[verb].tag == .verb, isHead(noun),
                tokens[noun].head == verb, noun > particle
            else { continue }
            tokens[particle].head = verb
            tokens[particle].relation = "compound:prt"
            if tokens[noun].baseRelation == "obl" { tokens[noun].relation = "obj" }
        }
    }

    private func hasChild(_ token: Int, _ relation: String) -> Bool {
        tokens.contains { $0.head == token && $0.relation == relation }
    }

    private func hasSubject(_ verb: Int) -> Bool {
        tokens.contains { $0.head == verb && ["nsubj", "csubj", "expl"].contains($0.baseRelation) }
    }

    private func isFinite(_ token: Int) -> Bool {
        tokens[token].tag == .verb && Morphology(tokens[token].features).contains(.finite)
    }

    private func hasFiniteAuxiliary(_ verb: Int) -> Bool {
        tokens.contains {
            $0.head == verb && $0.baseRelation == "aux" && Morphology($0.features).contains(.finite)
        }
    }

    private func isInfinitive(_ verb: Int) -> Bool {
        tokens.contains { $0.head == verb && $0.relation == "mark" && $0.form.lowercased() == "to" }
            || Morphology(tokens[verb].features).contains(.infinitive)
    }

    /// The last token of what hangs on a token, and all between.
    private func lastToken(_ token: Int) -> Int {
        var last = token
        for index in tokens.indices where index > last {
            var above = index
            var steps = 0
            while isHead(above), above != token, steps < tokens.count {
                above = tokens[above].head
                steps += 1
            }
            if above == token, tokens[index].tag != .punct { last = index }
        }
        return last
    }
}
