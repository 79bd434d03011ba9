import Annotations

/// Finds who says what in a sentence.
struct SpeakerFinder: Sendable {
    let context: SentenceContext
    let words: WordLists
    var tree: SentenceTree { context.tree }

    /// Makes a finder for a sentence.
    init(context: SentenceContext, words: WordLists) {
        self.context = context
        self.words = words
    }

    /// The mention of who speaks by a verb of saying: its subject, with the nearest name that stands for it.
    func speaker(of verb: Int) -> Int? {
        if let cited = cited(verb) { return proper(cited) }
        if let person = relative(verb) { return person }
        let subjects = context.clauses.subjects(verb)
        if let unnamed = (subjects + passiveSpeakers(verb)).lazy.compactMap({ unnamed($0) }).first { return unnamed }
        if let seat = subjects.lazy.compactMap({ seat(of: $0, under: verb) }).first { return seat }
        let mention =
            context.resolver.mentions(subjects, descend: true).first
            ?? context.resolver.mentions(passiveSpeakers(verb), descend: true).first
            ?? issuer(verb)
        if let mention { return proper(mention) }
        if let patron = subjects.lazy.compactMap({ patron($0) }).first { return patron }
        if let stray = strayName(before: verb) { return stray }
        guard let document = subjects.first(where: { isKnownDocument($0) }) else { return nil }
        return context.lastSpeaker ?? context.unnamed[document]
    }

    /// "An interview with Peskov, who said": the name right before the pronoun, where the tree takes another noun.
    private func relative(_ verb: Int) -> Int? {
        guard let pronoun = tree.child(verb, .nsubj), tree.words[pronoun] == "who", pronoun > 1,
            tree.heads[verb] >= 0, context.resolver.index.headed(tree.heads[verb]) == nil
        else { return nil }
        let before = tree.tokens[pronoun - 1].form == "," ? pronoun - 2 : pronoun - 1
        return context.resolver.index.covering(before).flatMap { context.persons.contains($0) ? $0 : nil }
    }

    /// One who speaks without a name; of "the report" it is rather who was last said to report.
    private func unnamed(_ subject: Int) -> Int? {
        isKnownDocument(subject) && context.lastSpeaker != nil ? nil : context.unnamed[subject]
    }

    /// "A spokeswoman for Dick Cheney", "a story in the Times": whose words they are.
    private func patron(_ subject: Int) -> Int? {
        let places = words["document-noun"].contains(tree.words[subject]) ? ["in", "on"] : ["for", "of"]
        let token = tree.children(subject, .nmod).first { places.contains(tree.preposition($0)) }
        return token.flatMap { context.resolver.mentions([$0], descend: true).first }
    }

    /// "Rudaw reports", where the tree takes the name for a part of the verb.
    private func strayName(before verb: Int) -> Int? {
        guard verb > 0, tree.child(verb, .nsubj) == nil, tree.tokens[verb].tag == .verb,
            tree.heads[verb - 1] == verb, [.compound, .nmod, .amod].contains(tree.links[verb - 1]),
            let mention = context.resolver.index.headed(verb - 1)
        else { return nil }
        return context.resolver.index.mentions[mention].form == .name ? mention : nil
    }

    /// Whether a token says something, as a verb of saying or as a document that reads so.
    func isSaying(_ token: Int) -> Bool {
        if words["speech"].contains(tree.words[token]) { return !isSupposed(token) }
        return tree.words[token] == "read"
            && tree.children(token, .nsubj).contains { words["document-noun"].contains(tree.words[$0]) }
    }

    /// "Unless they announce a withdrawal": nobody has said anything yet.
    private func isSupposed(_ verb: Int) -> Bool {
        tree.links[verb] == .advcl && words["condition"].contains(tree.preposition(verb))
    }

    /// "Quoted Peskov as saying": the one whose words are given, not the one who gives them.
    private func cited(_ verb: Int) -> Int? {
        let quoting = tree.links[verb] == .advcl ? tree.heads[verb] : verb
        guard quoting >= 0, Self.quoting.contains(tree.words[quoting]), !context.clauses.isPassive(quoting) else {
            return nil
        }
        let isWord = tree.children(quoting, .advcl).contains {
            tree.preposition($0) == "as" && tree.tokens[$0].tag == .verb
        }
        guard isWord, verb == quoting || tree.preposition(verb) == "as" else { return nil }
        let objects = context.clauses.objects(quoting)
        if let unnamed = objects.lazy.compactMap({ context.unnamed[$0] }).first { return unnamed }
        return context.resolver.mentions(objects, descend: true).first
    }

    private static let quoting: Set<String> = ["quote", "cite"]

    /// "Police in Kenya", "in Kenya, police say": the place or state that unnamed officials belong to.
    private func seat(of subject: Int, under verb: Int) -> Int? {
        guard words["official"].contains(tree.words[subject]),
            !context.nouns.possessors(subject).contains(where: isName)
        else { return nil }
        let own = tree.children(subject, .nmod).filter { ["in", "from"].contains(tree.preposition($0)) }
        let fronted = tree.children(verb, .obl).filter { $0 < subject && tree.preposition($0) == "in" }
        return (own + fronted).lazy.compactMap { token in
            context.resolver.index.headed(token).flatMap {
                context.resolver.index.mentions[$0].form == .name ? $0 : nil
            }
        }.first
    }

    /// "Red Cross" or "Iranian" before "officials", as far as capitals tell.
    private func isName(_ token: Int) -> Bool {
        tree.tokens[token].tag == .propn || token > 0 && tree.tokens[token].form.first?.isUppercase == true
    }

    /// "The armed group, ETA, says": the name beside a description.
    private func proper(_ mention: Int) -> Int {
        let mentions = context.resolver.index.mentions
        guard mentions[mention].sentence == context.number, mentions[mention].form == .nominal,
            !mentions[mention].isAgent
        else { return mention }
        return tree.children(mentions[mention].head, .appos).lazy.compactMap { context.resolver.index.headed($0) }
            .first { mentions[$0].form == .name } ?? mention
    }

    /// "The statement", "this report": a document that was spoken of before.
    private func isKnownDocument(_ noun: Int) -> Bool {
        words["document-noun"].contains(tree.words[noun])
            && tree.hasChild(noun, .det, in: ["the", "this", "that"])
    }

    /// Who made a document that the sentence speaks of ("issued a statement", "a report by Human Rights Watch").
    func author() -> Int? {
        for token in 0..<tree.count where words["document-noun"].contains(tree.words[token]) {
            if let owner = owner(of: token) { return proper(owner) }
            let verb = tree.heads[token]
            guard tree.links[token] == .obj, verb >= 0, words["light"].contains(tree.words[verb]) else { continue }
            if let mention = context.resolver.mentions(context.clauses.subjects(verb), descend: true).first {
                return proper(mention)
            }
        }
        return nil
    }

    /// "Turkey Will Not Arm Rebels: Erdogan": the name at the end of a headline, and the colon before it.
    func closing() -> (colon: Int, speaker: Int)? {
        guard let last = tree.tokens.indices.last, tree.tokens[last].tag != .punct,
            let colon = tree.tokens.lastIndex(where: { $0.form == ":" }), colon > 1, last - colon <= Self.longestName,
            tree.tokens[..<colon].contains(where: { $0.tag == .verb }),
            tree.tokens[(colon + 1)...].allSatisfy({ [.propn, .noun, .adj].contains($0.tag) })
        else { return nil }
        let named = ((colon + 1)...last).reversed().lazy.compactMap { context.resolver.index.headed($0) }
        return named.first.map { (colon, $0) }
    }

    private static let longestName = 6

    /// "released a statement saying that": who released it.
    private func issuer(_ verb: Int) -> Int? {
        let noun = tree.heads[verb]
        guard noun >= 0, tree.links[verb] == .acl, tree.tokens[noun].tag == .noun, tree.links[noun] == .obj,
            tree.heads[noun] >= 0
        else { return nil }
        return context.resolver.mentions(context.clauses.subjects(tree.heads[noun]), descend: true).first
    }

    /// "Peskov was quoted as saying": the subject of the passive.
    private func passiveSpeakers(_ verb: Int) -> [Int] {
        tree.words[verb] == "quote" || tree.words[verb] == "cite" ? context.clauses.surfaceSubjects(verb) : []
    }

    /// The mention that owns a claim ("Moscow's statement", "a report by Human Rights Watch").
    func owner(of noun: Int) -> Int? {
        let tokens = context.nouns.possessors(noun) + context.nouns.obliques(noun, ["by", "from", "of"])
        return tokens.compactMap { context.resolver.index.covering($0) }.first
    }

    /// Attribution beside a clause: ", X said", "according to X", "as X reported".
    func beside(_ token: Int) -> Int? {
        for child in tree.children(token) {
            switch tree.links[child] {
            case .parataxis where isSaying(child):
                if let speaker = speaker(of: child) { return speaker }
            case .obl, .advcl, .nmod:
                let preposition = tree.preposition(child)
                if isBareSaying(child), let speaker = speaker(of: child) { return speaker }
                if preposition == "according_to" || preposition == "according", let found = accordingTo(child) {
                    return found
                }
                if preposition == "in", words["view"].contains(tree.words[child]),
                    let found = context.nouns.possessors(child).lazy.compactMap({
                        context.resolver.index.covering($0)
                    }).first
                {
                    return found
                }
                if preposition == "as", tree.tokens[child].tag == .verb, words["speech"].contains(tree.words[child]),
                    tree.children(child, .obj).allSatisfy({ tree.tokens[$0].tag == .pron }),
                    let speaker = speaker(of: child)
                {
                    return speaker
                }
            case .nsubj where tree.preposition(child).hasPrefix("according"):
                if let found = accordingTo(child) { return found }
            default: break
            }
        }
        return nil
    }

    /// "Warren announced she was endorsing him", where the tree hangs the saying on what is said.
    private func isBareSaying(_ token: Int) -> Bool {
        tree.links[token] == .advcl && tree.tokens[token].tag == .verb && words["speech"].contains(tree.words[token])
            && tree.child(token, .mark) == nil && tree.child(token, .advmod) == nil
            && tree.child(token, .nsubj) != nil && tree.child(token, .ccomp) == nil
    }

    private func accordingTo(_ token: Int) -> Int? {
        context.unnamed[token] ?? context.resolver.mentions([token], descend: true).first ?? owner(of: token)
    }

    /// The speaker of the sentence's main verb of saying.
    func sentenceSpeaker() -> Int? {
        for token in 0..<tree.count where tree.heads[token] < 0 || tree.links[token] == .parataxis {
            if isSaying(token), let speaker = speaker(of: token) { return speaker }
            if let speaker = beside(token) { return speaker }
        }
        return closing()?.speaker
    }
}
