import Annotations
import Knowledge

/// Finds the places in a sentence that may refer to an entity: names, demonyms, noun phrases and pronouns.
///
/// It looks at one sentence only; who is who is decided for the whole document by `EntityResolver`.
struct MentionFinder {
    let knowledge: Knowledge
    /// True where the learned tagger found any name in the document.
    let hasTagger: Bool

    /// The candidates of a sentence, in order of their first token, longer ones first.
    /// - Parameter quoted: for each token, whether it stands inside quotation marks.
    func candidates(in view: SentenceView, quoted: [Bool]) -> [Candidate] {
        var found = nameCandidates(view)
        addNominals(&found, view)
        addActors(&found, view)
        let persons = found.indices.filter { isPerson(found[$0]) }
        for index in persons { attachTitle(index, &found, view) }
        addPronouns(&found, view)
        for index in found.indices { found[index].isQuoted = quoted[found[index].head] }
        return sorted(found)
    }

    /// Sorts, and follows the owners to their new places.
    private func sorted(_ found: [Candidate]) -> [Candidate] {
        let order = found.indices.sorted { a, b in
            let left = found[a].tokens
            let right = found[b].tokens
            return (left.lowerBound, -left.upperBound, a) < (right.lowerBound, -right.upperBound, b)
        }
        var place = [Int](repeating: 0, count: found.count)
        for (new, old) in order.enumerated() { place[old] = new }
        return order.map { old in
            var candidate = found[old]
            candidate.titles = candidate.titles.map { $0.moved(place) }
            candidate.referent = candidate.referent.moved(place)
            return candidate
        }
    }

    // MARK: Names

    private func nameCandidates(_ view: SentenceView) -> [Candidate] {
        var found: [Candidate] = []
        for match in NameFinder(knowledge: knowledge, hasTagger: hasTagger).names(in: view) {
            guard let candidate = candidate(match, view) else { continue }
            found.append(candidate)
        }
        return found
    }

    func isPerson(_ candidate: Candidate) -> Bool {
        switch candidate.referent {
        case .named(.person): return true
        case .known(let entity): return knowledge.entities[entity].kind == .person
        default: return false
        }
    }

    private func candidate(_ match: NameMatch, _ view: SentenceView) -> Candidate? {
        let name = view.text(match.tokens)
        let match = withoutTitle(match, view)
        var made = Candidate(
            sentence: view.index, tokens: match.tokens, head: view.head(of: match.tokens), form: .name,
            referent: .named(.organization),
            name: name, key: view.key(match.tokens))
        made.isNested = match.isNested
        if match.known == nil, let joined = knowledge.joined(made.key) {
            made.name = joined
            made.key = NameKey.fold(joined)
        }
        if let known = match.known {
            let entity = knowledge.entities[known.entity]
            made.sense = known.sense
            made.referent = .known(known.entity)
            switch known.sense {
            case .adjective: made.form = .demonym
            case .people:
                made.form = .demonym
                if isPluralPeople(match, view) { made.referent = .group(noun: name.lowercased(), owner: nil) }
            case .seat where match.kind == .place && !isActing(match, view): made.referent = .named(.place)
            case .seat where match.kind == .person && knowledge.gender(ofGivenName: made.key) != nil: return nil
            default:
                if entity.kind == .person, match.kind == .organization || match.kind == .place {
                    made.referent = .named(.organization)
                }
            }
            return made
        }
        guard let kind = match.kind else { return nil }
        if isPersonToActors(match, view) {
            made.referent = .named(.person)
            return made
        }
        switch kind {
        case .person: made.referent = .named(.person)
        case .organization: made.referent = .named(.organization)
        case .place: made.referent = .named(.place)
        case .demonym:
            made.form = .demonym
            made.referent = .group(noun: name.lowercased(), owner: nil)
        }
        return made
    }

    /// Where the two taggers disagree over a name of several words, the one that saw actors knows people better.
    private func isPersonToActors(_ match: NameMatch, _ view: SentenceView) -> Bool {
        guard match.kind == .place || match.kind == .organization, match.tokens.count > 1 else { return false }
        return view.sentence.actors.contains {
            $0.kind == .person && $0.tokens.upperBound == match.tokens.upperBound && $0.tokens.overlaps(match.tokens)
        }
    }

    /// "Elizabeth II" of "Queen Elizabeth II": the title before a known person's name is read as a title.
    private func withoutTitle(_ match: NameMatch, _ view: SentenceView) -> NameMatch {
        guard let known = match.known, knowledge.entities[known.entity].kind == .person else { return match }
        var copy = match
        while copy.tokens.count > 1, knowledge.title(view.keys[copy.tokens.lowerBound]) != nil {
            copy.tokens = (copy.tokens.lowerBound + 1)..<copy.tokens.upperBound
        }
        return copy
    }

    private func isPluralPeople(_ match: NameMatch, _ view: SentenceView) -> Bool {
        let last = view.tokens[match.tokens.upperBound - 1]
        let next = match.tokens.upperBound
        let modifies =
            next < view.count && [.noun, .propn].contains(view.tokens[next].tag)
            && (!view.hasTree || view.isBelow(match.tokens.upperBound - 1, next))
        return !modifies && (last.form.hasSuffix("s") || view.isPlural(match.tokens.upperBound - 1))
    }

    /// A capital acts where it is not the place of something: no preposition of place stands before it.
    private func isActing(_ match: NameMatch, _ view: SentenceView) -> Bool {
        let first = match.tokens.lowerBound
        if let actor = view.sentence.actors.first(where: { $0.tokens.overlaps(match.tokens) }) {
            if actor.tokens == match.tokens, actor.kind == .place { return false }
            if actor.kind == .state { return true }
        }
        if match.tokens.upperBound < view.count, Self.local.contains(view.keys[match.tokens.upperBound]) {
            return false
        }
        if first > 0, view.keys[first - 1] == "capital" || view.keys[first - 1] == "city" { return false }
        let places: Set<String> = [
            "in", "near", "at", "outside", "around", "into", "across", "throughout", "inside", "through", "of",
        ]
        if first > 0, places.contains(view.keys[first - 1]) { return false }
        if view.hasTree {
            let head = view.head(of: match.tokens)
            let relation = view.tokens[head].relation
            if relation == "appos" || relation.hasPrefix("nmod:unmarked") || relation == "parataxis" { return false }
        }
        let next = match.tokens.upperBound
        if next < view.count,
            view.keys[next] == "based"
                || (view.isHyphen(next) && next + 1 < view.count && view.keys[next + 1] == "based")
        {
            return false
        }
        return true
    }

    /// What belongs to a city rather than to its state.
    private static let local: Set<String> = [
        "mayor", "governor", "city", "airport", "suburb", "suburbs", "district", "police", "university",
    ]

    /// Notes the titles before a person's name ("Nigerian President and AU chairman"), and their owners.
    private func attachTitle(_ index: Int, _ found: inout [Candidate], _ view: SentenceView) {
        var end = found[index].tokens.lowerBound
        while end > 0, view.tokens[end - 1].form == "," { end -= 1 }
        for _ in 0..<3 {
            guard let use = title(endingAt: end, found, view) else { break }
            if let gender = knowledge.honorific(view.key(use.tokens)), gender != .unknown {
                found[index].gender = gender
            }
            if knowledge.title(view.key(use.tokens)) != nil { found[index].titles.append(use) }
            end = use.owner.map { found[$0].tokens.lowerBound } ?? use.tokens.lowerBound
            while end > 0,
                ["and", "the", "former", "acting", "current"].contains(view.keys[end - 1])
                    || view.tokens[end - 1].form == ","
            { end -= 1 }
        }
        nameWithHonorific(index, &found, view)
    }

    /// The longest title or honorific that ends before a token.
    private func title(endingAt end: Int, _ found: [Candidate], _ view: SentenceView) -> TitleUse? {
        for size in stride(from: min(4, end), through: 1, by: -1) {
            let range = (end - size)..<end
            let key = view.key(range)
            if let title = knowledge.title(key) {
                return TitleUse(title: title.name, owner: owner(before: range.lowerBound, found, view), tokens: range)
            }
            if knowledge.honorific(key) != nil { return TitleUse(title: key, owner: nil, tokens: range) }
        }
        return nil
    }

    /// "King Abdullah" and "Mullah Omar" are named with what stands before the one word.
    private func nameWithHonorific(_ index: Int, _ found: inout [Candidate], _ view: SentenceView) {
        let first = found[index].tokens.lowerBound
        guard first > 0, view.isCapital[first - 1], Self.naming.contains(view.keys[first - 1]) else { return }
        let words = found[index].key.split(separator: " ").filter { !PersonName.marks.contains(String($0)) }
        guard words.count < 2 else { return }
        let low = first > 1 && view.keys[first - 2] == "crown" ? first - 2 : first - 1
        let range = low..<found[index].tokens.upperBound
        found[index].name = view.text(range)
        found[index].key = view.key(range)
    }

    private static let naming: Set<String> = [
        "king", "queen", "prince", "princess", "pope", "mullah", "sheikh", "sheik", "sultan", "emperor", "lord", "lady",
        "ayatollah",
        "father", "sister", "saint", "emir", "abu", "abdul",
    ]

    /// The name that stands right before a title: "Syrian" of "Syrian Foreign Minister", "Russia" of "Russia's president".
    private func owner(before start: Int, _ found: [Candidate], _ view: SentenceView) -> Int? {
        var end = start
        while end > 0, view.isPossessive(end - 1) || Self.isPassing(end - 1, view) { end -= 1 }
        return found.indices.last {
            found[$0].tokens.upperBound == end && found[$0].form != .pronoun && !isPerson(found[$0])
        }
    }

    /// Adjectives such as "former" and "new" may stand between the owner and the title.
    private static func isPassing(_ index: Int, _ view: SentenceView) -> Bool {
        view.tokens[index].tag == .adj && !view.isCapital[index]
            || ["deputy", "vice", "chief", "state"].contains(view.keys[index])
    }
}

extension TitleUse {
    /// The title with its owner at its new place.
    func moved(_ place: [Int]) -> TitleUse { TitleUse(title: title, owner: owner.map { place[$0] }, tokens: tokens) }
}

extension Referent {
    /// The referent with its owner at its new place.
    func moved(_ place: [Int]) -> Referent {
        switch self {
        case .agent(let noun, let owner): return .agent(noun: noun, owner: owner.map { place[$0] })
        case .group(let noun, let owner): return .group(noun: noun, owner: owner.map { place[$0] })
        case .body(let noun, let owner): return .body(noun: noun, owner: owner.map { place[$0] })
        case .office(let title, let owner): return .office(title: title, owner: owner.map { place[$0] })
        default: return self
        }
    }
}
