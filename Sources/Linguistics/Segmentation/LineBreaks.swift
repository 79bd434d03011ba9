/// Tells the line breaks of wrapped text from those that end a headline or a paragraph.
///
/// In wrapped text a line ends because the next word would not have fitted; a line that ends before that ends something.
struct LineBreaks {
    /// Lines of documents wrapped by hand or by mail programs are no longer than this.
    private static let widestWrap = 140
    private static let narrowestWrap = 45
    private static let slack = 10

    private let width: Int

    /// Learns the width from the line breaks of a document.
    init(_ words: [Word]) {
        var widest = 0
        for word in words {
            if case .newline(let length)? = word.gap { widest = max(widest, length) }
        }
        width = widest
    }

    /// True where a paragraph begins with the word at `index`.
    func opensParagraph(_ words: [Word], _ index: Int) -> Bool {
        switch words[index].gap {
        case .start?, .paragraph?: true
        case .newline(let length)?:
            index > 0 && ends(lineLength: length, previous: words[index - 1], next: words[index])
        default: false
        }
    }

    /// True where the line break before `next` ends a sentence whatever stands around it.
    private func ends(lineLength: Int, previous: Word, next: Word) -> Bool {
        if next.kind == .lower, !isBullet(previous) { return false }
        guard Self.narrowestWrap...Self.widestWrap ~= width else { return true }
        return lineLength + 1 + (next.end - next.start) + Self.slack < width
    }

    private func isBullet(_ word: Word) -> Bool {
        word.first == 0x2022 || word.first == UInt32(UInt8(ascii: ":"))
    }
}
