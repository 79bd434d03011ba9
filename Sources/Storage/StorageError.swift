/// Why a database cannot be read, written or asked.
public struct StorageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of trouble it is.
    public enum Kind: Sendable, Hashable {
        /// The file is not a graph that this program can read.
        case data
        /// The disk is full or fails.
        case disk
        /// The question is not one that SQLite understands.
        case question
        /// The question would change something.
        case refused
    }

    /// What kind of trouble it is.
    public let kind: Kind
    /// What is wrong.
    public let problem: String
    /// What to do about it.
    public let hint: String

    /// Makes an error.
    public init(_ kind: Kind, _ problem: String, hint: String) {
        self.kind = kind
        self.problem = problem
        self.hint = hint
    }

    /// What is wrong and what to do: `no such column: nmae; hint: ...`.
    public var description: String { "\(problem); hint: \(hint)" }
}
