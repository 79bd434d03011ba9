import Annotations
import Knowledge

/// A person beside the name of a party.
struct PartyMember {
    /// The mention of the person.
    var person: Int
    /// The mention of the party.
    var party: Int
    /// The last token of the party's mention.
    var token: Int
}

/// Reads who belongs to which party by the order of the words: "Democrats such as X and Y", "X, Y and Z, all Republicans",
/// "X, a Democrat from Ohio", "fellow Republican X".
struct PartyReader {
    private let context: SentenceContext
    private let knowledge: Knowledge
    private let entities: [Entity]
    private var tree: SentenceTree { context.tree }
    private var index: MentionIndex { context.resolver.index }

    /// Makes a reader for a sentence.
    init(context: SentenceContext, knowledge: Knowledge, entities: [Entity]) {
        self.context = context
        self.knowledge = knowledge
        self.entities = entities
    }

    /// The persons beside every party of the sentence.
    func members() -> [PartyMember] {
        context.local.filter { isParty(index.mentions[$0]) }.flatMap { party in
            (after(party) + before(party)).map {
                PartyMember(person: $0, party: party, token: index.mentions[party].tokens.upperBound - 1)
            }
        }
    }

    private func isParty(_ mention: Mention) -> Bool {
        let entity = entities[mention.entity]
        guard let known = knowledge.entity(entity.id) else {
            return entity.kind == .organization && entity.name.hasSuffix("Party")
        }
        return knowledge.entities[known].type == "party"
    }

    private func word(_ token: Int) -> String {
        tree.tokens.indices.contains(token) ? tree.forms[token] : ""
    }

    // MARK: After the party

    /// "Democrats, including X and Y", "fellow Republican X".
    private func after(_ party: Int) -> [Int] {
        var next = index.mentions[party].tokens.upperBound
        if let person = person(at: next), isOne(party) { return [person] }
        if word(next) == "," { next += 1 }
        if word(next) == "such", word(next + 1) == "as" { return list(from: next + 2) }
        if ["including", "like"].contains(word(next)) { return list(from: next + 1) }
        if word(next) == "among", word(next + 1) == "them" { return list(from: next + 2) }
        return []
    }

    /// One person is meant: "Republican", not "Republicans".
    private func isOne(_ party: Int) -> Bool {
        let token = index.mentions[party].tokens.upperBound - 1
        return index.mentions[party].tokens.count == 1 && !tree.tokens[token].form.hasSuffix("s")
    }

    /// The name of a person that starts at a token.
    private func person(at token: Int) -> Int? {
        context.local.first {
            index.mentions[$0].tokens.lowerBound == token && index.mentions[$0].form == .name
                && entities[index.mentions[$0].entity].kind == .person
        }
    }

    /// The persons of a list, each with the titles before the name.
    private func list(from start: Int) -> [Int] {
        var found: [Int] = []
        var token = start
        var gap = 0
        while token < tree.count, gap < 6 {
            if let person = person(at: token) {
                found.append(person)
                token = index.mentions[person].tokens.upperBound
                gap = 0
                continue
            }
            let isBetween = [",", "and", "of", "from"].contains(word(token))
            let isName = [.adj, .noun, .propn, .det].contains(tree.tokens[token].tag)
            guard isBetween || isName else { break }
            token += 1
            gap += 1
        }
        return found
    }

    // MARK: Before the party

    /// "X of Florida and Y of Utah, both Republicans", "X, a Democrat".
    private func before(_ party: Int) -> [Int] {
        let first = index.mentions[party].tokens.lowerBound
        let token = first - 1
        let end = index.mentions[party].tokens.upperBound
        let goesOn = end < tree.count && [.noun, .propn].contains(tree.tokens[end].tag)
        if ["all", "both"].contains(word(token)), word(token - 1) == "," { return listed(before: token - 1) }
        guard !goesOn, isOne(party) else { return [] }
        var low = token
        while low > 0, tree.tokens[low].tag == .adj || tree.tokens[low].tag == .verb || word(low) == "-" { low -= 1 }
        guard ["a", "an"].contains(word(low)), word(low - 1) == "," else { return [] }
        return listed(before: low - 1).suffix(1)
    }

    /// The persons right before a comma, back to the start of the list.
    private func listed(before comma: Int) -> [Int] {
        var found: [Int] = []
        var token = comma - 1
        var gap = 0
        while token >= 0, gap < 5 {
            let person = context.local.first {
                index.mentions[$0].tokens.upperBound == token + 1 && index.mentions[$0].form == .name
                    && entities[index.mentions[$0].entity].kind == .person
            }
            if let person {
                found.insert(person, at: 0)
                token = index.mentions[person].tokens.lowerBound - 1
                gap = 0
                continue
            }
            guard [",", "and", "of", "from"].contains(word(token)) || [.noun, .propn].contains(tree.tokens[token].tag)
            else { break }
            token -= 1
            gap += 1
        }
        return found
    }
}
