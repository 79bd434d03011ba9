import Linguistics

/// A file with the right answers: a treebank in CoNLL-U or names in IOB2.
public enum GoldFile: Sendable {
    case treebank(Treebank)
    case names(NamedText)

    /// Reads a file; which of the two it is, its first line of columns tells.
    ///
    /// - Throws: A ``Problem`` with the line where the file is not what it claims to be.
    public static func read(_ file: InputFile) throws(Problem) -> GoldFile {
        let bytes = try file.read()
        do throws(AnnotatedFileError) {
            return isTreebank(bytes)
                ? .treebank(try TreebankReader.read(bytes, file: file.name))
                : .names(try NamedTextReader.read(bytes, file: file.name))
        } catch {
            throw Problem(
                .data, file: error.file, line: error.line, what: error.explanation,
                advice: "evaluation reads CoNLL-U and IOB2 (token, tab, tag)")
        }
    }

    // A word line of CoNLL-U has nine tabs.
    private static func isTreebank(_ bytes: [UInt8]) -> Bool {
        let tab = UInt8(ascii: "\t")
        let lines = bytes.prefix(1 << 16).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        return lines.first { $0.first != UInt8(ascii: "#") && $0.contains(tab) }.map { $0.count { $0 == tab } > 3 }
            ?? true
    }
}
