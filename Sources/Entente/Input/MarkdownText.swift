/// The text of a Markdown file without its markup.
///
/// Headings, list items and paragraphs become paragraphs; emphasis, links and code spans become their text; pictures,
/// code blocks, comments and link definitions go. Front matter gives title, date and address.
struct MarkdownText {
    private var paragraphs: [String] = []
    private var open: [Substring] = []
    private var fence: Character?
    private(set) var title: String?
    private(set) var date: String?
    private(set) var url: String?

    init(_ bytes: [UInt8]) {
        let text = MarkdownText.withoutComments(String(decoding: bytes, as: UTF8.self))
        var lines = MarkdownText.lines(text)[...]
        readFrontMatter(&lines)
        for line in lines { read(line) }
        closeParagraph()
    }

    func document(id: String) -> Document {
        Document(id: id, text: paragraphs.joined(separator: "\n\n"), title: title, date: date, url: url)
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    private mutating func readFrontMatter(_ lines: inout ArraySlice<Substring>) {
        guard lines.first?.trimmed == "---",
            let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" || $0.trimmed == "..." })
        else { return }
        for line in lines[(lines.startIndex + 1)..<end] { readField(line) }
        lines = lines[(end + 1)...]
    }

    private mutating func readField(_ line: Substring) {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return }
        let value = String(parts[1].trimmed.trimming { $0 == "\"" || $0 == "'" })
        switch parts[0].trimmed.lowercased() {
        case "title": title = value
        case "date": date = CalendarDate.normalized(value)
        case "url", "link", "source": url = value
        default: break
        }
    }

    private mutating func read(_ line: Substring) {
        let content = line.trimmed
        if toggleFence(content) || fence != nil { return }
        if content.isEmpty || MarkdownText.isRule(content) { return closeParagraph() }
        if MarkdownText.isDefinition(content) { return }
        readBlock(MarkdownText.withoutQuote(content))
    }

    private mutating func readBlock(_ content: Substring) {
        if let heading = MarkdownText.heading(content) {
            closeParagraph()
            if title == nil, content.hasPrefix("# ") { title = MarkdownInline.text(heading) }
            open = [heading]
            return closeParagraph()
        }
        let item = MarkdownText.withoutMarker(content)
        if item.startIndex != content.startIndex { closeParagraph() }
        if item.isEmpty { return closeParagraph() }
        open.append(item)
    }

    private mutating func toggleFence(_ content: Substring) -> Bool {
        guard let mark = content.first, mark == "`" || mark == "~", content.prefix(3).allSatisfy({ $0 == mark }),
            content.count >= 3
        else { return false }
        if fence == nil {
            closeParagraph()
            fence = mark
        } else if fence == mark {
            fence = nil
        }
        return true
    }

    private mutating func closeParagraph() {
        let text = MarkdownInline.text(open.joined(separator: " ")[...])
        if !text.isEmpty { paragraphs.append(text) }
        open = []
    }
}

extension MarkdownText {
    private static func heading(_ content: Substring) -> Substring? {
        let level = content.prefix { $0 == "#" }.count
        guard (1...6).contains(level), content.dropFirst(level).first.map({ $0 == " " || $0 == "\t" }) ?? false else {
            return nil
        }
        return content.dropFirst(level).trimming { $0 == "#" || $0 == " " }
    }

    /// A line of dashes, stars, underscores or equal signs, as they part or underline blocks and head tables.
    private static func isRule(_ content: Substring) -> Bool {
        content.count >= 3 && content.allSatisfy { "-*_=|: ".contains($0) }
    }

    /// A link definition or footnote: `[name]: address`.
    private static func isDefinition(_ content: Substring) -> Bool {
        guard content.first == "[", let close = content.firstIndex(of: "]") else { return false }
        return content[content.index(after: close)...].first == ":"
    }

    private static func withoutQuote(_ content: Substring) -> Substring {
        var rest = content
        while rest.first == ">" { rest = rest.dropFirst().trimmed }
        return rest
    }

    private static func withoutMarker(_ content: Substring) -> Substring {
        let digits = content.prefix { $0.isASCII && $0.isNumber }
        if (1...3).contains(digits.count), let mark = content.dropFirst(digits.count).first, mark == "." || mark == ")"
        {
            let rest = content.dropFirst(digits.count + 1)
            return rest.first == " " ? rest.trimmed : content
        }
        guard let mark = content.first, "-*+".contains(mark), content.dropFirst().first == " " else { return content }
        return content.dropFirst(2).trimmed
    }

    private static func withoutComments(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "<!--") {
            result += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstRange(of: "-->") else { return result }
            rest = rest[end.upperBound...]
        }
        return result + rest
    }
}

extension Substring {
    /// Without characters that `isDropped` names at either end.
    func trimming(_ isDropped: (Character) -> Bool) -> Substring {
        var rest = drop(while: isDropped)
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return rest
    }

    /// Without white space at either end.
    var trimmed: Substring { trimming(\.isWhitespace) }
}
