import Annotations

// "Both countries", "the two leaders": two entities that were named before.
extension EntityResolver {
    /// The two that a phrase means: those of its kind in the nearest sentences before it, where they are just two.
    func pair(_ index: Int) -> (Int, Int)? {
        guard let kinds = pairedKinds(index) else { return nil }
        var found: [Int] = []
        var sentence = candidates[index].sentence
        for earlier in told(before: index).reversed() {
            if candidates[earlier].sentence != sentence {
                if found.count >= 2 { break }
                sentence = candidates[earlier].sentence
                if candidates[index].sentence - sentence > 3 { return nil }
            }
            guard let cluster = assigned[earlier], kinds.contains(clusters[cluster].kind), !found.contains(cluster),
                candidates[earlier].form != .pronoun, candidates[earlier].sense != .seat || !isGround(earlier)
            else { continue }
            found.append(cluster)
        }
        return found.count == 2 ? (found[1], found[0]) : nil
    }

    /// What the two of a phrase can be, or nil where the phrase does not mean two that are known.
    private func pairedKinds(_ index: Int) -> Set<EntityKind>? {
        let view = views[candidates[index].sentence]
        let head = candidates[index].head
        let words = candidates[index].tokens.prefix { $0 < head }.map { view.keys[$0] }
        guard candidates[index].form == .nominal, candidates[index].tokens.upperBound == head + 1,
            words == ["both"] || words == ["the", "two"] || words == ["these", "two"] || words == ["both", "the"]
        else { return nil }
        return Self.pairs[view.lemmas[head]]
    }

    private static let pairs: [String: Set<EntityKind>] = [
        "country": [.state], "nation": [.state], "state": [.state], "government": [.state], "capital": [.state],
        "neighbor": [.state], "neighbour": [.state], "side": [.state],
        "party": [.state], "leader": [.person], "president": [.person], "man": [.person],
        "minister": [.person], "candidate": [.person], "official": [.person],
    ]
}
