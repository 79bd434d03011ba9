import Annotations
import Knowledge

// Pronouns: by number, gender, distance and whether the antecedent is a subject.
extension EntityResolver {
    mutating func resolvePronoun(_ index: Int, _ features: PronounFeatures) {
        if features.person == 1 {
            guard candidates[index].isQuoted, let speaker = speaker(of: index) else { return }
            return assign(
                index, to: speaker,
                because: "'\(candidates[index].name)' in a quotation is the speaker, '\(display(speaker))'")
        }
        guard let cluster = antecedent(index, features) else { return }
        assign(index, to: cluster)
    }

    private func antecedent(_ index: Int, _ features: PronounFeatures) -> Int? {
        if let partner = coordinated(index) ?? judged(index), allows(partner, features) { return partner }
        if !features.isPlural, !features.isNeuter, followsUnnamed(index) { return nil }
        var best: (score: Double, cluster: Int)?
        var seen: Set<Int> = []
        let barred = coarguments(index).union(namedBelow(index, features))
        let isSpeaking = isSubjectOfSaying(index)
        let local = localSubject(index)
        for earlier in told(before: index).reversed() {
            let distance = candidates[index].sentence - candidates[earlier].sentence
            if distance > 4 { break }
            guard let cluster = assigned[earlier], allows(cluster, features), !isArgumentOfSame(index, earlier),
                !barred.contains(cluster)
            else { continue }
            var score = -1.6 * Double(distance) + salience(earlier) + 0.1 * Double(min(clusters[cluster].mentions, 8))
            if seen.insert(cluster).inserted { score += 0.2 }
            if distance == 0, let local, candidates[earlier].head == local { score += 1.4 }
            if isSpeaking, isSubjectOfSaying(earlier) { score += Self.speaksOn }
            if features.isPlural, agents[earlier], isPlural(earlier) { score += Self.severalAct }
            score += agreement(cluster, features) - 0.02 * Double(index - earlier)
            if best.map({ score > $0.score }) ?? true { best = (score, cluster) }
        }
        return best?.cluster
    }

    /// "It says that Qatar helps them": a subject is nobody whom its own clause names behind it.
    private func namedBelow(_ index: Int, _ features: PronounFeatures) -> Set<Int> {
        let view = views[candidates[index].sentence]
        let pronoun = view.tokens[candidates[index].head]
        guard view.hasTree, pronoun.baseRelation == "nsubj", pronoun.head >= 0 else { return [] }
        let named = range(of: candidates[index].sentence).filter {
            $0 > index && candidates[$0].form == .name && view.isBelow(candidates[$0].head, pronoun.head)
        }
        // A state is named again in its own clause ("within Ethiopia"), but hardly as the first thing there.
        return Set(named.prefix(features.isNeuter ? 1 : named.count).compactMap { assigned[$0] })
    }

    /// Whether a candidate says something.
    private func isSubjectOfSaying(_ index: Int) -> Bool {
        let view = views[candidates[index].sentence]
        let token = view.tokens[candidates[index].head]
        return view.hasTree && token.baseRelation == "nsubj" && token.head >= 0
            && Self.sayings.contains(view.lemmas[token.head])
    }

    /// "Palestinian officials": several people who act for one state.
    private func isPlural(_ index: Int) -> Bool {
        views[candidates[index].sentence].isPlural(candidates[index].head)
    }

    /// What it counts that somebody spoke before.
    private static let speaksOn = 1.4
    /// What it counts for "they" that the words name several.
    private static let severalAct = 1.2

    /// "Russia and its allies": the possessor is what the phrase is joined to.
    private func coordinated(_ index: Int) -> Int? {
        let view = views[candidates[index].sentence]
        guard view.hasTree else { return nil }
        let token = view.tokens[candidates[index].head]
        guard token.relation == "nmod:poss", token.head >= 0, view.tokens[token.head].baseRelation == "conj" else {
            return nil
        }
        let first = view.tokens[token.head].head
        return range(of: candidates[index].sentence).first {
            $0 < index && assigned[$0] != nil && candidates[$0].head == first && candidates[$0].form == .name
        }.flatMap { assigned[$0] }
    }

    /// "The man says that he": the nearest subject before the pronoun is somebody without a name.
    private func followsUnnamed(_ index: Int) -> Bool {
        let candidate = candidates[index]
        let view = views[candidate.sentence]
        guard view.hasTree else { return false }
        for token in stride(from: candidate.head - 1, through: 0, by: -1)
        where view.tokens[token].baseRelation == "nsubj" && view.tokens[token].tag != .pron {
            let isNamed = range(of: candidate.sentence).contains { other in
                candidates[other].tokens.contains(token)
                    && assigned[other].map { clusters[$0].kind == .person } ?? false
            }
            return !isNamed && Self.unnamed.contains(view.lemmas[token])
        }
        return false
    }

    private static let unnamed: Set<String> = [
        "man", "woman", "boy", "girl", "soldier", "officer", "policeman", "person", "witness", "resident", "student",
        "spokesman", "spokeswoman", "spokesperson", "official", "diplomat", "commander", "lawyer", "source",
    ]

    private func allows(_ cluster: Int, _ features: PronounFeatures) -> Bool {
        let made = clusters[cluster]
        if features.isPlural { return made.kind == .group || made.kind == .organization || made.kind == .state }
        if features.isNeuter {
            return made.kind == .state || made.kind == .organization
                || made.kind == .group && !(made.names.first?.name.hasSuffix("s") ?? true)
        }
        return made.kind == .person && (made.gender == .unknown || made.gender == features.gender)
    }

    private func agreement(_ cluster: Int, _ features: PronounFeatures) -> Double {
        let made = clusters[cluster]
        if features.isPlural { return made.kind == .group || made.isPlural ? 1 : made.kind == .state ? -0.6 : 0 }
        if features.isNeuter { return made.isPlural ? -1 : 0 }
        if made.gender == features.gender { return 0.6 }
        return features.gender == .female ? -0.8 : 0
    }

    /// Subjects are taken up rather than objects, and names within phrases least.
    private func salience(_ index: Int) -> Double {
        let candidate = candidates[index]
        if candidate.isNested { return -1 }
        let view = views[candidate.sentence]
        guard view.hasTree else { return candidate.tokens.lowerBound < 3 ? 0.8 : 0 }
        switch view.tokens[candidate.head].baseRelation {
        case "nsubj": return 1.2
        case "obj", "iobj": return 0.3
        case "amod", "compound": return -0.6
        case "nmod": return -0.1
        default: return 0
        }
    }

    /// "Putin praised him": subject and object of one verb are two entities.
    private func isArgumentOfSame(_ index: Int, _ earlier: Int) -> Bool {
        guard candidates[index].sentence == candidates[earlier].sentence else { return false }
        let view = views[candidates[index].sentence]
        guard view.hasTree else { return false }
        let a = view.tokens[candidates[index].head]
        let b = view.tokens[candidates[earlier].head]
        if a.head == candidates[earlier].head { return true }
        let arguments: Set<Substring> = ["nsubj", "obj", "iobj", "obl"]
        return a.head == b.head && arguments.contains(a.baseRelation) && arguments.contains(b.baseRelation)
    }

    // MARK: Speakers

    /// Who says the quotation that a candidate stands in: the subject of a verb of saying outside the quotation marks,
    /// in the same sentence or the nearest one beside it.
    func speaker(of index: Int) -> Int? {
        let sentence = candidates[index].sentence
        if let found = speaker(in: sentence, strict: true) { return found }
        for step in 1...3 {
            if sentence + step < views.count, step == 1, let found = speaker(in: sentence + step, strict: true) {
                return found
            }
            if sentence - step >= 0, let found = speaker(in: sentence - step, strict: true) { return found }
        }
        return nil
    }

    private func speaker(in sentence: Int, strict: Bool) -> Int? {
        let view = views[sentence]
        for index in range(of: sentence) {
            guard let cluster = assigned[index], !candidates[index].isQuoted,
                [.person, .state, .organization].contains(clusters[cluster].kind)
            else { continue }
            if view.hasTree {
                let token = view.tokens[candidates[index].head]
                if token.baseRelation == "nsubj", token.head >= 0, Self.sayings.contains(view.lemmas[token.head]) {
                    return cluster
                }
            } else if saysBeside(candidates[index], view) {
                return cluster
            }
        }
        return nil
    }

    private func saysBeside(_ candidate: Candidate, _ view: SentenceView) -> Bool {
        let after = candidate.tokens.upperBound
        let before = candidate.tokens.lowerBound - 1
        return after < view.count && Self.sayingForms.contains(view.keys[after])
            || before >= 0 && Self.sayingForms.contains(view.keys[before])
    }

    /// The candidates of a sentence.
    func range(of sentence: Int) -> Range<Int> {
        let low = candidates.partitioningIndex { $0.sentence >= sentence }
        let high = candidates.partitioningIndex { $0.sentence > sentence }
        return low..<high
    }

    static let sayings: Set<String> = [
        "say", "tell", "add", "note", "stress", "state", "declare", "announce", "insist", "claim", "warn", "write",
        "tweet", "explain",
        "reply", "respond", "argue", "comment", "conclude", "continue", "observe", "remark", "quote", "ask", "vow",
        "promise", "deny",
    ]
    static let sayingForms: Set<String> = [
        "said", "says", "told", "tells", "added", "adds", "noted", "notes", "stressed", "stated", "declared",
        "announced", "insisted",
        "claimed", "warned", "wrote", "tweeted", "explained", "replied", "responded", "argued", "commented",
        "concluded", "continued",
    ]
}

extension Array {
    /// The first index whose element fulfils a predicate that is false, then true along the array.
    func partitioningIndex(where isInSecond: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isInSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
