import Annotations
import Knowledge

/// All rules by the word they start from, and the word lists.
public struct RuleSet: Sendable {
    /// A rule and which of its words matched.
    struct Entry: Sendable {
        var rule: Int
        var pattern: WordPattern
    }

    let rules: [Rule]
    let words: WordLists
    /// The dictionary forms that rules and lists ask for.
    let lemmas: LemmaTable
    private let byWord: [RuleForm: [String: [Entry]]]
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
        var index: [RuleForm: [String: [Entry]]] = [:]
        for (number, rule) in rules.enumerated() where rule.form != .link {
            for pattern in rule.words {
                index[rule.form, default: [:]][pattern.word, default: []].append(Entry(rule: number, pattern: pattern))
            }
        }
        byWord = index
        links = rules.indices.filter { rules[$0].form == .link }
    }

    /// The rules of a form that start from a word.
    func entries(_ form: RuleForm, _ word: String) -> [Entry] {
        byWord[form]?[word] ?? []
    }
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
