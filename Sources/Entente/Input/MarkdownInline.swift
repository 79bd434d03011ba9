/// Turns the inline markup of Markdown into text, in one pass over the bytes.
struct MarkdownInline {
    private let source: [UInt8]
    private var index = 0
    private var output: [UInt8] = []
    private var positions: [UInt8: Int] = [:]
    /// Where in the output each open `[` stands, and whether it opens a picture.
    private var brackets: [(start: Int, isPicture: Bool)] = []

    /// The text of a paragraph with its links, emphasis, code spans, pictures and tags undone.
    static func text(_ paragraph: Substring) -> String {
        var reader = MarkdownInline(source: Array(paragraph.utf8))
        while reader.index < reader.source.count { reader.step() }
        let text = reader.output.filter { $0 != MarkdownInline.dropped }
        return String(String(decoding: text, as: UTF8.self)[...].trimmed)
    }

    /// Stands in the output for a byte that turned out to be markup.
    private static let dropped: UInt8 = 0

    private init(source: [UInt8]) { self.source = source }

    private mutating func step() {
        let byte = source[index]
        switch byte {
        case UInt8(ascii: "\\") where isPunctuation(next): append(next ?? byte, advancing: 2)
        case UInt8(ascii: "!") where next == UInt8(ascii: "["): openBracket(isPicture: true, advancing: 2)
        case UInt8(ascii: "["): openBracket(isPicture: false, advancing: 1)
        case UInt8(ascii: "]") where !brackets.isEmpty: closeBracket()
        case UInt8(ascii: "`"): index += 1
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis(byte)
        case UInt8(ascii: "<"): tag()
        case UInt8(ascii: "&"): entity()
        case UInt8(ascii: "|"): append(UInt8(ascii: " "), advancing: 1)
        default: append(byte, advancing: 1)
        }
    }

    private var next: UInt8? { index + 1 < source.count ? source[index + 1] : nil }

    private mutating func append(_ byte: UInt8, advancing count: Int) {
        output.append(byte)
        index += count
    }

    private mutating func openBracket(isPicture: Bool, advancing count: Int) {
        brackets.append((output.count, isPicture))
        append(UInt8(ascii: "["), advancing: count)
    }

    private mutating func closeBracket() {
        guard let bracket = brackets.popLast() else { return }
        index += 1
        let isLink = skipTarget()
        if bracket.isPicture {
            output.removeSubrange(bracket.start...)
        } else if isLink {
            output[bracket.start] = MarkdownInline.dropped
        } else {
            output.append(UInt8(ascii: "]"))
        }
    }

    /// Passes over `(address "title")` or `[name]` after a link's text; false where neither follows.
    private mutating func skipTarget() -> Bool {
        guard index < source.count else { return false }
        let closing: [UInt8: UInt8] = [UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "["): UInt8(ascii: "]")]
        guard let close = closing[source[index]] else { return false }
        let end = position(of: close)
        guard end - index < 2000 else { return false }
        index = end + 1
        return true
    }

    /// Where the next such byte stands; each stretch is searched once, so that text full of brackets costs no more.
    private mutating func position(of byte: UInt8) -> Int {
        if let known = positions[byte], known >= index { return known }
        let found = source[index...].firstIndex(of: byte) ?? Int.max / 2
        positions[byte] = found
        return found
    }

    /// Drops a run of emphasis marks, but not those that stand alone or inside a word.
    private mutating func emphasis(_ mark: UInt8) {
        let run = source[index...].prefix { $0 == mark }.count
        let before = index > 0 ? source[index - 1] : UInt8(ascii: " ")
        let after = index + run < source.count ? source[index + run] : UInt8(ascii: " ")
        let standsAlone = before <= 0x20 && after <= 0x20
        let isInWord = mark == UInt8(ascii: "_") && isWord(before) && isWord(after)
        if standsAlone || isInWord || (mark == UInt8(ascii: "~") && run < 2) {
            output.append(contentsOf: source[index..<(index + run)])
        }
        index += run
    }

    /// Drops an HTML tag; keeps the address of `<https://...>`.
    private mutating func tag() {
        guard let first = next, isWord(first) || first == UInt8(ascii: "/"),
            let end = source[index...].prefix(1000).firstIndex(of: UInt8(ascii: ">"))
        else { return append(UInt8(ascii: "<"), advancing: 1) }
        let content = source[(index + 1)..<end]
        if content.contains(UInt8(ascii: ":")) && !content.contains(UInt8(ascii: " ")) {
            output.append(contentsOf: content)
        }
        index = end + 1
    }

    private static let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&nbsp;": " ", "&#39;": "'"]

    private mutating func entity() {
        let head = source[index...].prefix(6)
        for (name, text) in MarkdownInline.entities where head.starts(with: name.utf8) {
            output.append(contentsOf: text.utf8)
            index += name.utf8.count
            return
        }
        append(UInt8(ascii: "&"), advancing: 1)
    }

    private func isPunctuation(_ byte: UInt8?) -> Bool {
        guard let byte, byte > 0x20, byte < 0x7F else { return false }
        return !isWord(byte)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
