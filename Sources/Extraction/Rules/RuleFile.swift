/// One file of rules or word lists, as text with its name.
public struct RuleFile: Sendable, Hashable {
    /// The file's name (`backs.rules`).
    public var name: String
    /// Its text.
    public var text: String

    /// Makes a rule file.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// What is wrong with a rule file, and where.
public struct RuleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file's name.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// What is wrong, and what would be right.
    public var message: String

    /// `file:line: message`.
    public var description: String { "\(file):\(line): \(message)" }
}
