import Extraction

/// An assertion that a careful reader found in a document, with every answer that is as good.
public struct GoldAssertion: Sendable, Hashable {
    /// Whether it must be found, or merely may be.
    public enum Tier: String, Sendable, Hashable {
        case core, extra
    }

    /// One of several acceptable answers; `*` among them accepts anything.
    struct Choice<Value: Hashable & Sendable>: Hashable, Sendable {
        var values: Set<Value>
        var isOpen: Bool

        func contains(_ value: Value) -> Bool { isOpen || values.contains(value) }
    }

    /// The relation that the reader would name first.
    public var relation: Relation
    /// The status that the reader would name first.
    public var status: String
    /// Whether it must be found.
    public var tier: Tier

    var sources: Choice<ComparedName>
    var targets: Choice<ComparedName>
    var relations: Choice<Relation>
    var statuses: Choice<String>
    /// Empty where the document itself speaks.
    var speakers: Set<ComparedName>
}

/// A document with what a careful reader found in it.
public struct GoldDocument: Sendable {
    /// The file's name without its ending.
    public var name: String
    /// The text.
    public var document: Document
    /// What was found, in the order of the file.
    public var assertions: [GoldAssertion]

    /// The part of the name before the first `-`: where the document comes from.
    public var kind: String { String(name.prefix { $0 != "-" }) }
}
