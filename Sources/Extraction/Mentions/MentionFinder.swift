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
            candidate.titleOwner = candidate.titleOwner.map { place[$0] }
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
        let persons = found.indices.filter { isPerson(found[$0]) }
        for index in persons { attachTitle(index, &found, view) }
        return found
    }

    private func isPerson(_ candidate: Candidate) -> Bool {
        switch candidate.referent {
        case .named(.person): return true
        case .known(let entity): return knowledge.entities[entity].kind == .person
        default: return false
        }
    }

    private func candidate(_ match: NameMatch, _ view: SentenceView) -> Candidate? {
        let name = view.text(match.tokens)
        var made = Candidate(
            sentence: view.index, tokens: match.tokens, head: view.head(of: match.tokens), form: .name,
            referent: .named(.organization),
            name: name, key: view.key(match.tokens))
        made.isNested = match.isNested
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
            case .seat where match.kind == .person: return nil
            default:
                if entity.kind == .person, match.kind == .organization || match.kind == .place {
                    made.referent = .named(.organization)
                }
            }
            return made
        }
        guard let kind = match.kind else { return nil }
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

    private func isPluralPeople(_ match: NameMatch, _ view: SentenceView) -> Bool {
        let last = view.tokens[match.tokens.upperBound - 1]
        let next = match.tokens.upperBound
        let modifies =
            next < view.count && [.noun, .propn].contains(view.tokens[next].tag)
            && (!view.hasTree || view.isBelow(match.tokens.upperBound - 1, next))
        return !modifies && (last.form.hasSuffix("s") || last.features.contains("Number=Plur"))
    }

    /// A capital acts where it is not the place of something: no preposition of place stands before it.
    private func isActing(_ match: NameMatch, _ view: SentenceView) -> Bool {
        let first = match.tokens.lowerBound
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

    /// Notes the title before a person's name ("Syrian Foreign Minister") or beside it, and its owner.
    private func attachTitle(_ index: Int, _ found: inout [Candidate], _ view: SentenceView) {
        var start = found[index].tokens.lowerBound
        while start > 0, view.keys[start - 1].isEmpty, view.tokens[start - 1].form == "," { start -= 1 }
        let limit = start
        for size in stride(from: 4, through: 1, by: -1) where limit - size >= 0 {
            let range = (limit - size)..<limit
            let key = view.key(range)
            if let gender = knowledge.honorific(key), gender != .unknown { found[index].gender = gender }
            guard let title = knowledge.title(key) else { continue }
            found[index].title = title.name
            found[index].titleOwner = owner(before: range.lowerBound, found, view)
            return
        }
    }

    /// The name that stands right before a title: "Syrian" of "Syrian Foreign Minister", "Russia" of "Russia's president".
    private func owner(before start: Int, _ found: [Candidate], _ view: SentenceView) -> Int? {
        var end = start
        while end > 0, view.isPossessive(end - 1) || view.tokens[end - 1].tag == .adj && !view.isCapital[end - 1] {
            end -= 1
        }
        return found.indices.last { found[$0].tokens.upperBound == end && !isPerson(found[$0]) }
    }
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
