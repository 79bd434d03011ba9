import Annotations

/// Reads CoNLL-U (https://universaldependencies.org/format.html).
///
/// Empty nodes and enhanced dependencies are passed over.
public struct TreebankReader: Sendable {
    private let file: String
    private var line = 0
    private var sentences: [Treebank.Sentence] = []
    private var current = Treebank.Sentence(surface: [], words: [])
    /// The id of the last word of the multiword token that is being read, or 0.
    private var tokenEnd = 0
    private var headLines: [Int] = []

    private init(file: String) { self.file = file }

    /// Reads a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: its name for messages.
    public static func read(_ bytes: [UInt8], file: String) throws(AnnotatedFileError) -> Treebank {
        var reader = TreebankReader(file: file)
        for (index, line) in try AnnotatedLines.lines(bytes, file: file).enumerated() {
            reader.line = index + 1
            try reader.read(line)
        }
        try reader.endSentence()
        guard !reader.sentences.isEmpty else { throw reader.error(.empty) }
        return Treebank(sentences: reader.sentences)
    }

    private func error(_ problem: AnnotatedFileError.Problem) -> AnnotatedFileError {
        AnnotatedFileError(file: file, line: line, problem: problem)
    }

    private mutating func read(_ line: Substring) throws(AnnotatedFileError) {
        if line.isEmpty {
            try endSentence()
        } else if line.utf8.first == UInt8(ascii: "#") {
            if line.hasPrefix("# newpar") || line.hasPrefix("# newdoc") { current.opensParagraph = true }
        } else {
            try readWord(line.split(separator: "\t", omittingEmptySubsequences: false))
        }
    }

    private mutating func readWord(_ columns: [Substring]) throws(AnnotatedFileError) {
        guard columns.count == 10 else { throw error(.columns(columns.count)) }
        if columns[0].contains(".") { return }
        let ends = columns[0].split(separator: "-")
        if ends.count == 2 {
            try openToken(columns, ends)
        } else {
            try appendWord(columns)
        }
    }

    private mutating func openToken(_ columns: [Substring], _ ends: [Substring]) throws(AnnotatedFileError) {
        let count = current.words.count
        guard let first = Int(ends[0]), let last = Int(ends[1]), first == count + 1, last >= first, tokenEnd <= count
        else {
            throw error(.identifier(String(columns[0])))
        }
        tokenEnd = last
        current.surface.append(
            .init(form: String(columns[1]), words: count..<last, spaceAfter: Self.hasSpaceAfter(columns[9])))
    }

    private mutating func appendWord(_ columns: [Substring]) throws(AnnotatedFileError) {
        let count = current.words.count
        guard Int(columns[0]) == count + 1 else { throw error(.identifier(String(columns[0]))) }
        guard let tag = UniversalTag(rawValue: columns[3] == "_" ? "X" : String(columns[3])) else {
            throw error(.unknownTag(String(columns[3])))
        }
        guard let head = columns[6] == "_" ? 0 : Int(columns[6]), head >= 0 else {
            throw error(.head(String(columns[6])))
        }
        headLines.append(line)
        let features = columns[5] == "_" ? "" : String(columns[5])
        current.words.append(
            Token(
                range: 0..<0, form: String(columns[1]), lemma: String(columns[2]), tag: tag, features: features,
                head: head - 1,
                relation: String(columns[7])))
        if count >= tokenEnd {
            let space = Self.hasSpaceAfter(columns[9])
            current.surface.append(.init(form: String(columns[1]), words: count..<count + 1, spaceAfter: space))
        }
    }

    private static func hasSpaceAfter(_ column: Substring) -> Bool {
        !column.split(separator: "|").contains("SpaceAfter=No")
    }

    private mutating func endSentence() throws(AnnotatedFileError) {
        defer {
            current = Treebank.Sentence(surface: [], words: [])
            tokenEnd = 0
            headLines = []
        }
        guard !current.surface.isEmpty else { return }
        if tokenEnd > current.words.count { throw error(.unfinishedToken(current.surface.last?.form ?? "")) }
        for (word, place) in zip(current.words, headLines) where word.head >= current.words.count {
            line = place
            throw error(.head(String(word.head + 1)))
        }
        sentences.append(current)
    }
}
