import Annotations
import Knowledge

// Noun phrases that act: state agents, groups, bodies, offices and nouns that take up a name.
extension MentionFinder {
    func addNominals(_ found: inout [Candidate], _ view: SentenceView) {
        let names = found
        let inName = Set(names.filter { $0.form == .name && !$0.isNested }.flatMap { Array($0.tokens) })
        for index in 0..<view.count where !inName.contains(index) {
            guard let noun = actorNoun(index, view), !isInsideLongerNoun(index, view) else { continue }
            if noun.role == .office, opensName(index, names, view) { continue }
            let phrase = phrase(of: index, view)
            if let candidate = nominal(noun, index, phrase, names, &found, view) { found.append(candidate) }
        }
    }

    /// "Spokesman" and "attorney" of "Attorney General X": a title with this noun stands right before a person's name.
    private func opensName(_ index: Int, _ names: [Candidate], _ view: SentenceView) -> Bool {
        (index + 1...index + 3).contains { end in
            guard end < view.count, names.contains(where: { $0.tokens.lowerBound == end && isPerson($0) }) else {
                return false
            }
            return end == index + 1
                || !view.keys[end - 1].isEmpty
                    && (max(0, index - 2)...index).contains { knowledge.title(view.key($0..<end)) != nil }
        }
    }

    /// The singular of an actor noun at a token, with its role.
    private func actorNoun(_ index: Int, _ view: SentenceView) -> (lemma: String, role: ActorRole)? {
        let token = view.tokens[index]
        guard token.tag == .noun || token.tag == .propn || !view.hasTree && token.tag == .x else { return nil }
        for lemma in [view.lemmas[index], view.keys[index], singular(view.keys[index])] {
            if let role = knowledge.role(of: lemma) { return (lemma, role) }
        }
        let titles = [view.keys[index], singular(view.keys[index])].filter { knowledge.title($0) != nil }
        return titles.first.map { ($0, .office) }
    }

    private func singular(_ key: String) -> String {
        if key.hasSuffix("ies") { return key.dropLast(3) + "y" }
        if key.hasSuffix("men") { return key.dropLast(3) + "man" }
        return key.hasSuffix("s") ? String(key.dropLast()) : key
    }

    /// "rebel" of "rebel groups" is no phrase of its own.
    private func isInsideLongerNoun(_ index: Int, _ view: SentenceView) -> Bool {
        let next = index + 1
        guard next < view.count, [.noun, .propn].contains(view.tokens[next].tag) else { return false }
        if isOffice(next, view), knowledge.role(of: view.lemmas[index]) == .body || view.lemmas[index] == "government" {
            return false
        }
        if leads(next, view),
            ["opposition", "rebel", "militant", "militia", "guerrilla", "insurgent"].contains(view.lemmas[index])
        {
            return false
        }
        if view.hasTree {
            return view.tokens[index].baseRelation == "compound" && view.isBelow(index, view.tokens[index].head)
                && view.tokens[index].head > index
        }
        return view.tokens[next].tag == .noun
    }

    /// "chairman" of "committee chairman": the modifier is a body of its own.
    private func isOffice(_ index: Int, _ view: SentenceView) -> Bool {
        guard let title = knowledge.title(view.keys[index]) else { return false }
        return !["military", "judge", "professional", "press"].contains(title.type)
    }

    /// "leader" of "opposition leader": the modifier is a group that the leader leads.
    private func leads(_ index: Int, _ view: SentenceView) -> Bool {
        ["leader", "chief", "commander", "leaders", "chiefs", "commanders"].contains(view.keys[index])
    }

    // MARK: Phrases

    /// The tokens before a head noun that belong to its phrase.
    func phrase(of head: Int, _ view: SentenceView) -> Range<Int> {
        var low = head
        while low > 0, belongs(low - 1, head, low, view) {
            low -= 1
            if view.tokens[low].tag == .det || view.tokens[low].tag == .pron { break }
        }
        while low < head, view.keys[low].isEmpty { low += 1 }
        return low..<(head + 1)
    }

    private func belongs(_ index: Int, _ head: Int, _ low: Int, _ view: SentenceView) -> Bool {
        let token = view.tokens[index]
        if view.isPossessive(index) { return view.isBelow(index, head) }
        if view.isHyphen(index) { return index > 0 && view.isGlued(index, low) && view.isGlued(index - 1, index) }
        switch token.tag {
        case .adj, .num, .det: return view.isBelow(index, head)
        case .noun, .propn: return view.isBelow(index, head)
        case .pron: return Pronouns.table[view.keys[index]] != nil && view.isBelow(index, head)
        case .verb, .adv, .adp, .x:
            let hyphenated =
                view.isHyphen(low) && view.isGlued(index, low)
                || index > 0 && view.isHyphen(index - 1) && view.isGlued(index - 1, index)
            return view.isBelow(index, head) && (hyphenated || token.baseRelation == "amod")
        default: return false
        }
    }

    // MARK: Readings

    private func nominal(
        _ noun: (lemma: String, role: ActorRole), _ index: Int, _ phrase: Range<Int>, _ names: [Candidate],
        _ found: inout [Candidate], _ view: SentenceView
    ) -> Candidate? {
        var tokens = phrase
        var owner = ownerInside(phrase, index, names)
        var noun = noun
        if let inside = owner, isBlocked(inside, index, names, view) {
            owner = nil
            if noun.role == .agent || noun.role == .office { noun.role = .group }
        }
        if owner == nil, let after = ownerAfter(index, names, view) ?? ownerBehind(index, noun.role, names, view) {
            owner = after
            tokens = phrase.lowerBound..<names[after].tokens.upperBound
        }
        if owner == nil, Pronouns.table[view.keys[phrase.lowerBound]] != nil,
            view.tokens[phrase.lowerBound].tag == .pron
        {
            owner = pronounOwner(phrase.lowerBound, &found, view)
        }
        if noun.role == .agent, owner == nil, phrase.count > 1, !view.isHyphen(index - 1) {
            (noun, tokens) = borrowed(noun, index, tokens, view)
        }
        if noun.lemma == "force" || noun.lemma == "troop", index > 0, view.lemmas[index - 1] == "coalition" {
            noun = ("coalition", .group)
        }
        if noun.role == .agent, isSubnational(phrase, view) {
            noun.role = Self.authorities.contains(noun.lemma) ? .body : .group
        }
        if noun.lemma == "force", noun.role == .agent, index > 0, Self.forceKinds.contains(view.keys[index - 1]) {
            noun.role = .body
        }
        if noun.lemma == "agency", index > 0, view.keys[index - 1] == "news" { noun.role = .group }
        var naming = namingTokens(phrase, head: index, names, owner, view)
        let complement = complementEnd(noun.lemma, index, names, view)
        if let complement, view.keys[index] == "members" || noun.role == .agent {
            naming = index..<complement
            if noun.role == .agent { noun.role = .group }
        }
        var made = Candidate(
            sentence: view.index, tokens: tokens, head: index, form: .nominal, referent: .anaphor(.group),
            name: view.text(naming),
            key: view.key(naming))
        made.isDefinite = isDefinite(phrase, view) || owner != nil
        made.ownedName = ownedName(phrase, tokens, view)
        if let complement, noun.role == .group { made.ownedName = view.text(naming.lowerBound..<complement) }
        if noun.role == .group, index + 1 < view.count, leads(index + 1, view), !made.name.hasSuffix("s"),
            noun.lemma != "opposition"
        {
            made.name += "s"
            made.key += "s"
        }
        if noun.lemma == "coalition", view.lemmas[index] != "coalition" {
            made.name = view.text(naming.lowerBound..<index)
            made.key = view.key(naming.lowerBound..<index)
        }
        guard let referent = referent(noun, index, phrase, owner, made, view, names) else { return nil }
        made.referent = referent
        return made
    }

    /// "The regional government", "local officials": not those of the state.
    private func isSubnational(_ phrase: Range<Int>, _ view: SentenceView) -> Bool {
        phrase.contains { Self.subnational.contains(view.keys[$0]) }
    }

    private static let authorities: Set<String> = ["government", "administration", "authority", "leadership"]
    private static let subnational: Set<String> = [
        "regional", "local", "provincial", "municipal", "county", "district", "city",
    ]

    /// "government forces" act for the government, "coalition troops" are the coalition.
    private func borrowed(
        _ noun: (lemma: String, role: ActorRole), _ index: Int, _ tokens: Range<Int>, _ view: SentenceView
    ) -> ((lemma: String, role: ActorRole), Range<Int>) {
        switch view.lemmas[index - 1] {
        case "government": return (("government", .agent), tokens)
        case "coalition": return (("coalition", .group), tokens)
        default: return (noun, tokens)
        }
    }

    static let forceKinds: Set<String> = [
        "security", "armed", "special", "defense", "defence", "support", "mobilization", "military",
    ]

    /// The people of an event: "anti-government protests" are held by "anti-government protesters".
    static let doers: [String: String] = [
        "protest": "protesters", "demonstration": "demonstrators", "rally": "protesters", "riot": "rioters",
    ]

    private func referent(
        _ noun: (lemma: String, role: ActorRole), _ index: Int, _ phrase: Range<Int>, _ owner: Int?, _ made: Candidate,
        _ view: SentenceView, _ names: [Candidate]
    ) -> Referent? {
        let isPlural = view.isPlural(index) || view.keys[index] != noun.lemma
        if let anaphor = anaphor(noun.lemma, isPlural, phrase, owner, made, view) { return anaphor }
        switch noun.role {
        case .agent: return .agent(noun: noun.lemma, owner: owner)
        case .body:
            // "Their mission" is what they do.
            if noun.lemma == "mission", phrase.count < 2 || view.tokens[phrase.lowerBound].tag == .pron { return nil }
            return .body(noun: noun.lemma, owner: owner)
        case .group:
            let isOwned = owner != nil || made.name.contains(" loyal to ")
            if Self.vague.contains(noun.lemma), !isOwned, phrase.count < 2 || !isPlural && !made.isDefinite {
                return nil
            }
            return .group(noun: noun.lemma, owner: owner)
        case .people: return phrase.contains { view.keys[$0] == "both" } ? .group(noun: noun.lemma, owner: nil) : nil
        case .office: return office(noun.lemma, isPlural, index, phrase, owner, view)
        }
    }

    static let vague: Set<String> = [
        "group", "organization", "organisation", "nation", "country", "power", "movement", "people", "ally",
        "supporter", "opponent",
        "critic", "alliance", "faction", "force", "state", "member", "candidate", "bloc", "delegate", "employee",
        "side", "party", "company", "base", "jet", "tank", "missile",
        "aircraft",
    ]

    private func anaphor(
        _ lemma: String, _ isPlural: Bool, _ phrase: Range<Int>, _ owner: Int?, _ made: Candidate, _ view: SentenceView
    ) -> Referent? {
        guard !isPlural, made.isDefinite else { return nil }
        if lemma == "country" || lemma == "nation" {
            if isOtherCountry(phrase, view) { return nil }
            return owner == nil ? .anaphor(.state) : .agent(noun: "country", owner: owner)
        }
        guard phrase.count <= 2 else { return nil }
        switch lemma {
        case "group", "organization", "organisation", "movement", "company", "firm", "airline", "newspaper", "network",
            "magazine", "bloc", "party":
            return .anaphor(.organization)
        default: return nil
        }
    }

    /// "The largest country", "the other nation": one of many, not the one that was named.
    private func isOtherCountry(_ phrase: Range<Int>, _ view: SentenceView) -> Bool {
        phrase.contains { index in
            Self.selecting.contains(view.keys[index]) || Morphology(view.tokens[index].features).contains(.superlative)
                || view.tokens[index].tag == .num || view.keys[index].hasSuffix("est")
        }
    }

    private static let selecting: Set<String> = [
        "other", "another", "same", "first", "second", "only", "last", "neighboring", "neighbouring", "foreign", "next",
        "host", "home", "third", "most", "different", "single", "new", "latest",
    ]

    private func office(
        _ lemma: String, _ isPlural: Bool, _ index: Int, _ phrase: Range<Int>, _ owner: Int?, _ view: SentenceView
    ) -> Referent? {
        if isPlural {
            let own: Set<String> = ["lawmaker", "judge", "professional", "press", "party"]
            let isGroup = owner == nil || knowledge.title(lemma).map { own.contains($0.type) } ?? false
            return isGroup ? .group(noun: lemma, owner: owner) : .agent(noun: lemma, owner: owner)
        }
        var title = lemma
        for start in phrase where knowledge.title(view.key(start..<(index + 1))) != nil {
            title = knowledge.title(view.key(start..<(index + 1)))?.name ?? lemma
            break
        }
        return .office(title: title, owner: owner)
    }

    // MARK: Owners

    private func ownerInside(_ phrase: Range<Int>, _ head: Int, _ names: [Candidate]) -> Int? {
        names.indices.last {
            let tokens = names[$0].tokens
            return !names[$0].isNested && phrase.lowerBound <= tokens.lowerBound && tokens.upperBound <= head
        }
    }

    /// Where the name is only part of a modifier ("Western-backed", "pro-Russian"), or another actor stands between it and
    /// the noun ("Lebanese opposition leaders"), it does not own the noun.
    private func isBlocked(_ owner: Int, _ head: Int, _ names: [Candidate], _ view: SentenceView) -> Bool {
        let tokens = names[owner].tokens
        let next = tokens.upperBound
        if next + 1 < head, view.isHyphen(next), view.isGlued(next - 1, next) { return true }
        let first = tokens.lowerBound
        if first > 1, view.isHyphen(first - 1), view.isGlued(first - 1, first) { return true }
        return (next..<head).contains { index in
            Self.blockers.contains(view.keys[index])
                || knowledge.role(of: view.lemmas[index]) == .group && view.lemmas[index] != "state"
        }
    }

    static let blockers: Set<String> = [
        "opposition", "rebel", "rebels", "militant", "insurgent", "separatist", "dissident", "former", "ex",
        "paramilitary", "militia",
        "guerrilla", "exiled", "extremist", "terrorist", "student", "union", "church", "business", "religious",
        "political", "tribal",
    ]

    /// Where the words end that tell whose "supporters of the president", "members of parliament" or "forces loyal to
    /// Haftar" they are.
    private func complementEnd(_ noun: String, _ head: Int, _ names: [Candidate], _ view: SentenceView) -> Int? {
        let next = head + 1
        guard view.hasTree, next + 1 < view.count else { return nil }
        let isOf = Self.relational.contains(noun) && view.keys[next] == "of"
        let isLoyal = view.keys[next] == "loyal" && view.keys[next + 1] == "to"
        guard isOf || isLoyal else { return nil }
        let anchor = isLoyal ? next : head
        guard
            let whole = view.children(anchor, ["nmod", "obl"]).first(where: { ["of", "to"].contains(view.marker($0)) })
        else { return nil }
        let name = names.first { $0.tokens.contains(whole) && !$0.isNested }
        let end = name?.tokens.upperBound ?? whole + 1
        return end > next + 1 ? end : nil
    }

    /// Nouns of people that say little without those they belong to.
    private static let relational: Set<String> = [
        "member", "supporter", "relative", "resident", "victim", "employee", "family", "follower", "ally", "opponent",
    ]

    /// The words of a body with its owner ("Syria's parliament"), without the article.
    private func ownedName(_ phrase: Range<Int>, _ tokens: Range<Int>, _ view: SentenceView) -> String {
        var low = phrase.lowerBound
        while low < phrase.upperBound - 1, isDroppable(low, view) { low += 1 }
        return view.text(low..<tokens.upperBound)
    }

    /// "of Syria" after "the government".
    private func ownerAfter(_ head: Int, _ names: [Candidate], _ view: SentenceView) -> Int? {
        var next = head + 1
        guard next < view.count, view.keys[next] == "of" else { return nil }
        next += 1
        for _ in 0..<6 where next < view.count {
            if let name = names.firstIndex(where: {
                $0.tokens.lowerBound == next && !$0.isNested && $0.form != .pronoun
            }) {
                return isPassed(name, names, view) ? nil : name
            }
            guard view.tokens[next].tag == .det || view.tokens[next].tag == .adj || isTitle(next, view) else {
                return nil
            }
            next += 1
        }
        return nil
    }

    /// "A spokesman for the ministry"; "soldiers from Chad" act for it, but not those who are withdrawn from there.
    private func ownerBehind(_ head: Int, _ role: ActorRole, _ names: [Candidate], _ view: SentenceView) -> Int? {
        let next = head + 1
        guard next + 1 < view.count else { return nil }
        let isOffice = role == .office && ["for", "at"].contains(view.keys[next])
        let isPlural = view.isPlural(head) || role == .agent
        let isFrom =
            view.keys[next] == "from" && (role == .agent || role == .office) && isPlural
            && !isRemoved(head, view)
        guard isOffice || isFrom else { return nil }
        let low = view.tokens[next + 1].tag == .det ? next + 2 : next + 1
        guard
            let name = names.firstIndex(where: {
                $0.tokens.lowerBound == low && !$0.isNested && $0.form == .name && !isPerson($0)
            }), !isPassed(name, names, view),
            names[name].tokens.upperBound >= view.count || !view.isPossessive(names[name].tokens.upperBound),
            !view.hasTree
                || view.isBelow(names[name].head, head) && view.children(names[name].head, ["conj"]).isEmpty
        else { return nil }
        return name
    }

    /// Whether somebody takes them away from where they are.
    private func isRemoved(_ head: Int, _ view: SentenceView) -> Bool {
        let verb = view.tokens[head].head
        return verb >= 0 && Self.removals.contains(view.lemmas[verb])
    }

    private static let removals: Set<String> = [
        "withdraw", "pull", "remove", "evacuate", "recall", "expel", "drive", "oust", "return", "send", "bring", "free",
        "withdrawal", "pullout", "removal", "evacuation", "departure", "expulsion", "redeploy", "rescue", "ban", "bar",
    ]

    private func isTitle(_ index: Int, _ view: SentenceView) -> Bool {
        knowledge.title(view.keys[index]) != nil || knowledge.honorific(view.keys[index]) != nil
    }

    /// "of the Syrian rebels": the demonym is itself a modifier of something else.
    private func isPassed(_ name: Int, _ names: [Candidate], _ view: SentenceView) -> Bool {
        let next = names[name].tokens.upperBound
        guard names[name].form == .demonym, next < view.count else { return false }
        return [.noun, .adj].contains(view.tokens[next].tag) && view.isBelow(names[name].head, next)
    }

    /// The pronoun that owns a phrase becomes a candidate now, so that the phrase can point at it.
    private func pronounOwner(_ index: Int, _ found: inout [Candidate], _ view: SentenceView) -> Int? {
        guard let candidate = pronoun(index, view) else { return nil }
        found.append(candidate)
        return found.count - 1
    }

    private func isDefinite(_ phrase: Range<Int>, _ view: SentenceView) -> Bool {
        ["the", "this", "that", "these", "those", "both"].contains(view.keys[phrase.lowerBound])
    }

    /// The tokens that name a group: without articles, counts, quantifiers and possessors.
    private func namingTokens(
        _ phrase: Range<Int>, head: Int, _ names: [Candidate], _ owner: Int?, _ view: SentenceView
    ) -> Range<Int> {
        var low = phrase.lowerBound
        if let mark = phrase.last(where: { view.isPossessive($0) && $0 < head }) { low = mark + 1 }
        while low < head, isDroppable(low, view), !isCount(low, head, view) { low += 1 }
        return low..<(head + 1)
    }

    /// "102 people" and "two men" are known by their number.
    private func isCount(_ index: Int, _ head: Int, _ view: SentenceView) -> Bool {
        index == head - 1 && view.tokens[index].tag == .num && Self.counted.contains(view.lemmas[head])
            && (index == 0 || !view.isHyphen(index - 1) && !Self.rounding.contains(view.keys[index - 1]))
    }

    private static let rounding: Set<String> = [
        "least", "than", "over", "nearly", "almost", "around", "about", "approximately", "some", "several", "many",
        "estimated", "to", "roughly", "under",
    ]

    private static let counted: Set<String> = ["people", "person", "man", "nation", "party", "group", "member"]

    private func isDroppable(_ index: Int, _ view: SentenceView) -> Bool {
        let tag = view.tokens[index].tag
        if tag == .det || tag == .num || tag == .pron || tag == .punct { return true }
        return Self.quantifiers.contains(view.keys[index])
    }

    static let quantifiers: Set<String> = [
        "the", "a", "an", "some", "many", "several", "other", "most", "few", "all", "both", "more", "various",
        "numerous", "hundreds",
        "thousands", "dozens", "scores", "new", "former", "certain", "such", "alleged", "top", "senior", "high", "key",
        "local", "about",
        "around", "nearly", "almost", "least", "dozen", "hundred", "thousand", "million", "unidentified", "unnamed",
        "another", "any", "no",
        "same", "own", "of", "tens", "only", "main", "first", "last", "highest", "largest", "biggest", "leading",
        "fellow", "entire", "single", "mostly", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "estimated",
    ]

    // MARK: Learned actors and pronouns

    /// Spans of the learned actor tagger that nothing else covers.
    func addActors(_ found: inout [Candidate], _ view: SentenceView) {
        for actor in view.sentence.actors {
            let range = actor.tokens.clamped(to: 0..<view.count)
            let covered = found.contains {
                $0.tokens.overlaps(range) && !$0.isNested && $0.form != .pronoun && $0.form != .demonym
            }
            guard !range.isEmpty, !covered else { continue }
            if found.contains(where: { $0.tokens == range }) { continue }
            if range.count == 1,
                view.tokens[range.lowerBound].tag == .pron || Self.placeNouns.contains(view.lemmas[range.lowerBound])
            {
                continue
            }
            if isLand(range, view) || modifiesNoun(range, view) || isTitleOfName(range, found, view) { continue }
            if range.count == 1, isBareAdjective(range.lowerBound, view) || view.isMark(range.lowerBound) { continue }
            if range.allSatisfy({
                NameFinder.calendar.contains(view.keys[$0]) || view.keys[$0].isEmpty || view.tokens[$0].tag == .num
            }) {
                continue
            }
            if let candidate = actorCandidate(actor.kind, range, found, view) { found.append(candidate) }
        }
    }

    /// "President" of "President-elect X" is no actor of its own.
    private func isTitleOfName(_ range: Range<Int>, _ found: [Candidate], _ view: SentenceView) -> Bool {
        guard isTitle(range.upperBound - 1, view) else { return false }
        return (range.upperBound...range.upperBound + 2).contains { start in
            found.contains { $0.tokens.lowerBound == start && isPerson($0) }
                && (start == range.upperBound || knowledge.title(view.key(range.lowerBound..<start)) != nil)
        }
    }

    /// "Syrian soil" is no actor beside Syria.
    private func isLand(_ range: Range<Int>, _ view: SentenceView) -> Bool {
        let last = range.upperBound - 1
        return view.tokens[last].tag == .noun && Self.landNouns.contains(view.lemmas[last])
    }

    private static let landNouns: Set<String> = [
        "soil", "territory", "airspace", "water", "border", "coast", "land", "sky", "street",
    ]

    /// "Russian military" of "Russian military buildup" is no actor.
    private func modifiesNoun(_ range: Range<Int>, _ view: SentenceView) -> Bool {
        let last = range.upperBound - 1
        return range.upperBound < view.count && view.keys[last] == "military"
            && view.tokens[range.upperBound].tag == .noun && view.tokens[last].head >= range.upperBound
    }

    /// "Military" of "military cooperation" is no actor.
    private func isBareAdjective(_ index: Int, _ view: SentenceView) -> Bool {
        view.tokens[index].tag == .adj && ["amod", "compound"].contains(view.tokens[index].baseRelation)
            && knowledge.senses(view.keys[index]).isEmpty
    }

    private func actorCandidate(_ kind: EntityKind, _ range: Range<Int>, _ names: [Candidate], _ view: SentenceView)
        -> Candidate?
    {
        let head = view.head(of: range)
        let naming = namingTokens(range, head: max(range.lowerBound, range.upperBound - 1), names, nil, view)
        let isName = naming.contains { view.isCapital[$0] && view.tokens[$0].tag == .propn }
        guard !view.key(naming).isEmpty else { return nil }
        let name = isName ? view.text(naming) : doerName(naming, view)
        var made = Candidate(
            sentence: view.index, tokens: range, head: head, form: isName ? .name : .nominal, referent: .named(kind),
            name: name,
            key: view.key(naming))
        if !isName || kind == .group {
            made.form = .nominal
            let noun = view.lemmas[head]
            let owner = ownerInside(range, head, names).flatMap { isBlocked($0, head, names, view) ? nil : $0 }
            made.ownedName = ownedName(range, range, view)
            made.key = NameKey.fold(name)
            made.referent =
                knowledge.role(of: noun) == .body ? .body(noun: noun, owner: owner) : .group(noun: noun, owner: owner)
        }
        return made
    }

    /// Bare nouns of place that the tagger takes for actors.
    static let placeNouns: Set<String> = [
        "area", "city", "region", "town", "village", "country", "power", "world", "many", "capital",
    ]

    /// The words of a group; an event stands for the people of it.
    private func doerName(_ naming: Range<Int>, _ view: SentenceView) -> String {
        guard let doers = Self.doers[view.lemmas[naming.upperBound - 1]] else { return view.text(naming) }
        let before = view.text(naming.lowerBound..<(naming.upperBound - 1))
        return before.isEmpty ? doers : before + " " + doers
    }

    func addPronouns(_ found: inout [Candidate], _ view: SentenceView) {
        let taken = Set(found.filter { $0.form == .pronoun }.map(\.head))
        for index in 0..<view.count where !taken.contains(index) {
            if let candidate = pronoun(index, view) { found.append(candidate) }
        }
    }

    func pronoun(_ index: Int, _ view: SentenceView) -> Candidate? {
        let token = view.tokens[index]
        if view.keys[index] == "there", token.tag == .adv, token.relation.hasPrefix("advmod") {
            return Candidate(
                sentence: view.index, tokens: index..<(index + 1), head: index, form: .pronoun,
                referent: .anaphor(.place), name: token.form, key: view.keys[index])
        }
        guard let features = Pronouns.table[view.keys[index]],
            token.tag == .pron || !view.hasTree && token.tag != .propn
        else { return nil }
        if token.relation.hasPrefix("expl") || view.keys[index] == "us" && view.isUpper[index] { return nil }
        return Candidate(
            sentence: view.index, tokens: index..<(index + 1), head: index, form: .pronoun,
            referent: .pronoun(features),
            name: token.form, key: view.keys[index], gender: features.gender)
    }
}
