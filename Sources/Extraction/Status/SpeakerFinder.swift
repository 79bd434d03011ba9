import Annotations

/// Finds who says what in a sentence.
struct SpeakerFinder: Sendable {
    private let context: SentenceContext
    private let words: WordLists
    private var tree: SentenceTree { context.tree }

    /// Makes a finder for a sentence.
    init(context: SentenceContext, words: WordLists) {
        self.context = context
        self.words = words
    }

    /// The mention of the subject of a verb of saying.
    func speaker(of verb: Int) -> Int? {
        context.resolver.mentions(context.clauses.subjects(verb), descend: true).first
            ?? context.resolver.mentions(passiveSpeakers(verb), descend: true).first
            ?? issuer(verb)
    }

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
            case .parataxis where words["speech"].contains(tree.words[child]):
                if let speaker = speaker(of: child) { return speaker }
            case .obl, .advcl, .nmod:
                let preposition = tree.preposition(child)
                if isBareSaying(child), let speaker = speaker(of: child) { return speaker }
                if preposition == "according_to" || preposition == "according", let found = accordingTo(child) {
                    return found
                }
                if preposition == "as", tree.tokens[child].tag == .verb, words["speech"].contains(tree.words[child]),
                    let speaker = speaker(of: child)
                {
                    return speaker
                }
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
        context.resolver.mentions([token], descend: true).first
    }

    /// The speaker of the sentence's main verb of saying.
    func sentenceSpeaker() -> Int? {
        for token in 0..<tree.count where tree.heads[token] < 0 || tree.links[token] == .parataxis {
            if words["speech"].contains(tree.words[token]), let speaker = speaker(of: token) { return speaker }
            if let speaker = beside(token) { return speaker }
        }
        return nil
    }
}
