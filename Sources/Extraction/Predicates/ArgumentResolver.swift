import Annotations

/// Turns argument tokens into mentions: the mention there, or the owner of the noun ("Russia's support" -> Russia).
struct ArgumentResolver: Sendable {
    /// The nouns of the same sentence.
    let nouns: NounReader
    /// The mentions of the same sentence.
    let index: MentionIndex
    private var tree: SentenceTree { nouns.clauses.tree }

    private static let examples: Set<String> = ["including", "such_as", "like"]
    private static let deepest = 3

    /// Makes a resolver for a sentence.
    init(nouns: NounReader, index: MentionIndex) {
        self.nouns = nouns
        self.index = index
    }

    /// The mentions that argument tokens stand for, in order, each once; coordinated ones included.
    func mentions(_ tokens: [Int], descend: Bool) -> [Int] {
        var found: [Int] = []
        for token in tokens {
            for conjunct in tree.conjuncts(token) {
                for mention in resolve(conjunct, descend: descend, depth: 0) where !found.contains(mention) {
                    found.append(mention)
                }
            }
        }
        return found
    }

    /// The mentions that one token stands for, without its conjuncts.
    func resolve(_ token: Int, descend: Bool, depth: Int = 0) -> [Int] {
        let examples = tree.children(token).filter {
            tree.links[$0] == .nmod && Self.examples.contains(tree.preposition($0))
        }
        let listed = examples.flatMap { tree.conjuncts($0) }.compactMap { index.covering($0) }
        if let mention = index.covering(token) {
            return index.together(named(token) ?? possessor(token, of: mention) ?? mention) + listed
        }
        if !listed.isEmpty { return listed }
        guard depth < Self.deepest else { return [] }
        if let apposed = tree.child(token, .appos), let mention = index.covering(apposed) {
            return tree.conjuncts(apposed).compactMap { index.covering($0) }.isEmpty
                ? [mention] : tree.conjuncts(apposed).compactMap { index.covering($0) }
        }
        guard descend else { return quantified(token) }
        return owners(of: token, depth: depth + 1)
    }

    /// The name right behind a noun that it is in apposition to ("candidate Daniel Ortega").
    private func named(_ token: Int) -> Int? {
        guard
            let next = tree.children(token).first(where: {
                $0 == token + 1 && [.appos, .flat].contains(tree.links[$0])
            }),
            let mention = index.headed(next), index.mentions[mention].form == .name
        else { return nil }
        return mention
    }

    /// Who "its troops" act for.
    private func possessor(_ token: Int, of mention: Int) -> Int? {
        guard index.mentions[mention].form == .nominal, !index.mentions[mention].isAgent,
            nouns.words["agent"].contains(tree.words[token]),
            let owner = tree.children(token).last(where: { tree.isPossessor($0) })
        else { return nil }
        return index.headed(owner)
    }

    /// "thousands of protesters", "one of the rebels".
    private func quantified(_ token: Int) -> [Int] {
        guard tree.tokens[token].tag == .num || nouns.words["container"].contains(tree.words[token]) else { return [] }
        return tree.children(token).filter { tree.links[$0] == .nmod && tree.preposition($0) == "of" }
            .flatMap { tree.conjuncts($0) }.compactMap { index.covering($0) }
    }

    private func owners(of token: Int, depth: Int) -> [Int] {
        if tree.tokens[token].tag == .verb {
            return nouns.clauses.subjects(token).flatMap { resolve($0, descend: true, depth: depth) }
        }
        // "Syria's Idlib province" is Idlib.
        if token > 0, tree.links[token - 1] == .compound, tree.heads[token - 1] == token,
            tree.tokens[token - 1].tag == .propn, let name = index.covering(token - 1),
            index.mentions[name].form == .name
        {
            return [name]
        }
        for candidate in nouns.possessors(token) {
            let found = tree.conjuncts(candidate).compactMap { index.covering($0) }
            if !found.isEmpty { return found }
        }
        for preposition in ["of", "by"] {
            for child in tree.children(token) where tree.links[child] == .nmod && tree.preposition(child) == preposition
            {
                let found = tree.conjuncts(child).flatMap { resolve($0, descend: true, depth: depth) }
                if !found.isEmpty { return found }
            }
        }
        for clause in tree.children(token, .acl) where nouns.clauses.isPassive(clause) {
            let found = nouns.clauses.agents(clause).flatMap { resolve($0, descend: true, depth: depth) }
            if !found.isEmpty { return found }
        }
        return []
    }
}
