import Annotations
import Knowledge

// The offices that a document gives to people.
extension EntityResolver {
    /// An office in the making, in clusters.
    struct Passage {
        var person: Int
        var owner: Int
        var use: TitleUse
        var sentence: Int
        var personTokens: Range<Int>
        var ownerTokens: Range<Int>?
    }

    /// Adds the offices to an analysis; `index` gives the entity of each cluster.
    func addOffices(to analysis: inout EntityAnalysis, _ index: [Int?]) {
        var index = index
        for number in candidates.indices {
            for passage in passages(number) {
                guard let person = index[passage.person], let title = knowledge.title(passage.use.title) else {
                    continue
                }
                guard let owner = index[passage.owner] ?? added(passage.owner, &analysis, &index), owner != person
                else { continue }
                analysis.offices.append(
                    Office(
                        person: person, owner: owner, title: title.name, relation: title.relation,
                        sentence: passage.sentence,
                        tokens: passage.use.tokens, personTokens: passage.personTokens,
                        ownerTokens: passage.ownerTokens,
                        isFormer: isFormer(passage)))
            }
        }
    }

    /// The owner of an implied office may have no mention of its own.
    private func added(_ cluster: Int, _ analysis: inout EntityAnalysis, _ index: inout [Int?]) -> Int? {
        let made = entity(cluster)
        guard !made.name.isEmpty else { return nil }
        let place = analysis.entities.firstIndex { $0.id == made.id } ?? analysis.entities.count
        if place == analysis.entities.count { analysis.entities.append(made) }
        index[cluster] = place
        return place
    }

    /// The offices of the titles before a name.
    private func passages(_ number: Int) -> [Passage] {
        let candidate = candidates[number]
        guard let person = assigned[number], clusters[person].kind == .person else { return [] }
        return candidate.titles.compactMap { use in
            let named = use.owner.flatMap { assigned[$0] }
            guard let owner = named ?? impliedOwner(of: use.title, person, number) else { return nil }
            return Passage(
                person: person, owner: owner, use: use, sentence: candidate.sentence, personTokens: candidate.tokens,
                ownerTokens: named == nil ? nil : use.owner.map { candidates[$0].tokens })
        }
    }

    /// Whose president a "President Putin" is: what the document says elsewhere, or the lists.
    private func impliedOwner(of title: String, _ person: Int, _ number: Int) -> Int? {
        guard let type = knowledge.title(title)?.type,
            ["state", "government", "minister", "region", "lawmaker"].contains(type)
        else { return nil }
        let offices = clusters[person].offices
        return offices.first { $0.title == title && $0.owner != nil }?.owner ?? offices.lazy.compactMap(\.owner).first
            ?? nearState(number, type)
    }

    /// A president or prime minister of whom the document says no more governs the state that was named just before.
    private func nearState(_ number: Int, _ type: String) -> Int? {
        guard type == "state" || type == "government" else { return nil }
        return latest(number, kinds: [.state], within: 1) ?? onlyState()
    }

    /// The state of a document that names just one.
    private func onlyState() -> Int? {
        let named = Set(assigned.compactMap { $0 }.filter { clusters[$0].kind == .state })
        return named.count == 1 ? named.first : nil
    }

    private func isFormer(_ passage: Passage) -> Bool {
        let view = views[passage.sentence]
        let low = min(passage.use.tokens.lowerBound, passage.ownerTokens?.lowerBound ?? Int.max)
        return (max(0, low - 2)..<passage.use.tokens.lowerBound).contains {
            ["former", "ex", "late", "ousted", "deposed"].contains(view.keys[$0])
        }
    }
}
