import Annotations
import Knowledge

/// A rule that matched in a sentence.
struct RuleMatch: Sendable, Hashable {
    /// The index of the rule.
    var rule: Int
    /// The token that the rule started from.
    var predicate: Int
    /// The index of the mention of the source.
    var source: Int
    /// The index of the mention of the target.
    var target: Int
}

/// Applies the rules to one sentence.
struct RuleMatcher: Sendable {
    private let rules: RuleSet
    private let knowledge: Knowledge
    private let resolver: ArgumentResolver
    private let entities: [Entity]
    private let local: [Int]

    private static let placePrepositions: Set<String> = [
        "in", "to", "into", "at", "on", "onto", "near", "inside", "across", "around", "along", "outside", "throughout",
        "off", "toward",
        "towards", "within", "over", "against",
    ]

    /// Makes a matcher; `local` are the mentions of the sentence.
    init(rules: RuleSet, knowledge: Knowledge, resolver: ArgumentResolver, entities: [Entity], local: [Int]) {
        self.rules = rules
        self.knowledge = knowledge
        self.resolver = resolver
        self.entities = entities
        self.local = local
    }

    private var nouns: NounReader { resolver.nouns }
    private var clauses: ClauseReader { resolver.nouns.clauses }
    private var tree: SentenceTree { resolver.nouns.clauses.tree }

    /// All matches, in the order of their predicates.
    func matches() -> [RuleMatch] {
        guard local.count > 1 else { return [] }
        var found: [RuleMatch] = []
        for token in 0..<tree.count {
            let entries = rules.entries(tree.words[token])
            let prefixes = isHyphenated(token) ? rules.entries(firstPart(of: token)) : entries
            guard entries != nil || prefixes != nil else { continue }
            for form in forms(of: token, entries) {
                for entry in (form == .prefix ? prefixes : entries)?[form] ?? [] where fits(entry, token) {
                    found += match(entry.rule, at: token)
                }
            }
        }
        for rule in rules.links { found += linked(rule) }
        return found
    }

    private func isHyphenated(_ token: Int) -> Bool {
        tree.tokens[token].form.utf8.count > 1 && tree.tokens[token].form.utf8.contains(UInt8(ascii: "-"))
    }

    /// The word that rules of a prefix look up: the "pro" of "pro-Syrian".
    private func firstPart(of token: Int) -> String {
        tree.tokens[token].form.split(separator: "-").first.map { $0.lowercased() } ?? tree.words[token]
    }

    private func forms(of token: Int, _ entries: RuleSet.Entries?) -> [RuleForm] {
        if token > 1, let entries, !entries[.compound].isEmpty,
            tree.tokens[token - 1].form == "-" || tree.tokens[token - 1].form == "–"
        {
            return [.compound]
        }
        switch tree.tokens[token].tag {
        case .verb: return [.verb, .adjective]
        case .noun, .propn: return [.noun, .role, .body, .prefix]
        case .adj: return [.adjective, .role, .prefix]
        case .x, .adv, .adp, .part: return [.prefix, .adjective]
        case .aux: return [.verb]
        default: return []
        }
    }

    private func fits(_ entry: RuleSet.Entry, _ token: Int) -> Bool {
        if let particle = entry.pattern.particle {
            let hasParticle = tree.children(token).contains {
                tree.words[$0] == particle
                    && ([.compound, .advmod, .obl, .xcomp].contains(tree.links[$0]) || tree.tokens[$0].tag == .adp)
            }
            guard hasParticle else { return false }
        }
        return entry.dependents.allSatisfy { holds($0, below: token) }
    }

    /// Whether a word stands among the children of a token or below its objects and complements.
    private func holds(_ word: RuleSet.Dependent, below token: Int) -> Bool {
        tree.children(token).contains { child in
            if word.matches(tree.words[child]) { return true }
            switch tree.links[child] {
            case .obj, .nsubj, .xcomp, .ccomp: break
            default: return false
            }
            return tree.conjuncts(child).contains { word.matches(tree.words[$0]) }
                || tree.children(child).contains {
                    word.matches(tree.words[$0]) || word.matches(tree.forms[$0])
                }
        }
    }

    private func match(_ number: Int, at token: Int) -> [RuleMatch] {
        let rule = rules.rules[number]
        if rule.form == .role, !allows(rule.relation, titleEndingAt: token) { return [] }
        let targets = fill(rule.target, rule, from: token)
        var sources = fill(rule.source, rule, from: token)
        // "called the ties between China and Japan strategic": who speaks of the ties is no party to them.
        if rule.isMutual, rule.form == .noun, targets.count > 1,
            !nouns.obliques(token, ["between", "among"]).isEmpty
        {
            sources = []
        }
        if rule.form == .role { sources.removeAll { hasOtherTitle($0, than: token) || isRoleItself($0, rule, token) } }
        let pairs =
            rule.isMutual
            ? mutualPairs(sources, targets)
            : product(sources, targets, isReciprocal: rule.form == .verb && clauses.isReciprocal(token))
        if isMereDenial(rule, token) { return [] }
        return pairs.compactMap { pair in
            rule.isApart && !isApart(rule, token, pair.0, pair.1)
                ? nil : accept(rule, number, token, source: pair.0, target: pair.1)
        }
    }

    /// "Party members" are no member of the party: nobody is said to hold the role.
    private func isRoleItself(_ mention: Int, _ rule: Rule, _ token: Int) -> Bool {
        let item = resolver.index.mentions[mention]
        return ["memberOf", "leads", "represents"].contains(rule.relation.rawValue) && item.head == token
            && item.form == .nominal && entities[item.entity].kind == .group
    }

    private func isApart(_ rule: Rule, _ token: Int, _ source: Int, _ target: Int) -> Bool {
        let (source, target) = (resolver.index.mentions[source], resolver.index.mentions[target])
        return rule.form == .role ? source.head != token : !source.tokens.overlaps(target.tokens)
    }

    /// "President Putin, Foreign Minister Lavrov": each has the title right before the name.
    private func hasOtherTitle(_ mention: Int, than token: Int) -> Bool {
        let before = resolver.index.mentions[mention].tokens.lowerBound - 1
        guard before > token, resolver.index.mentions[mention].form == .name,
            !tree.morphology[token].contains(.plural), tree.words[token] != "member"
        else { return false }
        guard let title = Titles(knowledge).title(endingAt: before, in: tree), title.tokens.lowerBound > token else {
            return false
        }
        // "Foreign Minister and former Prime Minister X" holds both.
        return title.tokens.lowerBound > token + 1 && tree.tokens[token + 1].tag != .cconj
    }

    /// "rejected reports of fighting" denies the fighting and opposes nobody.
    private func isMereDenial(_ rule: Rule, _ verb: Int) -> Bool {
        guard rule.relation.rawValue == "opposes", rule.form == .verb,
            rules.words["denial"].contains(tree.words[verb])
        else { return false }
        return clauses.objects(verb).contains { object in
            rules.words["claim-noun"].contains(tree.words[object])
                && tree.children(object).contains { [.nmod, .acl, .ccomp].contains(tree.links[$0]) && $0 > object }
        }
    }

    /// Whether the knowledge of titles lets a role give this relation ("foreign minister" leads nothing).
    private func allows(_ relation: Relation, titleEndingAt token: Int) -> Bool {
        guard ["leads", "represents", "memberOf"].contains(relation.rawValue),
            let title = Titles(knowledge).title(endingAt: token, in: tree)
        else { return true }
        return title.title.relation == relation || title.title.type == "lawmaker" || title.title.type == "party"
    }

    private func accept(_ rule: Rule, _ number: Int, _ token: Int, source: Int, target: Int) -> RuleMatch? {
        let from = entity(source)
        let to = entity(target)
        guard from != to, rule.sourceKinds.contains(entities[from].kind), rule.targetKinds.contains(entities[to].kind)
        else { return nil }
        if ["tell", "inform"].contains(tree.words[token]), isPress(entities[to]) { return nil }
        return RuleMatch(rule: number, predicate: token, source: source, target: target)
    }

    /// Whether somebody is told things only to pass them on.
    private func isPress(_ entity: Entity) -> Bool {
        if let known = knowledge.entity(entity.id) { return knowledge.entities[known].type == "media" }
        let last = entity.name.split(separator: " ").last.map { $0.lowercased() } ?? ""
        return Self.press.contains(last)
    }

    private static let press: Set<String> = [
        "agency", "agencies", "reporters", "journalists", "correspondents", "media", "press", "newspaper", "newspapers",
        "radio", "television", "news",
    ]

    private func entity(_ mention: Int) -> Int { resolver.index.mentions[mention].entity }

    /// Every source with every target; of those who "accuse each other", each with each.
    private func product(_ sources: [Int], _ targets: [Int], isReciprocal: Bool = false) -> [(Int, Int)] {
        let others = isReciprocal ? targets : targets.filter { !sources.contains($0) }
        return sources.flatMap { source in others.map { (source, $0) } }
    }

    private func mutualPairs(_ sources: [Int], _ targets: [Int]) -> [(Int, Int)] {
        let others = targets.filter { target in !sources.contains { entity($0) == entity(target) } }
        if !sources.isEmpty, !others.isEmpty { return product(sources, others) }
        let group = sources.isEmpty ? targets : sources
        return group.indices.flatMap { first in group[(first + 1)...].map { (group[first], $0) } }
    }

    /// The mentions of the first slot that holds any.
    private func fill(_ slots: [Slot], _ rule: Rule, from token: Int) -> [Int] {
        for slot in slots {
            var tokens = [token]
            var mentions: [Int] = []
            for (position, step) in slot.steps.enumerated() {
                let isFirst = position == 0
                tokens = tokens.flatMap { take(step, from: $0, rule, isFirst: isFirst) }
            }
            let last = slot.steps.last ?? ""
            let descend =
                !rule.isDirect && !["owner", "poss", "parties", "self", "left", "modified", "rest"].contains(last)
            if last == "owner" || last == "poss" {
                mentions = firstResolved(tokens, of: token)
            } else {
                mentions = resolver.mentions(tokens, descend: descend)
            }
            if !mentions.isEmpty { return mentions }
        }
        return []
    }

    /// The owners at the first token that has any; a mention of the noun itself is none ("Foreign" of "Foreign Minister").
    private func firstResolved(_ tokens: [Int], of noun: Int) -> [Int] {
        for token in tokens {
            let found = resolver.mentions([token], descend: false).filter {
                token == noun || !resolver.index.mentions[$0].tokens.contains(noun)
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// One step of a slot.
    private func take(_ step: String, from token: Int, _ rule: Rule, isFirst: Bool) -> [Int] {
        let isNominal = isFirst ? rule.form != .verb && rule.form != .adjective : tree.tokens[token].tag != .verb
        switch step {
        case "subject": return clauses.subjects(token)
        case "object": return clauses.objects(token)
        case "surface": return clauses.surfaceSubjects(token)
        case "iobj": return indirectObjects(token)
        case "agent": return clauses.agents(token)
        case "speaker": return speakers(token)
        case "main": return mainSubjects(token)
        case "asker": return askers(token)
        case "captor": return captors(token)
        case "clause":
            return tree.children(token).filter { [.ccomp, .xcomp].contains(tree.links[$0]) && !isInverted($0) }
        case "purpose": return tree.children(token, .advcl) + tree.children(token, .acl)
        case "poss":
            return
                ((rule.form == .role || rule.form == .body) && isFirst
                ? nouns.titleOwners(token) : nouns.possessors(token)) + by(token)
        case "owner":
            return
                ((rule.form == .role || rule.form == .body) && isFirst
                ? nouns.titleOwners(token) : nouns.possessors(token)) + by(token)
                + nouns.obliques(token, ["of"]) + agentSelf(token)
        case "parties": return nouns.parties(token)
        case "governor": return governors(token, rule)
        case "self": return rule.form == .role ? nouns.holders(token) : [token]
        case "modified": return modified(token)
        case "left": return left(token)
        case "rest" where isHyphenated(token): return [token]
        case "rest":
            return token + 2 < tree.count && ["-", "–"].contains(tree.tokens[token + 1].form) ? [token + 2] : []
        case "place": return obliques(token, Self.placePrepositions, isNominal: isNominal) + there(token)
        case "head": return tree.heads[token] >= 0 ? [tree.heads[token]] : []
        case _ where rule.isOwn && isFirst: return nouns.nominals(token, [step])
        default: return obliques(token, [step], isNominal: isNominal)
        }
    }

    /// "Should the army need it" is a condition, whatever the tree hangs it on.
    private func isInverted(_ clause: Int) -> Bool {
        guard let subject = tree.child(clause, .nsubj), let first = tree.child(clause, .aux), first < subject else {
            return false
        }
        return ["should", "had", "were"].contains(tree.forms[first])
            && tree.child(clause, .mark) == nil
    }

    /// Who says the clause of a verb ("any request would be considered, Moscow said").
    private func speakers(_ verb: Int) -> [Int] {
        let speech = rules.words["speech"]
        for child in tree.children(verb, .parataxis) where speech.contains(tree.words[child]) {
            return clauses.subjects(child)
        }
        let head = tree.heads[verb]
        guard head >= 0, [.ccomp, .parataxis].contains(tree.links[verb]), speech.contains(tree.words[head]) else {
            return []
        }
        return clauses.subjects(head)
    }

    /// The subject of the clause that a condition belongs to ("will help if Syria asks").
    private func mainSubjects(_ verb: Int) -> [Int] {
        let head = tree.heads[verb]
        guard head >= 0, tree.links[verb] == .advcl, isCondition(verb) else { return [] }
        return clauses.surfaceSubjects(head)
    }

    private func isCondition(_ clause: Int) -> Bool {
        rules.words["condition"].contains(tree.preposition(clause)) || isInverted(clause)
    }

    /// Who asks for what a verb says: "a request from X to send", "asked to send by X", "will send if X asks".
    private func askers(_ verb: Int) -> [Int] {
        let asking = rules.words["asking"]
        for token in [verb] + tree.ancestors(verb).prefix(2) {
            for clause in tree.children(token, .advcl) where clause != verb && isCondition(clause) {
                if asking.contains(tree.words[clause]) { return clauses.subjects(clause) }
            }
        }
        let above = tree.heads[verb]
        let nearby = tree.children(verb) + (above >= 0 ? tree.children(above) : [])
        let noun = nearby.first {
            [.obl, .obj].contains(tree.links[$0]) && rules.words["plea"].contains(tree.words[$0])
        }
        let head = noun ?? above
        guard head >= 0 else { return [] }
        if rules.words["plea"].contains(tree.words[head]) {
            return nouns.obliques(head, ["from", "by"]) + nouns.possessors(head)
        }
        return [.xcomp, .ccomp].contains(tree.links[verb]) && asking.contains(tree.words[head])
            ? clauses.subjects(head) : []
    }

    /// Who holds whom a participle without an agent speaks of ("police arrested a man accused of").
    private func captors(_ verb: Int) -> [Int] {
        guard clauses.isPassive(verb), clauses.agents(verb).isEmpty, tree.heads[verb] >= 0 else { return [] }
        let held = tree.links[verb] == .acl ? tree.heads[verb] : verb
        let custody = tree.heads[held]
        guard custody >= 0, rules.words["custody"].contains(tree.words[custody]),
            held == verb ? [.advcl, .conj].contains(tree.links[verb]) : [.obj, .nsubj].contains(tree.links[held])
        else { return [] }
        return clauses.subjects(custody)
    }

    private func obliques(_ token: Int, _ prepositions: Set<String>, isNominal: Bool) -> [Int] {
        isNominal ? nouns.obliques(token, prepositions) : clauses.obliques(token, prepositions)
    }

    private func by(_ token: Int) -> [Int] {
        tree.children(token).filter { tree.links[$0] == .nmod && tree.preposition($0) == "by" }
    }

    private func agentSelf(_ token: Int) -> [Int] {
        guard let mention = resolver.index.headed(token), resolver.index.mentions[mention].isAgent else { return [] }
        return [token]
    }

    private func there(_ token: Int) -> [Int] {
        tree.children(token).filter { tree.words[$0] == "there" && tree.links[$0] == .advmod }
    }

    private func indirectObjects(_ verb: Int) -> [Int] {
        let own = tree.children(verb, .iobj)
        if !own.isEmpty { return own }
        // "Syria was given arms by Russia"
        guard clauses.isPassive(verb), tree.child(verb, .obj) != nil else { return [] }
        return clauses.surfaceSubjects(verb)
    }

    private func governors(_ noun: Int, _ rule: Rule) -> [Int] {
        for carrier in nouns.carriers(noun) {
            let counts = carrier.isAdjunct ? carrier.isLight || rule.isAdjunct : carrier.isLight || carrier.isOwn
            if counts, !carrier.subjects.isEmpty { return carrier.subjects }
        }
        return []
    }

    private func modified(_ token: Int) -> [Int] {
        let head = tree.heads[token]
        guard head >= 0,
            [.amod, .acl, .compound, .nmod, .obl, .advmod, .flat, .appos, .nummod].contains(tree.links[token])
        else { return [] }
        return [head]
    }

    private func left(_ token: Int) -> [Int] {
        guard token >= 2 else { return [] }
        return [token - 2]
    }

    /// The matches of a rule of the form `link`: its words are connections between two mentions.
    private func linked(_ number: Int) -> [RuleMatch] {
        let rule = rules.rules[number]
        var found: [RuleMatch] = []
        for mention in local {
            for pattern in rule.words {
                for other in connected(mention, by: pattern.word) {
                    let isTurned = rule.source.first?.steps.first != "self"
                    let source = isTurned ? other : mention
                    let target = isTurned ? mention : other
                    if let match = accept(
                        rule, number, resolver.index.mentions[mention].head, source: source, target: target)
                    {
                        found.append(match)
                    }
                }
            }
        }
        return found
    }

    private func connected(_ mention: Int, by connection: String) -> [Int] {
        let item = resolver.index.mentions[mention]
        switch connection {
        case "owner":
            return nouns.possessors(item.head).compactMap { resolver.index.covering($0) }.filter { $0 != mention }
        case "comma": return afterComma(mention)
        case "appos":
            return tree.children(item.head, .appos).flatMap { resolver.mentions([$0], descend: false) }
        default:
            guard item.tokens.upperBound < tree.count,
                tree.forms[item.tokens.upperBound] == connection
            else {
                return []
            }
            let nested = tree.children(item.head).filter {
                tree.links[$0] == .nmod && tree.preposition($0) == connection
            }
            return nested.flatMap { tree.conjuncts($0) }.compactMap { resolver.index.headed($0) }.filter {
                $0 != mention
            }
        }
    }

    private func afterComma(_ mention: Int) -> [Int] {
        let item = resolver.index.mentions[mention]
        let comma = item.tokens.upperBound
        guard comma + 1 < tree.count, tree.tokens[comma].form == ",", let other = resolver.index.covering(comma + 1),
            resolver.index.mentions[other].tokens.lowerBound == comma + 1
        else { return [] }
        let head = resolver.index.mentions[other].head
        guard tree.heads[head] == item.head,
            [.appos, .nmod, .obl, .list, .flat, .compound, .dep].contains(tree.links[head])
        else { return [] }
        return [other]
    }
}
