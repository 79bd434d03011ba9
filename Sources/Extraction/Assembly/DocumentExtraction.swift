import Annotations

/// All that a document says: its mentions, its entities and the assertions between them.
public struct DocumentExtraction: Sendable, Hashable {
    /// The mentions, sorted by sentence and tokens.
    public var mentions: [Mention]
    /// The entities, in order of their first mention.
    public var entities: [Entity]
    /// The assertions in document order.
    public var assertions: [Assertion]

    /// Makes an extraction from its parts.
    public init(mentions: [Mention], entities: [Entity], assertions: [Assertion]) {
        self.mentions = mentions
        self.entities = entities
        self.assertions = assertions
    }
}
