import Annotations
import Knowledge

/// A name in a sentence with what is known of it.
struct NameMatch: Hashable {
    var tokens: Range<Int>
    /// The kind that the tagger gives, or nil where only a knowledge file names it.
    var kind: NameKind?
    /// What the knowledge files say of the words.
    var known: KnownName?
    /// True where a longer name holds this one.
    var isNested = false
}

/// Finds the names of a sentence: those of the learned tagger, corrected and completed by the knowledge files.
struct NameFinder {
    let knowledge: Knowledge
    /// True where the tagger found any name in the document, so that a name it passed over must be a safe one.
    let hasTagger: Bool

    /// The names in order of their first token, longer ones first.
    func names(in view: SentenceView) -> [NameMatch] {
        var found = taggerNames(view)
        for match in gazetteerNames(view) { merge(match, into: &found, view) }
        if !hasTagger { addCapitalRuns(&found, view) }
        widenByActors(&found, view)
        widenFragments(&found, view)
        shareLastWord(&found, view)
        joinBodies(&found, view)
        addOwnersInside(&found, view)
        addPrefixed(&found, view)
        found.sort {
            ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
        }
        return found
    }

    // MARK: Tagger

    private func taggerNames(_ view: SentenceView) -> [NameMatch] {
        view.sentence.names.flatMap { split($0, view) }.compactMap { span in
            let tokens = trimmed(span, view)
            guard !tokens.isEmpty, tokens.contains(where: { !view.keys[$0].isEmpty }), !isDate(tokens, view) else {
                return nil
            }
            if tokens.count == 1, view.isMark(tokens.lowerBound) { return nil }
            if tokens.count == 1, isInsideTitle(tokens.lowerBound, view) { return nil }
            if tokens.count == 1, isLooseAdjective(tokens.lowerBound, span.kind, view) { return nil }
            if tokens.count == 1, span.kind != .demonym, isTitleWord(view.keys[tokens.lowerBound]) { return nil }
            if span.kind != .person, let person = personAfterTitle(tokens, view) {
                return NameMatch(tokens: person, kind: .person, known: nil)
            }
            return NameMatch(tokens: tokens, kind: span.kind, known: nil)
        }
    }

    /// "Auckland, New Zealand" is two names.
    private func split(_ span: NameSpan, _ view: SentenceView) -> [NameSpan] {
        guard span.kind == .place,
            let comma = span.tokens.first(where: { $0 < view.count && view.tokens[$0].form == "," })
        else { return [span] }
        let left = NameSpan(tokens: span.tokens.lowerBound..<comma, kind: span.kind)
        let right = NameSpan(tokens: (comma + 1)..<span.tokens.upperBound, kind: span.kind)
        return [left] + split(right, view)
    }

    /// Drops articles, possessive marks and titles at the edges of a tagged name.
    private func trimmed(_ span: NameSpan, _ view: SentenceView) -> Range<Int> {
        var low = span.tokens.lowerBound
        var high = min(span.tokens.upperBound, view.count)
        if low + 2 < high, view.keys[low + 1] == "of", Self.parts.contains(view.keys[low]) { low += 2 }
        while low < high, view.keys[low] == "the" || view.keys[low].isEmpty { low += 1 }
        while low < high, view.isPossessive(high - 1) || (view.keys[high - 1].isEmpty && !view.isPossessive(high - 1)) {
            high -= 1
        }
        if high - low > 2, view.isPossessive(low + 1),
            Self.calendar.contains(view.keys[low]) || view.keys[low] == "today"
        {
            low += 2
        }
        if span.kind != .person, let mark = ownerMark(low..<high, view) { low = mark + 1 }
        if span.kind == .organization, let cut = cutAtPlace(low..<high, view) { high = cut }
        if span.kind == .person {
            while low + 1 < high, isTitleWord(view.keys[low]) { low += 1 }
        }
        return low..<max(low, high)
    }

    /// Nouns that name a part of a body and stand outside its name.
    private static let parts: Set<String> = [
        "members", "member", "supporters", "leaders", "leader", "officials", "head", "representatives", "president",
        "chairman", "director",
    ]

    private func isPersonTitle(_ key: String) -> Bool {
        guard let title = knowledge.title(key) else { return false }
        return !["professional", "military", "judge", "press", "party", "official"].contains(title.type)
    }

    /// Where "in Scotland" begins in "Court of Session in Scotland".
    private func cutAtPlace(_ range: Range<Int>, _ view: SentenceView) -> Int? {
        guard let word = range.dropFirst().first(where: { view.keys[$0] == "in" }), word + 1 < range.upperBound else {
            return nil
        }
        let key = view.key((word + 1)..<range.upperBound)
        return !knowledge.senses(key).isEmpty || knowledge.place(key) != nil ? word : nil
    }

    /// "Islamic" of "Islamic insurgents" names nobody.
    private func isLooseAdjective(_ index: Int, _ kind: NameKind, _ view: SentenceView) -> Bool {
        kind != .person && view.tokens[index].tag == .adj && view.tokens[index].baseRelation == "amod"
            && knowledge.senses(view.keys[index]).isEmpty
    }

    /// "Defense" of "Secretary of Defense" and "State" of "Secretary of State" name no bodies.
    private func isInsideTitle(_ index: Int, _ view: SentenceView) -> Bool {
        guard knowledge.senses(view.keys[index]).isEmpty, !Self.bodyWords.contains(view.keys[index]) else {
            return false
        }
        if index > 1, view.keys[index - 1] == "of",
            ["secretary", "undersecretary", "minister"].contains(view.keys[index - 2])
        {
            return true
        }
        for low in max(0, index - 3)...index {
            for high in (index + 1)...min(view.count, index + 4) where high - low > 1 && high - low <= 4 {
                if knowledge.title(view.key(low..<high)) != nil { return true }
            }
        }
        return false
    }

    /// "Pelosi" of "US Speaker Pelosi" that was tagged as a body.
    private func personAfterTitle(_ tokens: Range<Int>, _ view: SentenceView) -> Range<Int>? {
        guard tokens.count >= 2,
            let title = tokens.dropLast().last(where: {
                knowledge.title(view.keys[$0]).map { $0.type != "professional" } ?? false
            })
        else { return nil }
        let rest = (title + 1)..<tokens.upperBound
        let isName =
            rest.count <= 2
            && rest.allSatisfy { view.tokens[$0].tag == .propn && !Self.bodyWords.contains(view.keys[$0]) }
        let before = tokens.lowerBound..<title
        return isName && before.allSatisfy { !knowledge.senses(view.keys[$0]).isEmpty } ? rest : nil
    }

    /// Days and months are no names of actors, whatever the tagger says.
    private func isDate(_ tokens: Range<Int>, _ view: SentenceView) -> Bool {
        if tokens.count == 2, view.key(tokens) == "new year" { return true }
        guard tokens.allSatisfy({ Self.calendar.contains(view.keys[$0]) || view.tokens[$0].tag == .num }) else {
            return false
        }
        let may = tokens.count == 1 && view.keys[tokens.lowerBound] == "may"
        return !may || view.hasTree && view.tokens[tokens.lowerBound].tag != .propn
    }

    static let calendar: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may",
        "june", "july", "august", "september", "october", "november", "december", "christmas", "easter", "ramadan",
        "mr", "mrs", "ms",
        "brexit", "covid", "internet", "islam", "christianity", "judaism", "hinduism", "buddhism",
    ]

    private func isTitleWord(_ key: String) -> Bool {
        knowledge.honorific(key) != nil || knowledge.title(key) != nil
    }

    // MARK: Knowledge files

    private func gazetteerNames(_ view: SentenceView) -> [NameMatch] {
        var found: [NameMatch] = []
        var index = 0
        while index < view.count {
            guard let match = longestMatch(at: index, before: view.count, view) else {
                index += 1
                continue
            }
            found.append(match)
            index = match.tokens.upperBound
        }
        return found
    }

    private func longestMatch(at start: Int, before limit: Int, _ view: SentenceView) -> NameMatch? {
        guard !view.keys[start].isEmpty, view.isCapital[start] || view.keys[start] == "al" else { return nil }
        var best: NameMatch?
        var key = ""
        for end in start..<min(limit, start + 10) {
            if !view.keys[end].isEmpty { key += key.isEmpty ? view.keys[end] : " " + view.keys[end] }
            if let sense = bestSense(key, start..<(end + 1), view), !view.keys[end].isEmpty {
                best = NameMatch(tokens: start..<(end + 1), kind: nil, known: sense)
            }
            if !knowledge.isPrefix(key) { break }
        }
        return best
    }

    private func bestSense(_ key: String, _ range: Range<Int>, _ view: SentenceView) -> KnownName? {
        let senses = knowledge.senses(key).filter { sense in
            !sense.isAcronym || range.allSatisfy { view.isUpper[$0] }
        }
        guard senses.count > 1 else { return senses.first }
        let last = range.upperBound - 1
        let isAdjective = view.tokens[last].tag == .adj || isModifier(last, view)
        let wanted: [NameSense] =
            isAdjective ? [.adjective, .name, .seat, .people] : [.name, .seat, .people, .adjective]
        for sense in wanted {
            if let match = senses.first(where: { $0.sense == sense }) { return match }
        }
        return senses.first
    }

    private func isModifier(_ index: Int, _ view: SentenceView) -> Bool {
        guard index + 1 < view.count else { return false }
        if view.hasTree { return ["amod", "compound"].contains(view.tokens[index].baseRelation) }
        return [.noun, .propn].contains(view.tokens[index + 1].tag)
    }

    // MARK: Merging

    private func merge(_ match: NameMatch, into found: inout [NameMatch], _ view: SentenceView) {
        let overlaps = found.indices.filter { found[$0].tokens.overlaps(match.tokens) }
        guard let first = overlaps.first else {
            if isSafe(match, view) { found.append(match) }
            return
        }
        if overlaps.count > 1 || match.tokens.count > found[first].tokens.count || match.tokens == found[first].tokens {
            replace(overlaps, by: match, in: &found, view)
        } else if found[first].tokens.lowerBound <= match.tokens.lowerBound,
            match.tokens.upperBound <= found[first].tokens.upperBound
        {
            nest(match, in: first, &found, view)
        }
    }

    private func replace(_ overlaps: [Int], by match: NameMatch, in found: inout [NameMatch], _ view: SentenceView) {
        var match = match
        let kind = found[overlaps[0]].kind
        if kind == .person, let known = match.known, knowledge.entities[known.entity].kind != .person,
            overlaps.contains(where: { found[$0].tokens.count >= match.tokens.count }),
            match.tokens.count == 1, knowledge.gender(ofGivenName: view.key(match.tokens)) != nil
        {
            return
        }
        match.kind = kind
        for index in overlaps.reversed() { found.remove(at: index) }
        found.append(match)
    }

    private func nest(_ match: NameMatch, in outer: Int, _ found: inout [NameMatch], _ view: SentenceView) {
        guard found[outer].kind != .person, let known = match.known else { return }
        let rest = found[outer].tokens.filter { !match.tokens.contains($0) }
        if found[outer].kind == .place,
            rest.allSatisfy({ Self.directions.contains(view.keys[$0]) || view.isHyphen($0) })
        {
            found[outer] = NameMatch(tokens: match.tokens, kind: .place, known: known)
            return
        }
        if isOwned(match, by: found[outer].tokens.lowerBound..<match.tokens.lowerBound, known, view),
            match.tokens.upperBound == found[outer].tokens.upperBound
        {
            found[outer].known = known
            found[outer].kind = .organization
            return
        }
        guard known.sense != .seat, found[outer].kind != .place, isSafe(match, view) else { return }
        if knowledge.entities[known.entity].kind == .organization,
            match.tokens.lowerBound > found[outer].tokens.lowerBound
        {
            return
        }
        found.append(NameMatch(tokens: match.tokens, kind: nil, known: known, isNested: true))
    }

    /// "Iranian" of "Iranian Islamic Revolutionary Guard Corps": the state that the body is of.
    private func isOwned(_ match: NameMatch, by owner: Range<Int>, _ known: KnownName, _ view: SentenceView) -> Bool {
        let body = knowledge.entities[known.entity]
        guard body.kind == .organization, !owner.isEmpty, let state = body.owner else { return false }
        return knowledge.senses(view.key(owner)).contains { knowledge.entities[$0.entity].id == state }
    }

    /// A name that the tagger passed over counts where it can hardly be another word.
    private func isSafe(_ match: NameMatch, _ view: SentenceView) -> Bool {
        guard hasTagger, let known = match.known else { return true }
        let entity = knowledge.entities[known.entity]
        if match.tokens.count > 1 { return true }
        switch entity.kind {
        case .state: return known.sense != .seat && knowledge.gender(ofGivenName: view.key(match.tokens)) == nil
        case .organization: return known.isAcronym || ["armed", "alliance", "international"].contains(entity.type)
        case .group: return view.keys[match.tokens.lowerBound] != "west" || isTheWest(match, view)
        default: return false
        }
    }

    private func isTheWest(_ match: NameMatch, _ view: SentenceView) -> Bool {
        let index = match.tokens.lowerBound
        return index > 0 && view.keys[index - 1] == "the"
    }

    static let directions: Set<String> = [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern",
        "northwestern",
        "southeastern", "southwestern", "northeast", "northwest", "southeast", "southwest", "upper", "lower", "greater",
        "mainland",
        "neighboring", "rural", "downtown",
    ]

    // MARK: Longer names

    /// The actor tagger often sees the whole of a name that the name tagger cuts ("Tawhid and Jihad").
    private func widenByActors(_ found: inout [NameMatch], _ view: SentenceView) {
        for actor in view.sentence.actors where actor.kind == .organization || actor.kind == .place {
            let range = actor.tokens.clamped(to: 0..<view.count)
            let inside = found.indices.filter { found[$0].tokens.overlaps(range) && !found[$0].isNested }
            guard range.count > 1, !opensWithOwner(range, view),
                inside.count > 1 || inside.contains(where: { found[$0].tokens.count < range.count })
            else { continue }
            guard
                inside.allSatisfy({
                    range.contains(found[$0].tokens.lowerBound) && found[$0].tokens.upperBound <= range.upperBound
                }),
                isOneName(range, view), !inside.contains(where: { found[$0].kind == .person })
            else { continue }
            for index in inside.reversed() { found.remove(at: index) }
            found.append(
                NameMatch(
                    tokens: range, kind: actor.kind == .place ? .place : .organization, known: knownName(range, view)))
        }
    }

    /// "Eastern" of "Eastern military district" and "Central" of "Central Election Commission" are parts of longer names.
    private func widenFragments(_ found: inout [NameMatch], _ view: SentenceView) {
        for index in found.indices.reversed()
        where found[index].tokens.count == 1 && found[index].known == nil && found[index].kind != .person {
            let start = found[index].tokens.lowerBound
            guard Self.fragments.contains(view.keys[start]), let end = bodyEnd(after: start, view) else { continue }
            let range = start..<end
            for other in found.indices.reversed() where other != index && range.overlaps(found[other].tokens) {
                guard range.contains(found[other].tokens.upperBound - 1) else { continue }
                found[other].isNested = true
            }
            found[index] = NameMatch(tokens: range, kind: .organization, known: knownName(range, view))
        }
    }

    /// "North" of "North and South Korea" has its last word from the name that it is joined to.
    private func shareLastWord(_ found: inout [NameMatch], _ view: SentenceView) {
        for start in 0..<max(0, view.count - 3)
        where view.isCapital[start] && view.isCapital[start + 2] && ["and", "or"].contains(view.keys[start + 1]) {
            guard !knowledge.senses(view.key((start + 2)..<(start + 4))).isEmpty,
                let known = knowledge.senses(view.keys[start] + " " + view.keys[start + 3]).first,
                knowledge.entities[known.entity].kind == .state
            else { continue }
            found.removeAll { $0.tokens == start..<(start + 1) }
            guard !found.contains(where: { $0.tokens.contains(start) }) else { continue }
            found.append(NameMatch(tokens: start..<(start + 1), kind: .place, known: known))
        }
    }

    /// Where the name of a body that begins with a fragment ends: behind its last body word.
    private func bodyEnd(after start: Int, _ view: SentenceView) -> Int? {
        var end: Int?
        for index in (start + 1)..<max(start + 1, min(view.count, start + 6)) {
            let isDistrict = Self.territories.contains(view.keys[index])
            guard view.isCapital[index] || isDistrict || view.keys[index] == "military" else { break }
            guard [.noun, .propn, .adj].contains(view.tokens[index].tag) else { break }
            if isDistrict || Self.bodyWords.contains(view.keys[index]) { end = index + 1 }
        }
        return end
    }

    /// Words that open names and are none themselves.
    static let fragments: Set<String> = [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "federal",
        "national",
        "state", "supreme", "international", "royal", "liberal", "green", "general", "constitutional", "electoral",
        "defense", "defence", "social", "public", "high", "union", "police",
    ]
    private static let territories: Set<String> = ["district", "command", "fleet"]

    /// "Russia's" of "Russia's Itar-Tass" owns the name and is no part of it.
    private func opensWithOwner(_ range: Range<Int>, _ view: SentenceView) -> Bool {
        ownerMark(range, view) != nil
    }

    /// The mark behind the owner that opens a name, where the whole is no known name.
    private func ownerMark(_ range: Range<Int>, _ view: SentenceView) -> Int? {
        guard let mark = range.dropFirst().dropLast().first(where: { view.isPossessive($0) }),
            !knowledge.senses(view.key(range.lowerBound..<mark)).isEmpty, knownName(range, view) == nil
        else { return nil }
        return mark
    }

    /// Capitalized words at both ends, and nothing between them but names, "of", "and" and the like.
    private func isOneName(_ range: Range<Int>, _ view: SentenceView) -> Bool {
        let small: Set<String> = ["of", "and", "the", "for", "on", "de", "al", "s", "to"]
        return view.isCapital[range.lowerBound] && view.isCapital[range.upperBound - 1]
            && view.keys[range.lowerBound] != "the"
            && range.allSatisfy {
                view.isCapital[$0] || small.contains(view.keys[$0]) || view.isHyphen($0) || view.isPossessive($0)
            }
    }

    private func knownName(_ range: Range<Int>, _ view: SentenceView) -> KnownName? {
        knowledge.senses(view.key(range)).first { !$0.isAcronym || range.allSatisfy { view.isUpper[$0] } }
    }

    /// "Movement" + "of the" + "Democratic Forces" + "of" + "Casamance" is one body.
    private func joinBodies(_ found: inout [NameMatch], _ view: SentenceView) {
        found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var index = 0
        while index + 1 < found.count {
            let left = found[index]
            guard
                let next = found.indices.first(where: {
                    $0 > index && found[$0].tokens.lowerBound >= left.tokens.upperBound && !found[$0].isNested
                }),
                isJoint(left, found[next], view)
            else {
                index += 1
                continue
            }
            let range = left.tokens.lowerBound..<found[next].tokens.upperBound
            let inner = found[next]
            found[index] = NameMatch(tokens: range, kind: .organization, known: knownName(range, view))
            found[next] = NameMatch(tokens: inner.tokens, kind: nil, known: inner.known, isNested: true)
            if inner.known == nil { found.remove(at: next) }
        }
    }

    private func isJoint(_ left: NameMatch, _ right: NameMatch, _ view: SentenceView) -> Bool {
        guard left.kind == .organization, left.known == nil || left.tokens.count == 1, right.kind != .person,
            !left.isNested
        else { return false }
        let last = left.tokens.upperBound - 1
        guard Self.bodyWords.contains(view.keys[last]) else { return false }
        let between = left.tokens.upperBound..<right.tokens.lowerBound
        guard (1...2).contains(between.count), ["of", "for", "on"].contains(view.keys[between.lowerBound]) else {
            return false
        }
        return between.dropFirst().allSatisfy { view.keys[$0] == "the" } && view.isCapital[right.tokens.lowerBound]
    }

    static let bodyWords: Set<String> = [
        "party", "movement", "ministry", "bank", "parliament", "university", "committee", "court", "council", "front",
        "army", "forces",
        "republic", "union", "federation", "association", "congress", "assembly", "commission", "institute", "academy",
        "group",
        "organization", "organisation", "department", "office", "center", "centre", "league", "alliance", "conference",
        "society",
        "brigades", "confederation", "administration", "service", "services", "bureau", "corps", "guard", "police",
        "community", "chamber", "senate", "house", "agency", "authority", "board",
        "foundation",
    ]

    /// The state inside a body's name ("United States" of "United States Department of Justice") is a name of its own.
    private func addOwnersInside(_ found: inout [NameMatch], _ view: SentenceView) {
        for outer in found where !outer.isNested && outer.tokens.count > 1 && isBody(outer) {
            var index = outer.tokens.lowerBound
            while index < outer.tokens.upperBound {
                let limit = index == outer.tokens.lowerBound ? outer.tokens.upperBound - 1 : outer.tokens.upperBound
                guard let inner = ownerName(at: index, before: limit, isFirst: index == outer.tokens.lowerBound, view)
                else {
                    index += 1
                    continue
                }
                index = inner.tokens.upperBound
                if !found.contains(where: { $0.tokens == inner.tokens }) { found.append(inner) }
            }
        }
    }

    /// The longest name of a state that starts at a token, or a place that opens the body's name ("Donetsk regional council").
    private func ownerName(at start: Int, before limit: Int, isFirst: Bool, _ view: SentenceView) -> NameMatch? {
        guard start < limit, view.isCapital[start] else { return nil }
        for end in stride(from: min(limit, start + 4), to: start, by: -1) {
            let key = view.key(start..<end)
            let state = bestSense(key, start..<end, view)
            if let state, knowledge.entities[state.entity].kind == .state,
                state.sense == .name || state.sense == .adjective
            {
                return NameMatch(tokens: start..<end, kind: nil, known: state, isNested: true)
            }
            if isFirst, knowledge.place(key) != nil, !Self.fragments.contains(key) {
                return NameMatch(tokens: start..<end, kind: .place, known: nil, isNested: true)
            }
        }
        return nil
    }

    private func isBody(_ match: NameMatch) -> Bool {
        if let known = match.known { return knowledge.entities[known.entity].kind == .organization }
        return match.kind == .organization
    }

    /// "Syrian" of "pro-Syrian", which is one word.
    private func addPrefixed(_ found: inout [NameMatch], _ view: SentenceView) {
        for index in 0..<view.count {
            guard let rest = Self.prefixed(view.keys[index]), view.tokens[index].form.contains("-"),
                let sense = knowledge.senses(String(rest)).first(where: { !$0.isAcronym })
                    ?? acronym(index, String(rest), view)
            else { continue }
            found.removeAll { $0.tokens == index..<(index + 1) }
            found.append(NameMatch(tokens: index..<(index + 1), kind: nil, known: sense, isNested: true))
        }
    }

    private func acronym(_ index: Int, _ key: String, _ view: SentenceView) -> KnownName? {
        let word = view.tokens[index].form.split(separator: "-").last ?? ""
        return word.allSatisfy(\.isUppercase) ? knowledge.senses(key).first : nil
    }

    /// What follows "pro" or "anti" in a key.
    static func prefixed(_ key: String) -> Substring? {
        ["pro ", "anti "].first { key.hasPrefix($0) }.map { key.dropFirst($0.count) }
    }

    // MARK: Without a tagger

    /// Runs of capitalized words stand in where no tagger speaks.
    private func addCapitalRuns(_ found: inout [NameMatch], _ view: SentenceView) {
        let taken = Set(found.flatMap { Array($0.tokens) })
        var index = 0
        while index < view.count {
            guard isRunWord(index, view), !taken.contains(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < view.count, !taken.contains(end), isRunWord(end, view) { end += 1 }
            if index > 0 || end - index > 1 || view.tokens[index].tag == .propn {
                found.append(NameMatch(tokens: index..<end, kind: runKind(index..<end, view), known: nil))
            }
            index = end
        }
    }

    private func isRunWord(_ index: Int, _ view: SentenceView) -> Bool {
        view.isCapital[index] && view.tokens[index].tag == .propn && !isTitleWord(view.keys[index])
    }

    private func runKind(_ range: Range<Int>, _ view: SentenceView) -> NameKind {
        let first = range.lowerBound
        if knowledge.gender(ofGivenName: view.keys[first]) != nil { return .person }
        if first > 0, isTitleWord(view.keys[first - 1]) { return .person }
        return knowledge.place(view.key(range)) != nil ? .place : .organization
    }
}
