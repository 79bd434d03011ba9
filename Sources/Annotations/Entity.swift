/// The kinds of entities (ontology).
public enum EntityKind: String, Sendable, Hashable, CaseIterable, Comparable {
    case person, state, organization, place, group

    /// Orders kinds by name.
    public static func < (a: EntityKind, b: EntityKind) -> Bool { a.rawValue < b.rawValue }
}

/// An entity as assertions and edges name it.
public struct EntityReference: Sendable, Hashable {
    /// The stable id, a kind and a key: `state:RUS`, `person:bashar-al-assad`.
    public var id: String
    /// The canonical name.
    public var name: String
    /// The kind.
    public var kind: EntityKind

    /// Makes a reference.
    public init(id: String, name: String, kind: EntityKind) {
        self.id = id
        self.name = name
        self.kind = kind
    }
}

/// A canonical person, state, organization, place or group.
public struct Entity: Sendable, Hashable {
    /// The stable id, a kind and a key: `state:RUS`, `person:bashar-al-assad`.
    public var id: String
    /// The fullest name in common English use.
    public var name: String
    /// The kind.
    public var kind: EntityKind
    /// The other names under which documents mention it, sorted.
    public var aliases: [String]
    /// The Wikidata id (`Q159`), where a knowledge file gives one.
    public var wikidata: String?
    /// Why the mentions are one entity: a line per merge, in order ("'Muallem' is the last name of 'Walid al-Muallem'").
    public var chain: [String]

    /// Makes an entity.
    public init(
        id: String, name: String, kind: EntityKind, aliases: [String] = [], wikidata: String? = nil,
        chain: [String] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.aliases = aliases
        self.wikidata = wikidata
        self.chain = chain
    }

    /// The entity as an assertion names it.
    public var reference: EntityReference { EntityReference(id: id, name: name, kind: kind) }
}

/// How a mention refers.
public enum MentionForm: String, Sendable, Hashable, CaseIterable {
    /// A proper name ("Dmitry Peskov", "Moscow").
    case name
    /// An adjective or noun of nationality ("Russian", "Syrians").
    case demonym
    /// A noun phrase ("the Syrian government", "rebels", "the foreign minister").
    case nominal
    /// A pronoun or possessive ("he", "its"), first person in quotations included.
    case pronoun
}

/// One place in the text that refers to an entity.
public struct Mention: Sendable, Hashable {
    /// The index of the sentence in the analysis.
    public var sentence: Int
    /// The tokens of the mention in its sentence.
    public var tokens: Range<Int>
    /// The token that heads the mention: the predicate's tree attaches here.
    public var head: Int
    /// The bytes of the document.
    public var range: Range<Int>
    /// How it refers.
    public var form: MentionForm
    /// The index of its entity in the document's entities.
    public var entity: Int
    /// Set where the mention acts for its entity: "Russian troops", "US officials" for the state.
    public var isAgent: Bool

    /// Makes a mention.
    public init(
        sentence: Int, tokens: Range<Int>, head: Int, range: Range<Int>, form: MentionForm, entity: Int,
        isAgent: Bool = false
    ) {
        self.sentence = sentence
        self.tokens = tokens
        self.head = head
        self.range = range
        self.form = form
        self.entity = entity
        self.isAgent = isAgent
    }
}
