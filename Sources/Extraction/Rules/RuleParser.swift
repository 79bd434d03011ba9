import Annotations

/// Reads rule files: a rule a line, `form | words | source -> target | options`.
///
/// `#` starts a comment, `## +` and `## -` an example (`RuleExample`), `@ source KIND...` and `@ target KIND...` the
/// kinds of entities that the following rules of the file take.
struct RuleParser {
    private let file: RuleFile
    private let relation: Relation
    private var sourceKinds = Set(EntityKind.allCases)
    private var targetKinds = Set(EntityKind.allCases)

    private init(_ file: RuleFile) {
        self.file = file
        relation = Relation(rawValue: String(file.name.prefix { $0 != "." }))
    }

    /// Reads the rules of one file.
    static func rules(_ file: RuleFile) throws(RuleError) -> [Rule] {
        var parser = RuleParser(file)
        var rules: [Rule] = []
        for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let text = line.trimmed
            if text.isEmpty || text.hasPrefix("#") { continue }
            if text.hasPrefix("@") {
                try parser.setKinds(text, line: index + 1)
            } else {
                rules.append(try parser.rule(text, line: index + 1))
            }
        }
        return rules
    }

    private func error(_ line: Int, _ message: String) -> RuleError {
        RuleError(file: file.name, line: line, message: message)
    }

    private mutating func setKinds(_ text: String, line: Int) throws(RuleError) {
        let words = text.dropFirst().split(separator: " ").map(String.init)
        guard let end = words.first, end == "source" || end == "target" else {
            throw error(line, "'@' needs 'source' or 'target' and kinds after it")
        }
        let kinds = try kinds(words.dropFirst().joined(separator: ","), line: line)
        if end == "source" { sourceKinds = kinds } else { targetKinds = kinds }
    }

    private func kinds(_ text: String, line: Int) throws(RuleError) -> Set<EntityKind> {
        var kinds: Set<EntityKind> = []
        for word in text.split(separator: ",") {
            guard let kind = EntityKind(rawValue: word.trimmed) else {
                throw error(
                    line,
                    "unknown kind '\(word.trimmed)'; the kinds are \(EntityKind.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            kinds.insert(kind)
        }
        guard !kinds.isEmpty else { throw error(line, "no kinds named") }
        return kinds
    }

    private func rule(_ text: String, line: Int) throws(RuleError) -> Rule {
        let columns = text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
        guard columns.count == 3 || columns.count == 4 else {
            throw error(
                line, "a rule has the columns 'form | words | source -> target | options', found \(columns.count)")
        }
        guard let form = RuleForm(rawValue: columns[0]) else {
            throw error(
                line,
                "unknown form '\(columns[0])'; the forms are \(RuleForm.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        let words = columns[1].split(separator: ",").map { Self.pattern($0.trimmed) }
        guard let first = words.first, !words.contains(where: \.word.isEmpty) else {
            throw error(line, "a rule needs words")
        }
        let isMutual = columns[2].contains("<->")
        let ends = columns[2].split(separator: isMutual ? "<->" : "->", omittingEmptySubsequences: false).map(\.trimmed)
        guard ends.count == 2 else { throw error(line, "the third column needs 'source -> target' or 'one <-> other'") }
        var rule = Rule(
            name: "\(relation.rawValue)/\(first.word)", relation: relation, form: form, words: words,
            source: Self.slots(ends[0]), target: Self.slots(ends[1]), isMutual: isMutual, effect: nil, score: 0.7,
            sourceKinds: sourceKinds, targetKinds: targetKinds, isAdjunct: false, isOwn: false, isDirect: false,
            isApart: false)
        guard !rule.source.isEmpty, !rule.target.isEmpty else {
            throw error(line, "both ends of the arrow need a slot")
        }
        if columns.count == 4 { try options(columns[3], into: &rule, line: line) }
        return rule
    }

    private static func pattern(_ text: String) -> WordPattern {
        let parts = text.split(separator: ">", maxSplits: 1).map(String.init)
        let words = (parts.first ?? "").split(separator: "_", maxSplits: 1).map(String.init)
        return WordPattern(
            word: words.first ?? "", particle: words.count > 1 ? words[1] : nil,
            dependent: parts.count > 1 ? parts[1] : nil)
    }

    private static func slots(_ text: String) -> [Slot] {
        text.split(separator: ",").map { Slot(steps: $0.trimmed.split(separator: ".").map(String.init)) }.filter {
            !$0.steps.isEmpty
        }
    }

    private func options(_ text: String, into rule: inout Rule, line: Int) throws(RuleError) {
        for option in text.split(separator: " ") {
            let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
            switch (parts[0], parts.count > 1 ? parts[1] : nil) {
            case ("adjunct", nil): rule.isAdjunct = true
            case ("own", nil): rule.isOwn = true
            case ("direct", nil): rule.isDirect = true
            case ("apart", nil): rule.isApart = true
            case ("source", let value?): rule.sourceKinds = try kinds(value, line: line)
            case ("target", let value?): rule.targetKinds = try kinds(value, line: line)
            case ("score", let value?):
                guard let score = Double(value), (0...1).contains(score) else {
                    throw error(line, "the score '\(value)' is not in 0...1")
                }
                rule.score = score
            case (let word, nil):
                guard let status = Status(rawValue: word) else { throw error(line, "unknown option '\(word)'") }
                rule.effect = status
            default: throw error(line, "unknown option '\(option)'")
            }
        }
    }
}

extension StringProtocol {
    /// The text without blanks at its ends.
    var trimmed: String {
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
