import Annotations
import Knowledge

/// All rules by the word they start from, and the word lists.
public struct RuleSet: Sendable {
    /// A rule and which of its words matched.
    struct Entry: Sendable {
        var rule: Int
        var pattern: WordPattern
        /// The dependents that must be there, all of them.
        var dependents: [Dependent]
    }

    /// A dependent that a rule asks for: one word, or any of a list.
    struct Dependent: Sendable {
        private let word: String
        private let list: Set<String>?

        init(_ word: String, _ lists: WordLists) {
            self.word = word
            list = word.hasPrefix("@") ? lists[String(word.dropFirst())] : nil
        }

        func matches(_ other: String) -> Bool { list?.contains(other) ?? (word == other) }
    }

    /// The rules that start from one word, by form.
    struct Entries: Sendable {
        private var byForm = [[Entry]](repeating: [], count: RuleForm.allCases.count)

        subscript(form: RuleForm) -> [Entry] {
            get { byForm[form.place] }
            set { byForm[form.place] = newValue }
        }
    }

    let rules: [Rule]
    let words: WordLists
    /// The dictionary forms that rules and lists ask for.
    let lemmas: LemmaTable
    private let byWord: [String: Entries]
    /// The rules without a word, by form `link`.
    let links: [Int]

    /// Reads rule files (`backs.rules`) and the word lists (`words.tsv`); the order of the files does not matter.
    public init(files: [RuleFile]) throws(RuleError) {
        var rules: [Rule] = []
        var lists: WordLists?
        for file in files.sorted(by: { $0.name < $1.name }) {
            if file.name == "words.tsv" {
                lists = try WordLists(file)
            } else if file.name.hasSuffix(".rules") {
                rules += try RuleParser.rules(file)
            }
        }
        guard let lists else {
            throw RuleError(file: "words.tsv", line: 1, message: "the file of word lists is missing")
        }
        words = lists
        for rule in rules {
            for name in rule.words.flatMap(\.lists) where lists[name].isEmpty {
                throw RuleError(
                    file: "\(rule.relation.rawValue).rules", line: 1, message: "no list '\(name)' is in words.tsv")
            }
        }
        var known = lists.all
        for pattern in rules.flatMap(\.words) {
            known.insert(pattern.word)
            for word in (pattern.dependent ?? "").split(separator: ">") { known.insert(String(word)) }
        }
        lemmas = LemmaTable(known: known)
        self.rules = rules
        byWord = Self.index(rules, lists)
        links = rules.indices.filter { rules[$0].form == .link }
    }

    private static func index(_ rules: [Rule], _ lists: WordLists) -> [String: Entries] {
        var index: [String: Entries] = [:]
        for (number, rule) in rules.enumerated() where rule.form != .link {
            for pattern in rule.words {
                let dependents = (pattern.dependent ?? "").split(separator: ">").map { Dependent(String($0), lists) }
                index[pattern.word, default: Entries()][rule.form].append(
                    Entry(rule: number, pattern: pattern, dependents: dependents))
            }
        }
        return index
    }

    /// The rules that start from a word, or nil where none does.
    func entries(_ word: String) -> Entries? { byWord[word] }
}

extension RuleSet {
    /// Reads the files below `rules/` of the knowledge.
    public init(knowledge: Knowledge) throws(RuleError) {
        try self.init(files: RuleFile.all(in: knowledge))
    }
}

extension RuleFile {
    /// The rule files of the knowledge, by name without the folder.
    public static func all(in knowledge: Knowledge) -> [RuleFile] {
        knowledge.files.filter { $0.name.hasPrefix("rules/") }.map {
            RuleFile(name: String($0.name.dropFirst("rules/".count)), text: String(decoding: $0.bytes, as: UTF8.self))
        }
    }
}
