import Annotations

/// A sentence's tree with what the rules ask of it: children, words in lower case and the spans of subtrees.
///
/// Complexity: made in one pass over the tokens; every question is answered in the number of children asked about.
struct SentenceTree: Sendable {
    /// The tokens of the sentence.
    let tokens: [Token]
    /// The lemmas in lower case (the form where a lemma is missing).
    let words: [String]
    /// The relations to the heads without subtypes.
    let links: [Link]
    /// The heads, -1 for the root.
    let heads: [Int]
    private let offsets: [Int]
    private let childList: [Int]

    /// Indexes a sentence; heads out of range count as roots.
    init(_ sentence: Sentence, lemmas: LemmaTable) {
        let tokens = TreeRepair.mended(sentence.tokens)
        words = tokens.map { lemmas.lemma(form: $0.form, lemma: $0.lemma, tag: $0.tag) }
        links = tokens.map { Link($0.baseRelation) }
        let count = tokens.count
        let heads = tokens.enumerated().map { index, token in
            token.head >= 0 && token.head < count && token.head != index ? token.head : -1
        }
        self.tokens = tokens
        self.heads = heads
        var counts = [Int](repeating: 0, count: count + 1)
        for head in heads where head >= 0 { counts[head + 1] += 1 }
        for index in 0..<count { counts[index + 1] += counts[index] }
        var list = [Int](repeating: 0, count: counts[count])
        var next = counts
        for (index, head) in heads.enumerated() where head >= 0 {
            list[next[head]] = index
            next[head] += 1
        }
        offsets = counts
        childList = list
    }

    /// The number of tokens.
    var count: Int { tokens.count }

    /// The children of a token in order.
    func children(_ token: Int) -> ArraySlice<Int> {
        childList[offsets[token]..<offsets[token + 1]]
    }

    /// The first child with a relation.
    func child(_ token: Int, _ link: Link) -> Int? {
        children(token).first { links[$0] == link }
    }

    /// The children with a relation.
    func children(_ token: Int, _ link: Link) -> [Int] {
        children(token).filter { links[$0] == link }
    }

    /// Whether the relation of a token has the subtype (`pass` of `nsubj:pass`).
    func has(_ token: Int, subtype: String) -> Bool {
        let relation = tokens[token].relation
        guard let colon = relation.firstIndex(of: ":") else { return false }
        return relation[relation.index(after: colon)...] == subtype
    }

    /// Whether a token is a possessor (`nmod:poss`).
    func isPossessor(_ token: Int) -> Bool { links[token] == .nmod && has(token, subtype: "poss") }

    /// The preposition of a noun, or the conjunction of a clause, with its fixed parts joined by `_`
    /// (`according_to`); empty where there is none.
    func preposition(_ token: Int) -> String {
        markers(token).first.map(phrase) ?? ""
    }

    /// The function words that mark a noun or clause, possessive marks apart; where it has none of its own, those that
    /// hang on its modifiers.
    private func markers(_ token: Int) -> [Int] {
        let own = children(token).filter { isMarker($0) }
        if !own.isEmpty || tokens[token].tag == .verb { return own }
        return children(token).filter {
            $0 < token && [.compound, .amod, .nmod, .flat, .det, .nummod].contains(links[$0])
        }
        .flatMap { children($0).filter { links[$0] == .marker && isMarker($0) } }
    }

    private func isMarker(_ token: Int) -> Bool {
        (links[token] == .marker || links[token] == .mark) && !["'s", "’s", "'", "’"].contains(tokens[token].form)
    }

    /// A function word with its fixed parts, in lower case, joined by `_`.
    func phrase(_ token: Int) -> String {
        var text = tokens[token].form.lowercased()
        for part in children(token) where links[part] == .fixed { text += "_" + tokens[part].form.lowercased() }
        return text
    }

    /// All prepositions of a noun ("from" and "inside" in "from inside").
    func prepositions(_ token: Int) -> [String] {
        markers(token).map(phrase)
    }

    /// Whether a token has a child with one of these words.
    func hasChild(_ token: Int, _ link: Link, in list: Set<String>) -> Bool {
        children(token).contains { links[$0] == link && list.contains(words[$0]) }
    }

    /// Whether `ancestor` is `token` or stands above it.
    func isAbove(_ ancestor: Int, _ token: Int) -> Bool {
        var current = token
        var steps = 0
        while current >= 0, steps <= count {
            if current == ancestor { return true }
            current = heads[current]
            steps += 1
        }
        return false
    }

    /// The tokens from the root down to a token's head, nearest first; ends at a cycle.
    func ancestors(_ token: Int) -> [Int] {
        var list: [Int] = []
        var current = heads[token]
        while current >= 0, list.count <= count {
            list.append(current)
            current = heads[current]
        }
        return list
    }

    /// The smallest range of tokens that holds a token's subtree.
    func span(_ token: Int) -> Range<Int> {
        var low = token
        var high = token
        var stack = [token]
        var steps = 0
        while let current = stack.popLast(), steps <= count {
            steps += 1
            low = min(low, current)
            high = max(high, current)
            stack.append(contentsOf: children(current))
        }
        return low..<(high + 1)
    }

    /// The lowest token above both (or one of them); nil where they share no root.
    func common(_ a: Int, _ b: Int) -> Int? {
        let above = Set([a] + ancestors(a))
        return ([b] + ancestors(b)).first { above.contains($0) }
    }

    /// The first conjunct of a coordination and the steps to it.
    func firstConjunct(_ token: Int) -> Int {
        var current = token
        var steps = 0
        while links[current] == .conj, heads[current] >= 0, steps < count {
            current = heads[current]
            steps += 1
        }
        return current
    }

    /// A token with all of its conjuncts, in order.
    func conjuncts(_ token: Int) -> [Int] {
        var list = [token]
        var index = 0
        while index < list.count, list.count <= count {
            list.append(contentsOf: children(list[index], .conj))
            index += 1
        }
        return list.sorted()
    }
}

extension SentenceTree {
    /// The token where the ways from two tokens to the root meet; the first of the two where they do not.
    func meeting(_ a: Int, _ b: Int) -> Int {
        let above = Set([a] + ancestors(a))
        return ([b] + ancestors(b)).first { above.contains($0) } ?? a
    }

    /// A token and all above it, up to another token, which is left out.
    func way(from token: Int, to end: Int) -> [Int] {
        Array(([token] + ancestors(token)).prefix { $0 != end })
    }
}
