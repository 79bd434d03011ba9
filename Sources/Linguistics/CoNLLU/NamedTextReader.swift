/// Reads names in IOB2: a token, a tab and its tag per line, an empty line between sentences, `#` lines passed over.
public struct NamedTextReader: Sendable {
    private let file: String
    private var line = 0
    private var sentences: [NamedText.Sentence] = []
    private var documentStarts: [Int] = []
    private var current = NamedText.Sentence(forms: [], names: [])

    private init(file: String) { self.file = file }

    /// Reads a file's bytes.
    public static func read(_ bytes: [UInt8], file: String) throws(AnnotatedFileError) -> NamedText {
        var reader = NamedTextReader(file: file)
        for (index, line) in try AnnotatedLines.lines(bytes, file: file).enumerated() {
            reader.line = index + 1
            try reader.read(line)
        }
        reader.endSentence()
        guard !reader.sentences.isEmpty else {
            throw AnnotatedFileError(file: file, line: reader.line, problem: .empty)
        }
        let ends = reader.documentStarts.dropFirst() + [reader.sentences.count]
        return NamedText(
            sentences: reader.sentences,
            documents: zip(reader.documentStarts, ends).map { $0..<$1 })
    }

    private mutating func read(_ line: Substring) throws(AnnotatedFileError) {
        if line.isEmpty {
            endSentence()
        } else if line.hasPrefix("# newdoc"), current.forms.isEmpty {
            documentStarts.append(sentences.count)
        } else if line.utf8.contains(UInt8(ascii: "\t")) {
            try readToken(line.split(separator: "\t", omittingEmptySubsequences: false))
        } else if line.utf8.first != UInt8(ascii: "#") {
            throw AnnotatedFileError(file: file, line: self.line, problem: .nameTag(String(line)))
        }
    }

    private mutating func readToken(_ columns: [Substring]) throws(AnnotatedFileError) {
        let tag = columns[1]
        let index = current.forms.count
        current.forms.append(String(columns[0]))
        if tag == "O" { return }
        let kind = String(tag.dropFirst(2))
        guard tag.hasPrefix("B-") || tag.hasPrefix("I-"), !kind.isEmpty, !columns[0].isEmpty else {
            throw AnnotatedFileError(file: file, line: line, problem: .nameTag(columns.joined(separator: "\t")))
        }
        // An I- that continues nothing opens a name, as the CoNLL scorer has it.
        if tag.hasPrefix("I-"), let last = current.names.last, last.kind == kind, last.tokens.upperBound == index {
            current.names[current.names.count - 1].tokens = last.tokens.lowerBound..<index + 1
        } else {
            current.names.append(NamedText.Name(tokens: index..<index + 1, kind: kind))
        }
    }

    private mutating func endSentence() {
        if !current.forms.isEmpty { sentences.append(current) }
        current = NamedText.Sentence(forms: [], names: [])
    }
}
