import Annotations

/// An entity that a knowledge file names.
public struct KnownEntity: Sendable, Hashable {
    /// The stable id (`state:RUS`).
    public var id: String
    /// The canonical name.
    public var name: String
    /// The kind.
    public var kind: EntityKind
    /// The type within the kind: of organizations `armed`, `media`, `ministry` ...; of places `city`, `region`.
    public var type: String
    /// The id of the state or body it belongs to, or nil.
    public var owner: String?
    /// The other names.
    public var aliases: [String]
    /// The Wikidata id, where a file gives one.
    public var wikidata: String?

    /// Makes a known entity.
    public init(
        id: String, name: String, kind: EntityKind, type: String = "", owner: String? = nil, aliases: [String] = [],
        wikidata: String? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.type = type
        self.owner = owner
        self.aliases = aliases
        self.wikidata = wikidata
    }
}

/// How a known name stands for its entity.
public enum NameSense: UInt8, Sendable, Hashable {
    /// A name of the entity itself.
    case name
    /// An adjective of nationality ("Syrian").
    case adjective
    /// A noun for its people ("Syrians").
    case people
    /// A capital or seat of government ("Moscow", "Kremlin").
    case seat
}

/// One meaning of a name.
public struct KnownName: Sendable, Hashable {
    /// The index of the entity in `Knowledge.entities`.
    public var entity: Int
    /// How the name stands for it.
    public var sense: NameSense
    /// True where the name is written in capitals only (`WHO`), so that `who` is not it.
    public var isAcronym: Bool
}

/// An office that somebody held at some time.
public struct Tenure: Sendable, Hashable {
    /// The index of the person in `Knowledge.entities`.
    public var person: Int
    /// The id of the state or body of the office.
    public var owner: String
    /// The relation of the holder to it.
    public var relation: Relation
    /// The office ("prime minister").
    public var office: String
    /// The first day, month or year, or empty where unknown.
    public var from: String
    /// The last day, month or year, or empty where it goes on.
    public var to: String

    /// True where the office was held on a day (`YYYY-MM-DD`), as far as the dates say.
    public func covers(_ date: String) -> Bool {
        (from.isEmpty || String(date.prefix(from.count)) >= from) && (to.isEmpty || String(date.prefix(to.count)) <= to)
    }
}

/// A title or office and what it implies for its holder.
public struct Title: Sendable, Hashable {
    /// The title in lower case ("foreign minister").
    public var name: String
    /// `leads`, `represents` or `memberOf`.
    public var relation: Relation
    /// The class: `state`, `government`, `minister`, `spokesperson` ...
    public var type: String
}

/// What a noun does that can be an actor.
public enum ActorRole: String, Sendable, Hashable, CaseIterable {
    /// Acts for its owner ("troops", "officials").
    case agent
    /// A body with a name of its own ("ministry", "police").
    case body
    /// A group of its own ("rebels").
    case group
    /// People who are actors only where the text makes them so ("men").
    case people
    /// One person, by office ("spokesman").
    case office
}

/// The gender that a name or title tells.
public enum Gender: UInt8, Sendable, Hashable {
    case unknown, male, female
}
