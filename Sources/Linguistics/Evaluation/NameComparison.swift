import Annotations

/// Compares names by exact span and kind.
public struct NameComparison: Sendable, Hashable {
    /// The kinds that the total counts: nationalities are names to some corpora only.
    static let counted: Set<String> = [
        NameKind.person.rawValue, NameKind.organization.rawValue, NameKind.place.rawValue,
    ]

    /// The scores of each kind that the gold or the system has.
    public private(set) var byKind: [String: Score] = [:]

    /// The score over persons, organizations and places.
    public var total: Score {
        byKind.reduce(into: Score()) { if Self.counted.contains($1.key) { $0 += $1.value } }
    }

    /// Compares the names of sentences, one by one.
    public init(gold: [NamedText.Sentence], system: [[NameSpan]]) {
        for (sentence, found) in zip(gold, system) {
            let names = sentence.names.map { NamedText.Name(tokens: $0.tokens, kind: Self.kind($0.kind)) }
            add(Set(names), Set(found.map { NamedText.Name(tokens: $0.tokens, kind: $0.kind.rawValue) }))
        }
    }

    /// Corpora that call nationalities miscellaneous mean nearly nothing else by it.
    private static func kind(_ name: String) -> String { name == "MISC" ? NameKind.demonym.rawValue : name }

    private mutating func add(_ gold: Set<NamedText.Name>, _ system: Set<NamedText.Name>) {
        for name in gold { byKind[name.kind, default: Score()].gold += 1 }
        for name in system { byKind[name.kind, default: Score()].system += 1 }
        for name in gold.intersection(system) { byKind[name.kind, default: Score()].correct += 1 }
    }
}
