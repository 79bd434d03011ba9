/// What could not be read, understood or written: where, what is wrong, and what to do about it.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of trouble it is; each kind has an exit status of its own.
    public enum Kind: Sendable, Hashable {
        /// The command was called in a way that makes no sense.
        case usage
        /// The data is not what it claims to be.
        case data
        /// The input does not exist or cannot be opened.
        case noInput
        /// The output cannot be created.
        case cannotCreate
        /// Reading or writing failed underway.
        case failedIO
        /// What was asked for is not there.
        case nothingFound
        /// The data can be used, but part of it was repaired.
        case repaired
    }

    /// What kind of trouble it is.
    public var kind: Kind
    /// The file, folder or stream.
    public var file: String
    /// The line, counted from 1, where one is to blame.
    public var line: Int?
    /// What is wrong.
    public var what: String
    /// What to do about it.
    public var advice: String

    /// Makes a problem.
    public init(_ kind: Kind, file: String, line: Int? = nil, what: String, advice: String) {
        self.kind = kind
        self.file = file
        self.line = line
        self.what = what
        self.advice = advice
    }

    /// One line: `FILE:LINE: what is wrong; what to do`.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let head = place.isEmpty ? what : "\(place): \(what)"
        return advice.isEmpty ? head : "\(head); \(advice)"
    }
}
