import Entente

/// What stages make of a document, for people to read.
enum DumpText {
    /// The text that byte offsets refer to, line by line with the offset of each line.
    static func text(_ document: Document) -> String {
        var result = ""
        var offset = 0
        for line in document.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            result += "\(padded(String(offset), -8))  \(Visible.line(String(decoding: line, as: UTF8.self)))\n"
            offset += line.count + 1
        }
        return result
    }

    /// The tokens: number, bytes, form, lemma, part of speech, features, name tag.
    static func tokens(_ analysis: Analysis) -> String {
        analysis.sentences.enumerated().map { number, sentence in
            let head = "sentence \(number)  \(sentence.range.lowerBound)-\(sentence.range.upperBound)\n"
            let rows = sentence.tokens.enumerated().map { index, token in
                [
                    padded(String(index), -4), padded("\(token.range.lowerBound)-\(token.range.upperBound)", 12),
                    padded(token.form, 18), padded(token.lemma, 18), padded(token.tag.rawValue, 5),
                    padded(name(index, sentence), 5),
                    token.features,
                ].joined(separator: "  ")
            }
            return head + rows.map { trimmed($0) + "\n" }.joined()
        }.joined(separator: "\n")
    }

    /// The trees: each word below its head, with its dependency relation.
    static func trees(_ analysis: Analysis, _ document: Document) -> String {
        analysis.sentences.enumerated().map { number, sentence in
            "sentence \(number)  \(Visible.line(document.text(sentence.range)))\n" + TreeText(sentence).text
        }.joined(separator: "\n")
    }

    /// The mentions: bytes, how they refer, the text, and the entity.
    static func mentions(_ found: DocumentExtraction, _ document: Document) -> String {
        found.mentions.map { mention in
            let entity = found.entities[mention.entity]
            let row = [
                padded("\(mention.range.lowerBound)-\(mention.range.upperBound)", 12), padded(mention.form.rawValue, 8),
                padded(Visible.line(document.text(mention.range)), 32),
                "\(Visible.line(entity.name)) (\(entity.kind.rawValue))" + (mention.isAgent ? ", acting for it" : ""),
            ]
            return row.joined(separator: "  ") + "\n"
        }.joined()
    }

    /// The entities: kind, name, mentions, other names, and why the mentions are one.
    static func entities(_ found: DocumentExtraction) -> String {
        var counts = [Int](repeating: 0, count: found.entities.count)
        for mention in found.mentions { counts[mention.entity] += 1 }
        return zip(found.entities, counts).map { entity, count in
            let row = [
                padded(entity.kind.rawValue, 12), padded(Visible.line(entity.name), 32), padded("\(count)", -4),
                padded(Visible.line(entity.id), 36), Visible.line(entity.aliases.joined(separator: ", ")),
            ]
            let reasons = entity.chain.map { "      " + Visible.line($0) + "\n" }
            return trimmed(row.joined(separator: "  ")) + "\n" + reasons.joined()
        }.joined()
    }

    private static func name(_ token: Int, _ sentence: Sentence) -> String {
        sentence.names.first { $0.tokens.contains(token) }?.kind.rawValue ?? ""
    }

    /// The text filled with spaces to a width; on the left where the width is negative.
    private static func padded(_ text: String, _ width: Int) -> String {
        let text = Visible.line(text)
        let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
        return width < 0 ? spaces + text : text + spaces
    }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }
}

/// A sentence's tree as indented lines.
private struct TreeText {
    private let sentence: Sentence
    private let children: [[Int]]

    init(_ sentence: Sentence) {
        self.sentence = sentence
        var children = [[Int]](repeating: [], count: sentence.tokens.count)
        for (index, token) in sentence.tokens.enumerated() where sentence.tokens.indices.contains(token.head) {
            children[token.head].append(index)
        }
        self.children = children
    }

    /// The roots with all below them, depth first, without recursion.
    var text: String {
        var result = ""
        var pending = sentence.tokens.indices.filter { !sentence.tokens.indices.contains(sentence.tokens[$0].head) }
            .reversed().map { (token: $0, depth: 1) }
        while let (index, depth) = pending.popLast() {
            let token = sentence.tokens[index]
            let indent = String(repeating: "  ", count: min(depth, 40))
            result += "\(indent)\(token.relation)  \(Visible.line(token.form))  \(token.tag.rawValue)\n"
            pending += children[index].reversed().map { (token: $0, depth: depth + 1) }
        }
        return result
    }
}
