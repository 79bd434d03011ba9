/// What is wrong in an annotated file, and where.
public struct AnnotatedFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a line should have been.
    public enum Problem: Sendable, Hashable {
        case notUTF8
        /// A word line with another number of columns than ten.
        case columns(Int)
        /// An id that does not follow the one before.
        case identifier(String)
        /// A head that is no number, or no word of the sentence.
        case head(String)
        case unknownTag(String)
        /// A line without a tab, or a tag that is not O, B-X or I-X.
        case nameTag(String)
        /// A multiword token whose words are missing.
        case unfinishedToken(String)
        /// No sentence at all.
        case empty
    }

    /// The file as it was named to the reader.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// What is wrong there.
    public var problem: Problem

    /// Makes an error.
    public init(file: String, line: Int, problem: Problem) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    /// `file:line: what is wrong`.
    public var description: String { "\(file):\(line): \(explanation)" }

    /// What is wrong, without the place.
    public var explanation: String {
        switch problem {
        case .notUTF8: "not UTF-8"
        case .columns(let count): "\(count) columns where CoNLL-U has 10"
        case .identifier(let text): "the id '\(text)' does not follow the one before"
        case .head(let text): "the head '\(text)' is no word of the sentence"
        case .unknownTag(let text): "'\(text)' is no universal part of speech"
        case .nameTag(let text): "'\(text)' is no token with an IOB2 tag"
        case .unfinishedToken(let text): "the words of '\(text)' are missing"
        case .empty: "no sentence"
        }
    }
}
