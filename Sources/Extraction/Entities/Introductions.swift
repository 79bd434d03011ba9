import Annotations

// "A retired general will surrender. ... General X agreed": the first sentence of a story tells who somebody is, the next
// one gives the name.
extension EntityResolver {
    /// "A suspect identified as X", "the attacker was named as X": the words between are only those of the naming.
    func identified(_ index: Int) -> Int? {
        let candidate = candidates[index]
        let view = views[candidate.sentence]
        guard candidate.form == .nominal, !view.isPlural(candidate.head) else { return nil }
        var token = candidate.head + 1
        while token < view.count, Self.between.contains(view.keys[token]) || view.tokens[token].form == "," {
            token += 1
        }
        guard token < view.count, Self.identifying.contains(view.keys[token]) else { return nil }
        let name = token + 1 < view.count && view.keys[token + 1] == "as" ? token + 2 : token + 1
        return range(of: candidate.sentence).first {
            candidates[$0].tokens.lowerBound == name && candidates[$0].form == .name
                && assigned[$0].map { clusters[$0].kind } == .person
        }.flatMap { assigned[$0] }
    }

    private static let between: Set<String> = ["was", "is", "has", "been", "later", "only", "who", "since", "also"]
    private static let identifying: Set<String> = ["identified", "named", "known", "called"]

    /// The person whom a phrase introduces: the subject of the story's first sentence is a single person without a name,
    /// and the first person named after it is new and a subject too.
    func introduced(_ index: Int) -> Int? {
        let candidate = candidates[index]
        let sentence = candidate.sentence
        guard isIntroducing(index), storyOf.first(of: sentence) == sentence, sentence + 1 < views.count,
            storyOf.areOne(sentence, sentence + 1)
        else { return nil }
        let isNamed: (Int) -> Bool = { other in
            self.assigned[other].map { self.clusters[$0].kind == .person } ?? false
                && self.candidates[other].form == .name
        }
        guard !range(of: sentence).contains(where: isNamed),
            let next = range(of: sentence + 1).first(where: isNamed),
            views[sentence + 1].tokens[candidates[next].head].baseRelation == "nsubj"
        else { return nil }
        return assigned[next]
    }

    /// Whether a phrase is a subject that names one person by what they are.
    private func isIntroducing(_ index: Int) -> Bool {
        let candidate = candidates[index]
        let view = views[candidate.sentence]
        guard candidate.form == .nominal, view.hasTree, view.keys[candidate.tokens.lowerBound] != "the",
            view.tokens[candidate.head].baseRelation == "nsubj", !view.isPlural(candidate.head)
        else { return false }
        switch candidate.referent {
        case .office: return true
        case .agent(let noun, _), .group(let noun, _): return Self.single.contains(noun)
        default: return false
        }
    }

    private static let single: Set<String> = [
        "official", "diplomat", "officer", "negotiator", "activist", "dissident", "lawmaker", "legislator",
        "politician",
        "journalist", "reporter", "aide", "candidate", "suspect", "militant", "opponent", "critic", "soldier",
        "investigator", "scientist", "teacher", "doctor",
    ]
}
