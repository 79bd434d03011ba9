import Annotations

/// A sentence's tree with what the rules ask of it: children, words in lower case and the spans of subtrees.
///
/// Complexity: made in one pass over the tokens; every question is answered in the number of children asked about.
///
/// A class, because everything that reads a sentence holds its tree.
final class SentenceTree: Sendable {
    /// The tokens of the sentence.
    let tokens: [Token]
    /// The lemmas in lower case (the form where a lemma is missing).
    let words: [String]
    /// The relations to the heads without subtypes.
    let links: [Link]
    /// The heads, -1 for the root.
    let heads: [Int]
    /// The forms in lower case.
    let forms: [String]
    /// What the features say.
    let morphology: [Morphology]
    /// The subtypes of the relations (`pass` of `nsubj:pass`), empty where there is none.
    private let subtypes: [String]
    /// The function words that mark each token, in order.
    private let markers: [[Int]]
    /// For each function word the phrase that it opens.
    private let phrases: [String]
    private let childList: ChildList

    /// Indexes a sentence; heads out of range count as roots.
    init(_ sentence: Sentence, lemmas: LemmaTable, _ table: inout MorphologyTable) {
        let tokens = TreeRepair.mended(sentence.tokens)
        let forms = tokens.map { $0.form.lowercased() }
        let links = tokens.map { Link($0.baseRelation) }
        let heads = tokens.indices.map { index in
            let head = tokens[index].head
            return head >= 0 && head < tokens.count && head != index ? head : -1
        }
        let children = ChildList(heads)
        self.tokens = tokens
        self.forms = forms
        self.links = links
        self.heads = heads
        childList = children
        words = tokens.indices.map { lemmas.lemma(word: forms[$0], lemma: tokens[$0].lemma, tag: tokens[$0].tag) }
        morphology = tokens.map { table.morphology($0.features) }
        subtypes = tokens.map { String($0.relation.utf8.dropFirst($0.baseRelation.utf8.count + 1)) ?? "" }
        let reader = MarkerReader(tokens: tokens, forms: forms, links: links, children: children)
        markers = tokens.indices.map(reader.markers)
        phrases = tokens.indices.map(reader.phrase)
    }

    /// The number of tokens.
    var count: Int { tokens.count }

    /// The children of a token in order.
    func children(_ token: Int) -> ArraySlice<Int> {
        childList[token]
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
        subtypes[token] == subtype
    }

    /// Whether a token is a possessor (`nmod:poss`).
    func isPossessor(_ token: Int) -> Bool { links[token] == .nmod && has(token, subtype: "poss") }

    /// The preposition of a noun, or the conjunction of a clause, with its fixed parts joined by `_`
    /// (`according_to`); empty where there is none.
    func preposition(_ token: Int) -> String {
        markers[token].first.map { phrases[$0] } ?? ""
    }

    /// All prepositions of a noun ("from" and "inside" in "from inside").
    func prepositions(_ token: Int) -> [String] {
        markers[token].map { phrases[$0] }
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
        return list.count > 1 ? list.sorted() : list
    }
}

extension SentenceTree {
    /// The token where the ways from two tokens to the root meet; the first of the two where they do not.
    func meeting(_ a: Int, _ b: Int) -> Int {
        if isAbove(a, b) { return a }
        let above = ancestors(a)
        return above.contains(b) ? b : ancestors(b).first { above.contains($0) } ?? a
    }

    /// A token and all above it, up to another token, which is left out.
    func way(from token: Int, to end: Int) -> [Int] {
        Array(([token] + ancestors(token)).prefix { $0 != end })
    }
}
