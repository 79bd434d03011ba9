import Annotations

/// Reads how a sentence puts a predicate: negation, modality, attribution, by climbing from the predicate to the root.
public struct StatusReader: Sendable {
    private let words: WordLists

    /// Makes a reader over the word lists of a rule set.
    public init(rules: RuleSet) { words = rules.words }

    /// What is gathered on the way up.
    private struct State {
        /// The predicate whose status is read.
        let predicate: Int
        var negations = 0
        var isHypothetical = false
        var isPlanned = false
        var isAlleged = false
        /// True above a clause whose truth does not depend on what governs it ("after Russia attacked").
        var isFactive = false
        /// True above a phrase that the speaker takes for granted ("Russia's invasion of Ukraine").
        var isPresupposed = false
        /// True where the negation is an end put to something ("stop supporting"): who asks for that says that it goes on.
        var isEnded = false
        /// Who asks for the deed, promises or expects it, the outermost of several: the speaker where nobody reports it.
        var asker: Int?
        /// True above a thing that is spoken of whether or not the verb holds ("will not change the agreement").
        var isSettled = false
        var speakers: [Int] = []
        var isReported = false

        mutating func negate() { if !isSettled { negations += 1 } }

        var status: Status {
            if negations % 2 == 1 { return .denied }
            if isHypothetical { return .hypothetical }
            if isPlanned { return .planned }
            return isAlleged ? .alleged : .asserted
        }
    }

    /// Reads a predicate; `effect` is the status that the rule's own words give.
    func read(_ predicate: Int, in context: SentenceContext, effect: Status? = nil) -> StatusReading {
        var state = State(predicate: predicate)
        apply(effect, to: &state)
        let finder = SpeakerFinder(context: context, words: words)
        mark(predicate, context, &state)
        attribute(finder.beside(predicate), &state)
        var current = predicate
        var steps = 0
        while context.tree.heads[current] >= 0, steps <= context.tree.count {
            climb(from: current, to: context.tree.heads[current], context, finder, &state)
            current = context.tree.heads[current]
            steps += 1
        }
        if state.speakers.isEmpty, let closing = finder.closing(), predicate < closing.colon {
            attribute(closing.speaker, &state)
        }
        if let asker = state.asker, state.speakers.isEmpty { attribute(asker, &state) }
        if context.quoted[predicate], state.speakers.isEmpty { attribute(context.quoteSpeaker, &state) }
        return StatusReading(
            status: state.status, speaker: state.speakers.first, attribution: state.speakers.reversed(),
            isReported: state.isReported)
    }

    private func apply(_ effect: Status?, to state: inout State) {
        switch effect {
        case .denied: state.negate()
        case .hypothetical: state.isHypothetical = true
        case .planned: state.isPlanned = true
        case .alleged: state.isAlleged = true
        case .asserted, nil: break
        }
    }

    private func attribute(_ speaker: Int?, _ state: inout State) {
        guard let speaker else { return }
        if !state.isPresupposed { state.isReported = true }
        if state.speakers.last != speaker { state.speakers.append(speaker) }
    }

    /// Notes the words directly on a predicate: negation, modals, conditions, hedges.
    private func mark(_ token: Int, _ context: SentenceContext, _ state: inout State) {
        let tree = context.tree
        for child in tree.children(token) {
            let word = tree.words[child]
            let form = tree.forms[child]
            switch tree.links[child] {
            case .advmod, .det, .cc, .discourse:
                if words["negation"].contains(form), !isOnly(child, tree) { state.negate() }
                if words["hedge-adverb"].contains(word) { state.isAlleged = true }
                if words["possible-adverb"].contains(word) { state.isHypothetical = true }
                if form == "longer", tree.children(child).contains(where: { tree.words[$0] == "no" }) {
                    state.negate()
                }
                if words["future-adverb"].contains(word), isPresent(token, tree) { state.isPlanned = true }
            case .obl where tree.has(child, subtype: "unmarked") || tree.has(child, subtype: "tmod"):
                let isNext =
                    words["future-adverb"].contains(word)
                    || tree.children(child).contains { words["future-adverb"].contains(tree.words[$0]) }
                if isNext, isPresent(token, tree) { state.isPlanned = true }
            case .aux:
                if words["modal-plan"].contains(form) { state.isPlanned = true }
                if words["modal-possible"].contains(form), !isDescribed(token, context) { state.isHypothetical = true }
            case .mark where words["condition"].contains(form): state.isHypothetical = true
            case .mark where form == "to" && tree.hasChild(token, .aux, in: ["be"]): state.isPlanned = true
            case .marker where form == "without": state.negate()
            case .amod:
                if words["hedge-adjective"].contains(word) { state.isAlleged = true }
                if words["plan-adjective"].contains(word) { state.isPlanned = true }
                if words["possible-adjective"].contains(word) { state.isHypothetical = true }
            default: break
            }
        }
    }

    /// "Not only Russia but China" denies nothing.
    private func isOnly(_ negation: Int, _ tree: SentenceTree) -> Bool {
        tree.words.indices.contains(negation + 1)
            && ["only", "just", "merely", "solely", "simply"].contains(tree.words[negation + 1])
    }

    /// "Relations can be described as strategic" says that they are.
    private func isDescribed(_ token: Int, _ context: SentenceContext) -> Bool {
        words["description"].contains(context.tree.words[token]) && context.clauses.isPassive(token)
    }

    private func isPresent(_ token: Int, _ tree: SentenceTree) -> Bool {
        !tree.morphology[token].isDisjoint(with: [.present, .gerund])
    }

    private func climb(
        from child: Int, to head: Int, _ context: SentenceContext, _ finder: SpeakerFinder, _ state: inout State
    ) {
        let tree = context.tree
        let link = tree.links[child]
        if finder.isSaying(head), isContent(child, link, context),
            link != .parataxis || context.tree.child(head, .nsubj) != nil
        {
            if isAsking(head, for: child, tree) || words["attitude"].contains(tree.words[head]) {
                ask(finder.speaker(of: head), &state)
            } else {
                attribute(finder.speaker(of: finder.saying(child, under: head)), &state)
            }
        }
        if presupposes(child, link, context) { state.isPresupposed = true }
        if !state.isFactive { govern(child, head, link, context, finder, &state) }
        if isBoundary(child, link, context) { state.isFactive = true }
        if isSettled(child, head, link, tree) { state.isSettled = true }
        if !state.isFactive, inherits(child, head, link, context) { mark(head, context, &state) }
        attribute(finder.beside(head), &state)
    }

    /// Whether a verb asks for what its complement names or promises it, rather than stating it.
    private func isAsking(_ verb: Int, for child: Int, _ tree: SentenceTree) -> Bool {
        if words["promise"].contains(tree.words[verb]) { return true }
        return words["request"].contains(tree.words[verb])
            && (tree.links[child] != .ccomp || isInfinitive(child, tree))
    }

    private func ask(_ asker: Int?, _ state: inout State) {
        state.asker = asker ?? state.asker
    }

    private func isContent(_ child: Int, _ link: Link, _ context: SentenceContext) -> Bool {
        switch link {
        case .ccomp, .xcomp, .parataxis, .csubj, .obj: return true
        case .obl, .advcl: return true
        case .conj: return context.tree.hasChild(child, .mark, in: ["that"])
        default: return false
        }
    }

    /// Whether a phrase names what is taken for granted, in any claim around it.
    private func presupposes(_ child: Int, _ link: Link, _ context: SentenceContext) -> Bool {
        let isNoun = context.tree.tokens[child].tag == .noun || context.tree.tokens[child].tag == .propn
        switch link {
        case .nmod, .obl: return isNoun
        case .amod, .compound, .appos: return true
        case .nsubj: return isNoun && isBoundary(child, link, context)
        case .acl: return context.tree.has(child, subtype: "relcl")
        default: return false
        }
    }

    /// Whether what stands above does not bear on the truth of what stands below.
    private func isBoundary(_ child: Int, _ link: Link, _ context: SentenceContext) -> Bool {
        let tree = context.tree
        switch link {
        case .amod, .compound, .appos, .parataxis, .det, .nummod: return true
        case .nmod: return tree.isPossessor(child) || tree.has(child, subtype: "desc")
        case .acl:
            // "denied reports claiming that": what is claimed stays under the denial.
            if words["speech"].contains(tree.words[child]) { return false }
            return tree.has(child, subtype: "relcl")
                || !isInfinitive(child, tree) && tree.preposition(child) != "that"
        case .advcl:
            let mark = tree.preposition(child)
            // "denied it, as a spokesman announced that": what is announced is not denied.
            if mark == "as", tree.child(child, .nsubj) != nil { return true }
            return !["to", "of", "for", "from", "into", "if", "unless", "by", "as", "in_order"].contains(mark)
        case .nsubj:
            let head = tree.heads[child]
            return !tree.has(child, subtype: "pass") && !words["light"].contains(tree.words[head])
                && !words["occurrence"].contains(tree.words[head])
        default: return false
        }
    }

    /// Whether a verb's negation leaves the thing standing that its object or adverbial names: "did not mention the talks",
    /// but not "did not hold the talks".
    private func isSettled(_ child: Int, _ head: Int, _ link: Link, _ tree: SentenceTree) -> Bool {
        guard [.obj, .obl, .iobj].contains(link), tree.tokens[head].tag == .verb,
            [.noun, .propn].contains(tree.tokens[child].tag), !words["agent"].contains(tree.words[child])
        else { return false }
        let word = tree.words[head]
        if words["light"].contains(word), link == .obl {
            // "made no progress in talks", but not "took no part in the attack".
            return tree.children(head, .obj).contains { !words["share"].contains(tree.words[$0]) && $0 < child }
        }
        return !Self.carriers.contains { words[$0].contains(word) }
    }

    /// The lists of verbs whose negation is one of what they are about.
    private static let carriers = [
        "light", "occurrence", "denial", "refusal", "ending", "planning", "request", "hypothesis", "accusation",
    ]

    private func isInfinitive(_ token: Int, _ tree: SentenceTree) -> Bool {
        tree.hasChild(token, .mark, in: ["to"]) || tree.morphology[token].contains(.infinitive)
    }

    /// Whether the marks on the head hold for the child as well.
    private func inherits(_ child: Int, _ head: Int, _ link: Link, _ context: SentenceContext) -> Bool {
        let tree = context.tree
        switch link {
        case .obj, .xcomp, .nsubj, .nmod, .iobj, .advmod: return true
        case .obl: return true
        case .conj:
            return tree.child(child, .aux) == nil && tree.child(child, .nsubj) == nil
        case .acl: return isInfinitive(child, tree)
        case .advcl: return ["of", "from", "by"].contains(tree.preposition(child))
        case .ccomp: return !words["speech"].contains(tree.words[head])
        default: return false
        }
    }

    /// Notes what the governing word itself says of its complement.
    private func govern(
        _ child: Int, _ head: Int, _ link: Link, _ context: SentenceContext, _ finder: SpeakerFinder,
        _ state: inout State
    ) {
        let tree = context.tree
        let word = tree.words[head]
        switch link {
        case .ccomp, .xcomp, .csubj, .obj: complement(child, word, head, context, finder, &state)
        case .obl:
            if words["accusation"].contains(word), SpeakerFinder.grounds.contains(tree.preposition(child)) {
                accuse(head, context, finder, &state)
            }
            if ["for", "to"].contains(tree.preposition(child)), tree.tokens[head].tag == .adj {
                if words["plan-adjective"].contains(word) { state.isPlanned = true }
                if words["possible-adjective"].contains(word) { state.isHypothetical = true }
            }
        case .nsubj where tree.has(child, subtype: "pass"):
            if words["ending"].contains(word) || words["denial"].contains(word) && denies(word, child, tree, state) {
                state.negate()
            }
            if words["planning"].contains(word) || words["request"].contains(word) { state.isPlanned = true }
        case .advcl: adverbial(child, word, head, context, finder, &state)
        case .nmod, .acl: nominal(child, word, head, context, finder, &state)
        default: break
        }
    }

    private func complement(
        _ child: Int, _ word: String, _ head: Int, _ context: SentenceContext, _ finder: SpeakerFinder,
        _ state: inout State
    ) {
        let isClause = context.tree.links[child] != .obj
        if isRuledOut(word, head, context) {
            state.negate()
            attribute(finder.speaker(of: head), &state)
        } else if Self.broken.contains(word), hasParticle("off", head, context) {
            state.negate()
        } else if words["denial"].contains(word), isClause || denies(word, child, context.tree, state) {
            state.negate()
            attribute(finder.speaker(of: head), &state)
        } else if words["refusal"].contains(word) && isClause || words["ending"].contains(word) {
            state.negate()
            state.isEnded = words["stopping"].contains(word)
        } else if word == "have", isClause, context.tree.hasChild(head, .advmod, in: ["yet"]) {
            state.negate()
        } else if words["planning"].contains(word), isClause || !words["settling"].contains(word) {
            state.isPlanned = true
            if words["promise"].contains(word) { ask(finder.speaker(of: head), &state) }
        } else if words["hypothesis"].contains(word) {
            state.isHypothetical = true
        } else if words["accusation"].contains(word), isClause {
            accuse(head, context, finder, &state)
        } else if words["request"].contains(word), isClause || word != "call" {
            request(&state)
            ask(finder.speaker(of: head), &state)
        } else if isClause, words["plan-adjective"].contains(word) {
            state.isPlanned = true
        } else if isClause, words["possible-adjective"].contains(word) {
            state.isHypothetical = true
        } else if isClause, words["unwilling-adjective"].contains(word) {
            state.negate()
        }
    }

    /// "Rejected talks", "rejected a demand to leave" deny the talks and the leaving; the demand itself was made.
    private func denies(_ word: String, _ noun: Int, _ tree: SentenceTree, _ state: State) -> Bool {
        !words["rejection"].contains(word) || noun != state.predicate
            || words["rejectable"].contains(tree.words[noun])
    }

    /// "Ruled out fighting beside Assad".
    private func isRuledOut(_ word: String, _ head: Int, _ context: SentenceContext) -> Bool {
        word == "rule" && hasParticle("out", head, context)
    }

    /// Verbs that end something with "off" behind them.
    private static let broken: Set<String> = ["break", "cut", "call"]

    private func hasParticle(_ particle: String, _ head: Int, _ context: SentenceContext) -> Bool {
        context.tree.children(head).contains { context.tree.words[$0] == particle }
    }

    private func request(_ state: inout State) {
        guard state.isEnded else {
            state.isPlanned = true
            return
        }
        state.isEnded = false
        state.negations -= 1
        state.isAlleged = true
    }

    private func accuse(_ head: Int, _ context: SentenceContext, _ finder: SpeakerFinder, _ state: inout State) {
        state.isAlleged = true
        attribute(finder.speaker(of: head), &state)
    }

    private func adverbial(
        _ child: Int, _ word: String, _ head: Int, _ context: SentenceContext, _ finder: SpeakerFinder,
        _ state: inout State
    ) {
        let preposition = context.tree.preposition(child)
        if isRuledOut(word, head, context), preposition.isEmpty {
            state.negate()
        } else if words["accusation"].contains(word), SpeakerFinder.grounds.contains(preposition) {
            accuse(head, context, finder, &state)
        } else if words["refusal"].contains(word), preposition == "from" {
            state.negate()
        } else if preposition == "to", isInfinitive(child, context.tree) {
            state.isPlanned = true
        }
    }

    private func nominal(
        _ child: Int, _ word: String, _ head: Int, _ context: SentenceContext, _ finder: SpeakerFinder,
        _ state: inout State
    ) {
        if words["plan-noun"].contains(word) {
            state.isPlanned = true
        } else if words["possibility-noun"].contains(word) {
            state.isHypothetical = true
        } else if words["denial-noun"].contains(word) {
            state.negate()
            attribute(finder.owner(of: head), &state)
        } else if words["claim-noun"].contains(word) {
            state.isAlleged = true
            attribute(finder.owner(of: head), &state)
        } else if context.tree.links[child] == .acl, isInfinitive(child, context.tree) {
            state.isPlanned = true
        }
    }
}
