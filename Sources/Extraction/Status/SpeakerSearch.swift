import Annotations

// Whose claim a relation is whose predicate names no speaker: found by climbing from its two ends.
extension SpeakerFinder {
    /// Whose words two mentions stand in, the innermost first; nil where the document itself speaks.
    ///
    /// - Parameters:
    ///   - isClaim: whether the relation is known to be somebody's claim, so that one end may stand outside it.
    func around(source: Int, target: Int, isClaim: Bool) -> Int? {
        let mentions = context.resolver.index.mentions
        let ends = (source: mentions[source].head, target: mentions[target].head)
        if isClaim, let accuser = accuser(of: ends.source), !isSame(accuser, source) { return accuser }
        let found =
            climb(from: ends.target, with: ends.source, source, isClaim)
            ?? climb(from: ends.source, with: ends.target, source, isClaim)
        if let found { return found }
        if let closing = closing(), max(ends.source, ends.target) < closing.colon { return closing.speaker }
        return context.quoted[ends.target] && (isClaim || context.quoted[ends.source]) ? context.quoteSpeaker : nil
    }

    /// Whether a clause states the relation of two mentions, rather than a phrase that takes it for granted
    /// ("President Putin", "the city of Aleppo"): one is its subject, and the other in what it says of that.
    func states(_ source: Int, _ target: Int) -> Bool {
        let mentions = context.resolver.index.mentions
        let (one, other) = (mentions[source].head, mentions[target].head)
        let top = tree.meeting(one, other)
        return isPredicated(other, of: one, under: top) || isPredicated(one, of: other, under: top)
    }

    private func isPredicated(_ token: Int, of subject: Int, under top: Int) -> Bool {
        guard tree.links[subject] == .nsubj, tree.heads[subject] == top else { return false }
        guard let first = tree.way(from: token, to: top).last else { return true }
        // "He says he will resign as head of the party."
        if isSaying(top), tree.links[first] == .ccomp { return isPronoun(of: first, for: subject) }
        if isSaying(top) { return tree.links[first] == .xcomp }
        return [.obl, .obj, .xcomp, .nmod, .advcl].contains(tree.links[first])
            && !tree.preposition(first).hasPrefix("according")
    }

    private func isPronoun(of clause: Int, for subject: Int) -> Bool {
        let index = context.resolver.index
        guard let own = tree.child(clause, .nsubj), let pronoun = index.headed(own), let named = index.headed(subject)
        else { return false }
        return index.mentions[pronoun].form == .pronoun
            && index.mentions[pronoun].entity == index.mentions[named].entity
    }

    private func climb(from end: Int, with other: Int, _ source: Int, _ isClaim: Bool) -> Int? {
        var current = end
        if let found = beside(end, holding: other, isClaim) { return found }
        for head in tree.ancestors(end) {
            if isContrast(current) { return nil }
            if let found = voice(of: current, under: head, of: source, end, isClaim),
                isClaim || tree.isAbove(tree.firstConjunct(head), other) || speaks(found, with: other)
            {
                return found
            }
            if let found = beside(head, holding: other, isClaim) { return found }
            current = head
        }
        return nil
    }

    /// Whether a token stands in the phrase of a speaker ("President Duterte of the Philippines").
    private func speaks(_ speaker: Int, with token: Int) -> Bool {
        let mention = context.resolver.index.mentions[speaker]
        return mention.sentence == context.number && tree.isAbove(mention.head, token)
    }

    /// "While the president branded it": a clause beside what is said, wherever the tree hangs it.
    private func isContrast(_ clause: Int) -> Bool {
        tree.links[clause] == .advcl && ["while", "whereas"].contains(tree.preposition(clause))
            && tree.child(clause, .nsubj) != nil
    }

    private func beside(_ token: Int, holding other: Int, _ isClaim: Bool) -> Int? {
        isClaim || tree.isAbove(token, other) ? beside(token) : nil
    }

    /// Who says, by the word above, what stands below it.
    private func voice(of child: Int, under head: Int, of source: Int, _ end: Int, _ isClaim: Bool) -> Int? {
        if isSaying(head), isSaid(child, under: head, end) {
            let speaker = speaker(of: saying(child, under: head))
            return isOwnRequest(head, speaker, source) ? nil : speaker
        }
        let isAccusing = words[isClaim ? "accusation" : "charge"].contains(tree.words[head])
        if isAccusing, isCharge(child, under: head) || isClaim && isAdjunct(child) {
            let accuser = speaker(of: head)
            let isStated = tree.links[child] == .ccomp && !Self.grounds.contains(tree.preposition(child))
            return isSame(accuser, source) && !isStated ? nil : accuser
        }
        if words["promise"].contains(tree.words[head]), isThreatened(child) { return speaker(of: head) }
        if words["claim-noun"].contains(tree.words[head]) || words["plea"].contains(tree.words[head]), isContent(child)
        {
            let owner = owner(of: head)
            return isSame(owner, source) ? nil : owner
        }
        return nil
    }

    /// The verb that says a clause: of "officials say he told them | that", where both hang on "say", it is "told".
    func saying(_ child: Int, under head: Int) -> Int {
        guard tree.links[child] == .ccomp, tree.preposition(child) == "that" else { return head }
        return tree.children(head, .ccomp).last {
            $0 < child && isSaying($0) && tree.child($0, .nsubj) != nil && tree.child($0, .ccomp) == nil
                && tree.child($0, .xcomp) == nil
        } ?? head
    }

    /// Whether a dependent of a verb of saying is what is said, rather than who hears it or when.
    private func isSaid(_ child: Int, under verb: Int, _ end: Int) -> Bool {
        switch tree.links[child] {
        case .ccomp, .xcomp, .csubj: return true
        case .parataxis: return tree.child(verb, .nsubj) != nil
        case .conj: return tree.hasChild(child, .mark, in: ["that"])
        case .obj: return child != end && context.resolver.index.headed(child) == nil
        case .obl: return child != end && ["as", "of", "about"].contains(tree.preposition(child))
        default: return false
        }
    }

    /// Whether a dependent of a verb of accusing is what somebody is accused of.
    private func isCharge(_ child: Int, under verb: Int) -> Bool {
        let preposition = tree.preposition(child)
        switch tree.links[child] {
        case .ccomp, .xcomp: return true
        case .obl, .advcl, .nmod, .obj:
            return Self.grounds.contains(preposition) || preposition == "on" && tree.words[verb] == "blame"
        default: return false
        }
    }

    /// The prepositions before what somebody is accused of.
    static let grounds: Set<String> = ["of", "for", "with", "over"]

    private func isAdjunct(_ child: Int) -> Bool { [.obl, .advcl].contains(tree.links[child]) }

    /// "Threatened to strike if they attack", "to kill him unless they leave".
    private func isThreatened(_ child: Int) -> Bool {
        switch tree.links[child] {
        case .xcomp, .ccomp: return true
        case .advcl: return words["condition"].contains(tree.preposition(child))
        default: return false
        }
    }

    /// Whether a dependent of a noun is what the noun claims.
    private func isContent(_ child: Int) -> Bool {
        [.acl, .nmod, .ccomp].contains(tree.links[child]) && !tree.isPossessor(child)
            && !["by", "from", "in", "at"].contains(tree.preposition(child))
    }

    /// Who accuses or suspects the one that a token names.
    private func accuser(of token: Int) -> Int? {
        let verb = tree.heads[token]
        guard verb >= 0, words["accusation"].contains(tree.words[verb]) else { return nil }
        let isAccused = tree.links[token] == .obj || tree.links[token] == .nsubj && context.clauses.isPassive(verb)
        return isAccused ? speaker(of: verb) : nil
    }

    /// "He urged them to leave": the asking is told by the document.
    private func isOwnRequest(_ verb: Int, _ speaker: Int?, _ source: Int) -> Bool {
        words["request"].contains(tree.words[verb]) && isSame(speaker, source)
    }

    private func isSame(_ speaker: Int?, _ source: Int) -> Bool {
        let mentions = context.resolver.index.mentions
        return speaker.map { mentions[$0].entity == mentions[source].entity } ?? false
    }
}
