import Annotations
import Extraction
import Knowledge

/// Sentences in a small notation: `form_TAG` or `form_TAG_head_relation` (head counted from 1, 0 for the root), names
/// after `|` as `PER:0-2`. A line that begins with `¶` opens a paragraph. Documents are such sentences joined by one space.
enum MentionFixture {
    static func document(_ lines: [String], date: String? = nil) -> (Analysis, Document) {
        var text = ""
        var sentences: [Sentence] = []
        for line in lines {
            let opens = sentences.isEmpty || line.hasPrefix("¶")
            let parts = line.drop { $0 == "¶" || $0 == " " }.split(separator: "|", omittingEmptySubsequences: false)
            var tokens: [Token] = []
            for word in parts[0].split(separator: " ") {
                let fields = word.split(separator: "_").map(String.init)
                let form = fields[0]
                let glued =
                    ["'s", ",", ".", ")", "’s"].contains(form) || text.hasSuffix("(") || text.hasSuffix("-")
                    || form == "-"
                if !text.isEmpty, !glued { text += " " }
                let start = text.utf8.count
                text += form
                tokens.append(
                    Token(
                        range: start..<text.utf8.count, form: form, lemma: lemma(form),
                        tag: UniversalTag(rawValue: fields[1]) ?? .x,
                        features: form.hasSuffix("s") || form == "people" ? "Number=Plur" : "",
                        head: fields.count > 2 ? (Int(fields[2]) ?? 0) - 1 : -1,
                        relation: fields.count > 3 ? fields[3] : "dep"))
            }
            let names = parts.dropFirst().flatMap { $0.split(separator: " ") }.compactMap(name)
            let range = tokens[0].range.lowerBound..<tokens[tokens.count - 1].range.upperBound
            sentences.append(Sentence(range: range, tokens: tokens, names: names, opensParagraph: opens))
        }
        return (Analysis(sentences: sentences), Document(id: "fixture.txt", text: text, date: date))
    }

    private static func lemma(_ form: String) -> String {
        let known = [
            "says": "say", "said": "say", "troops": "troop", "rebels": "rebel", "officials": "official",
            "leaders": "leader", "forces": "force", "countries": "country",
        ]
        return known[form] ?? form.lowercased()
    }

    private static func name(_ text: Substring) -> NameSpan? {
        let parts = text.split(separator: ":")
        let ends = parts[1].split(separator: "-").compactMap { Int($0) }
        return NameKind(rawValue: String(parts[0])).map { NameSpan(tokens: ends[0]..<ends[1], kind: $0) }
    }

    /// Each mention as `text=id`, agents with a `!` before the id.
    static func dump(_ lines: [String], date: String? = nil, knowledge: Knowledge = .standard) -> [String] {
        let (analysis, document) = document(lines, date: date)
        let result = MentionPipeline(knowledge: knowledge).analyze(analysis, document: document)
        return result.mentions.map { mention in
            "\(document.text(mention.range))=\(mention.isAgent ? "!" : "")\(result.entities[mention.entity].id)"
        }
    }
}
