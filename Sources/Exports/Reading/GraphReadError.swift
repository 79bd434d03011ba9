/// Why a file is not a graph that Entente can read.
public struct GraphReadError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line of the file, from 1.
    public let line: Int
    /// What is wrong.
    public let problem: String
    /// What to do about it.
    public let hint: String

    /// Makes an error.
    public init(line: Int, problem: String, hint: String) {
        self.line = line
        self.problem = problem
        self.hint = hint
    }

    /// The error without the file's name: `12: the edge has no status; hint: ...`.
    public var description: String { "\(line): \(problem); hint: \(hint)" }
}
