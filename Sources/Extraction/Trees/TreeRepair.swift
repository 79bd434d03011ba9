import Annotations

/// Mends what a parser often gets wrong and the rules depend on: second subjects, conjuncts beside what they are joined
/// to, nationalities cut off from their noun.
struct TreeRepair {
    var tokens: [Token]

    private static let joiners: Set<String> = ["and", "or", "nor", "&"]
    private static let modifiers: Set<String> = [
        "compound", "amod", "nmod:desc", "nummod", "det", "flat", "nmod:poss", "nmod:unmarked",
    ]

    /// The tokens with their heads and relations mended.
    static func mended(_ tokens: [Token]) -> [Token] {
        var repair = TreeRepair(tokens: tokens)
        repair.attachNationalities()
        repair.splitPhrases()
        repair.attachParticles()
        repair.raiseSayings()
        repair.nameHeadlineVerbs()
        repair.returnSubjects()
        repair.exchangeSubjects()
        repair.returnComplements()
        repair.liftConjuncts()
        repair.joinBetween()
        repair.joinConjuncts()
        repair.demoteSecondSubjects()
        repair.nameVerbs()
        return repair.tokens
    }

    func isHead(_ head: Int) -> Bool { tokens.indices.contains(head) }

    /// "Putin [backs] Assad": a word with a subject and an object of its own is a verb whatever its tag.
    private mutating func nameVerbs() {
        var hasSubject = [Bool](repeating: false, count: tokens.count)
        var hasObject = hasSubject
        for token in tokens where isHead(token.head) {
            if token.relation == "nsubj" { hasSubject[token.head] = true }
            if token.relation == "obj" { hasObject[token.head] = true }
        }
        for index in tokens.indices where hasSubject[index] && hasObject[index] && tokens[index].tag != .aux {
            tokens[index].tag = .verb
        }
    }

    /// "met [Iraqi] Prime Minister [Nouri al-Maliki]": the nationality goes to the name at the end of its phrase.
    private mutating func attachNationalities() {
        for index in tokens.indices where tokens[index].tag == .adj {
            guard ["obj", "nsubj", "obl", "nmod", "iobj"].contains(tokens[index].baseRelation),
                let end = phraseEnd(index)
            else { continue }
            let relation = tokens[index].relation
            let head = tokens[index].head
            tokens[index].head = end
            tokens[index].relation = "amod"
            if tokens[end].head == head, tokens[end].relation.hasPrefix("nsubj"), end > head,
                !relation.hasPrefix("nsubj")
            {
                tokens[end].relation = relation
            }
        }
    }

    /// The noun that a run of adjectives and nouns from a token leads to, where the run hangs on it.
    private func phraseEnd(_ start: Int) -> Int? {
        var end = start + 1
        while end < tokens.count, [.adj, .noun, .propn].contains(tokens[end].tag), end - start < 6 {
            if !Self.modifiers.contains(tokens[end].relation) || tokens[end].head < end { break }
            end += 1
        }
        guard end < tokens.count, end > start + 0, [.noun, .propn].contains(tokens[end].tag), tokens[end].head != start
        else { return nil }
        return end == start ? nil : end
    }

    /// "Obama [and Hu] met": a second subject behind "and" is a conjunct of the first.
    private mutating func joinConjuncts() {
        var phraseStart = Array(tokens.indices)
        for index in tokens.indices where isHead(tokens[index].head) && tokens[index].head > index {
            phraseStart[tokens[index].head] = min(phraseStart[tokens[index].head], phraseStart[index])
        }
        for index in tokens.indices where tokens[index].relation != "conj" && isHead(tokens[index].head) {
            guard ["nsubj", "obj", "obl", "nmod"].contains(tokens[index].baseRelation) else { continue }
            let start = phraseStart[index]
            let isJoined =
                Self.joiners.contains(tokens[start].form.lowercased())
                || start > 0 && Self.joiners.contains(tokens[start - 1].form.lowercased())
            guard isJoined, let first = sibling(before: index) else { continue }
            tokens[index].head = first
            tokens[index].relation = "conj"
        }
    }

    private func sibling(before index: Int) -> Int? {
        let found = tokens.indices.last { other in
            other < index && tokens[other].head == tokens[index].head
                && tokens[other].relation == tokens[index].relation
                && [.noun, .propn, .pron].contains(tokens[other].tag)
        }
        guard let found, !(found..<index).contains(tokens[index].head) else { return nil }
        return found
    }

    /// "Iran told [Germany]": a second subject behind its verb is an object, or an oblique where a preposition stands before it.
    private mutating func demoteSecondSubjects() {
        for index in tokens.indices
        where tokens[index].relation == "nsubj" && isHead(tokens[index].head) && tokens[index].head < index {
            let verb = tokens[index].head
            guard tokens[verb].tag == .verb,
                tokens.indices.contains(where: {
                    $0 < verb && tokens[$0].head == verb && tokens[$0].relation.hasPrefix("nsubj")
                })
            else { continue }
            tokens[index].relation = "obj"
            if let preposition = preposition(before: index, after: verb) {
                tokens[index].relation = "obl"
                tokens[preposition].head = index
            }
        }
    }

    /// A preposition that opens the phrase of a noun.
    private func preposition(before noun: Int, after verb: Int) -> Int? {
        var token = noun - 1
        while token > verb, [.adj, .noun, .propn, .det, .num].contains(tokens[token].tag) { token -= 1 }
        return token > verb && tokens[token].tag == .adp && tokens[token].relation == "case" ? token : nil
    }
}
