import Annotations
import Knowledge

/// A title beside a name, with whose office it is, where the sentence says so.
struct TitledName {
    /// The mention of the person.
    var holder: Int
    /// The title.
    var title: Title
    /// The mention of the state or body; nil for a bare title.
    var owner: Int?
    /// The last token of the title.
    var token: Int
    /// True where the office is not held yet.
    var isToCome = false
}

/// Reads titles by the order of the words, so that a wrong tree does no harm: "U.S. Secretary of State John Kerry",
/// "President of Nigeria Muhammadu Buhari", "Recep Tayyip Erdogan, the president of Turkey".
struct TitleReader {
    private let context: SentenceContext
    private let titles: Titles
    private let entities: [Entity]
    private var tree: SentenceTree { context.tree }
    private var index: MentionIndex { context.resolver.index }

    private static let prepositions: Set<String> = ["of", "for", "at", "to"]
    private static let reach = 7

    /// Makes a reader for a sentence.
    init(context: SentenceContext, knowledge: Knowledge, entities: [Entity]) {
        self.context = context
        titles = Titles(knowledge)
        self.entities = entities
    }

    /// The titles beside every name of a person in the sentence.
    func names() -> [TitledName] {
        context.local.filter { entities[index.mentions[$0].entity].kind == .person && index.mentions[$0].form == .name }
            .flatMap { [before($0), after($0)].compactMap { $0 } }
            .map { name in
                var copy = name
                copy.isToCome = tree.isOfficeToCome(endingAt: name.token)
                return copy
            }
    }

    // MARK: Before the name

    private func before(_ holder: Int) -> TitledName? {
        var end = index.mentions[holder].tokens.lowerBound - 1
        if end > 0, tree.tokens[end].form == "," { end -= 1 }
        guard end >= 0 else { return nil }
        if let found = titles.title(endingAt: end, in: tree) {
            let owner = owner(before: found.tokens.lowerBound, of: holder)
            let isApart = end != index.mentions[holder].tokens.lowerBound - 1
            if owner == nil, isApart || followsBacker(found.tokens.lowerBound) { return nil }
            return TitledName(holder: holder, title: found.title, owner: owner, token: end)
        }
        return behindPreposition(end, holder)
    }

    /// "Moscow-backed Prime Minister X": no bare title.
    private func followsBacker(_ start: Int) -> Bool {
        start >= 3 && ["-", "–"].contains(tree.tokens[start - 2].form) && tree.tokens[start - 1].form.hasSuffix("ed")
    }

    /// "President of Nigeria Muhammadu Buhari": the owner stands between the title and the name.
    private func behindPreposition(_ end: Int, _ holder: Int) -> TitledName? {
        guard let owner = index.covering(end), index.mentions[owner].tokens.upperBound == end + 1,
            isOwner(owner, of: holder)
        else { return nil }
        var token = index.mentions[owner].tokens.lowerBound - 1
        while token > 0, end - token < Self.reach, tree.tokens[token].tag == .det || tree.tokens[token].tag == .adj {
            token -= 1
        }
        guard token > 0, Self.prepositions.contains(tree.forms[token]),
            let found = titles.title(endingAt: token - 1, in: tree)
        else { return nil }
        return TitledName(holder: holder, title: found.title, owner: owner, token: token - 1)
    }

    /// The mention that stands before a title in the same phrase.
    private func owner(before start: Int, of holder: Int) -> Int? {
        var token = start - 1
        while token >= 0, start - token <= Self.reach {
            // "Moscow-backed Prime Minister": whose man he is, not whose office it is.
            let isHyphened = token + 1 < tree.count && ["-", "–"].contains(tree.tokens[token + 1].form)
            if let mention = index.covering(token), !isHyphened, isOwner(mention, of: holder),
                !index.mentions[mention].tokens.contains(start) || index.mentions[mention].isAgent
            {
                return mention
            }
            guard isInside(token) else { return nil }
            token -= 1
        }
        return nil
    }

    private func isInside(_ token: Int) -> Bool {
        switch tree.tokens[token].tag {
        case .adj, .noun, .propn, .num, .part, .x: return true
        case .punct: return tree.tokens[token].form == "-" || tree.tokens[token].form == "–"
        case .verb: return tree.links[token] == .amod || tree.links[token] == .compound
        default: return false
        }
    }

    // MARK: After the name

    /// "Peskov, the Kremlin's spokesman", "Arinc, spokesman for the government".
    private func after(_ holder: Int) -> TitledName? {
        let comma = index.mentions[holder].tokens.upperBound
        guard comma < tree.count, tree.tokens[comma].form == "," || tree.tokens[comma].form == "(" else { return nil }
        var token = comma + 1
        var inside: Int?
        while token < tree.count, token - comma <= Self.reach {
            if let mention = index.covering(token), isOwner(mention, of: holder), inside == nil { inside = mention }
            if let found = longest(from: token, after: comma) {
                let owner = ownerBehind(found.end, of: holder) ?? inside
                return owner.map { TitledName(holder: holder, title: found.title, owner: $0, token: found.end) }
            }
            guard isInside(token) || tree.tokens[token].tag == .det || tree.tokens[token].tag == .pron else {
                return nil
            }
            token += 1
        }
        return nil
    }

    /// The title that ends furthest right among those that cover a token.
    private func longest(from token: Int, after comma: Int) -> (title: Title, end: Int)? {
        for end in stride(from: min(token + 3, tree.count - 1), through: token, by: -1) {
            if let found = titles.title(endingAt: end, in: tree), found.tokens.lowerBound > comma,
                found.tokens.contains(token)
            {
                return (found.title, end)
            }
        }
        return nil
    }

    private func ownerBehind(_ end: Int, of holder: Int) -> Int? {
        guard end + 2 < tree.count, Self.prepositions.contains(tree.forms[end + 1]) else {
            return nil
        }
        for token in (end + 2)..<min(end + 7, tree.count) {
            if let mention = index.covering(token), isOwner(mention, of: holder) { return mention }
            guard isInside(token) || tree.tokens[token].tag == .det || tree.tokens[token].tag == .pron else {
                return nil
            }
        }
        return nil
    }

    private func isOwner(_ mention: Int, of holder: Int) -> Bool {
        let entity = index.mentions[mention].entity
        return entity != index.mentions[holder].entity
    }
}
