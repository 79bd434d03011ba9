import Annotations

// What the words say against one thing lying in another.
extension SentenceContext {
    /// Whether a proposal of `locatedIn` puts something where only an event takes place ("the meeting of the League in
    /// Riga"), or into a state that it is only near.
    func isMisplaced(_ proposal: Proposal, _ mentions: [Mention], _ entities: [Entity]) -> Bool {
        guard proposal.relation.rawValue == "locatedIn" else { return false }
        let (source, target) = (mentions[proposal.source], mentions[proposal.target])
        guard source.sentence == number, target.sentence == number else { return false }
        if entities[target.entity].kind == .state, isNear(target) { return true }
        return entities[source.entity].kind == .organization && target.tokens.lowerBound > source.head && isHost(source)
    }

    private func isNear(_ target: Mention) -> Bool {
        var token = target.tokens.lowerBound - 1
        while token > 0, tree.tokens[token].tag == .det { token -= 1 }
        return token >= 0 && ["near", "outside", "off"].contains(tree.words[token])
    }

    /// Whether a body holds the event that it is named with.
    private func isHost(_ source: Mention) -> Bool {
        let head = tree.heads[source.head]
        return head >= 0 && head < source.head && tree.links[source.head] == .nmod
            && Self.events.contains(tree.words[head])
    }

    private static let events: Set<String> = [
        "meeting", "summit", "session", "conference", "gathering", "forum", "congress", "reunion", "convention",
    ]
}
