/// One value of an answer.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int)
    case number(Double)
    case text(String)
    case bytes([UInt8])
}

/// The rows that a question in SQL gives.
public struct SQLAnswer: Sendable, Hashable {
    /// The names of the columns; two may be equal.
    public let columns: [String]
    /// The rows, each with a value per column.
    public let rows: [[SQLValue]]
    /// True where there are more rows than were asked for.
    public let isCut: Bool

    /// Makes an answer.
    public init(columns: [String], rows: [[SQLValue]], isCut: Bool) {
        self.columns = columns
        self.rows = rows
        self.isCut = isCut
    }
}
