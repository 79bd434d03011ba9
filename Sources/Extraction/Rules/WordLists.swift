/// Named lists of words that the rules and the reader of statuses share (`words.tsv`: name, tab, words).
public final class WordLists: Sendable {
    private let lists: [String: Set<String>]

    /// The lists that the code asks for; a file must hold them all.
    static let required = [
        "light", "container", "planning", "hypothesis", "denial", "refusal", "ending", "accusation", "speech",
        "request",
        "modal-plan", "modal-possible", "negation", "condition", "hedge-adjective", "hedge-adverb", "plan-adjective",
        "claim-noun", "plan-noun", "possibility-noun", "former", "future-adverb", "stopping", "agent",
        "asking", "custody", "plea", "responsibility", "responsibility-noun",
    ]

    /// Reads the lists; a name may have several lines.
    public init(_ file: RuleFile) throws(RuleError) {
        var lists: [String: Set<String>] = [:]
        for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let columns = line.split(separator: "\t", maxSplits: 1).map(\.trimmed)
            guard columns.count == 2, !columns[1].isEmpty else {
                throw RuleError(
                    file: file.name, line: index + 1, message: "a list is a name, a tab and words with commas")
            }
            lists[columns[0], default: []].formUnion(columns[1].split(separator: ",").map(\.trimmed))
        }
        for name in Self.required where lists[name] == nil {
            throw RuleError(file: file.name, line: 1, message: "the list '\(name)' is missing")
        }
        self.lists = lists
    }

    /// The words of all lists.
    var all: Set<String> { lists.values.reduce(into: []) { $0.formUnion($1) } }

    /// A list by name, empty where the file has none.
    subscript(_ name: String) -> Set<String> { lists[name] ?? [] }
}
