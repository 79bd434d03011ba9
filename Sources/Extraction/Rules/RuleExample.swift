import Annotations

/// A sentence of a rules file that must give an assertion (`## +`) or must not (`## -`).
public struct RuleExample: Sendable, Hashable {
    /// What an example expects.
    public struct Expectation: Sendable, Hashable {
        /// The name of the source; empty where any source counts.
        public var source: String
        /// The relation.
        public var relation: Relation
        /// The name of the target; empty where any target counts.
        public var target: String
        /// The status; nil where any status counts.
        public var status: Status?
    }

    /// The file's name.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// True for `## +`.
    public var mustMatch: Bool
    /// The sentence.
    public var sentence: String
    /// What the sentence must (or must not) say.
    public var expectations: [Expectation]

    /// Reads the examples of a file: `## + SENTENCE => SOURCE | RELATION | TARGET | STATUS ; ...`.
    public static func examples(_ file: RuleFile) throws(RuleError) -> [RuleExample] {
        var examples: [RuleExample] = []
        for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let text = line.trimmed
            guard text.hasPrefix("## +") || text.hasPrefix("## -") else { continue }
            examples.append(try example(text, file: file, line: index + 1))
        }
        return examples
    }

    private static func example(_ text: String, file: RuleFile, line: Int) throws(RuleError) -> RuleExample {
        let mustMatch = text.hasPrefix("## +")
        let parts = text.dropFirst(4).split(separator: "=>", maxSplits: 1).map(\.trimmed)
        let relation = String(file.name.prefix { $0 != "." })
        guard let sentence = parts.first, !sentence.isEmpty, parts.count == 2 || !mustMatch else {
            throw RuleError(
                file: file.name, line: line, message: "an example is '## + sentence => source | target | status'")
        }
        var expectations: [Expectation] = []
        for part in parts.count == 2 ? parts[1].split(separator: ";").map(\.trimmed) : ["|"] {
            let columns = part.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
            guard columns.count == 2 || columns.count == 3 else {
                throw RuleError(file: file.name, line: line, message: "an expectation is 'source | target | status'")
            }
            let status = columns.count == 3 ? Status(rawValue: columns[2]) : mustMatch ? .asserted : nil
            guard columns.count == 2 || status != nil else {
                throw RuleError(file: file.name, line: line, message: "unknown status '\(columns[2])'")
            }
            expectations.append(
                Expectation(
                    source: columns[0], relation: Relation(rawValue: relation), target: columns[1], status: status))
        }
        return RuleExample(
            file: file.name, line: line, mustMatch: mustMatch, sentence: sentence, expectations: expectations)
    }
}
