import Annotations

// "X resigned as prime minister of Haiti", "Y was named as its ambassador": the verb gives the office to a person.
extension EntityResolver {
    /// The person whom the verb above "as" gives the office to, or takes it from.
    func holderByVerb(_ index: Int) -> Int? {
        let view = views[candidates[index].sentence]
        let office = candidates[index].head
        guard view.hasTree, view.marker(office) == "as" else { return nil }
        let verb = view.tokens[office].head
        guard verb >= 0, let role = holderRole(verb, view) else { return nil }
        let holders = view.children(verb, [role])
        return range(of: candidates[index].sentence).first {
            holders.contains(candidates[$0].head) && assigned[$0].map { clusters[$0].kind } == .person
        }.flatMap { assigned[$0] }
    }

    /// Whether the holder is the subject or the object of a verb.
    private func holderRole(_ verb: Int, _ view: SentenceView) -> Substring? {
        let lemma = view.lemmas[verb]
        if Self.serving.contains(lemma) { return "nsubj" }
        guard Self.naming.contains(lemma) else { return nil }
        let isPassive = view.children(verb, ["aux", "nsubj"]).contains { view.tokens[$0].relation.hasSuffix(":pass") }
        return isPassive ? "nsubj" : "obj"
    }

    private static let serving: Set<String> = [
        "resign", "serve", "act", "work", "retire", "quit", "step", "rule", "reign", "continue", "return",
    ]
    private static let naming: Set<String> = [
        "appoint", "name", "elect", "nominate", "choose", "pick", "designate", "install", "swear", "confirm", "hire",
        "dismiss", "remove", "oust", "recognize", "recognise", "reappoint", "replace", "propose",
    ]
}
