/// Whether a relation brings its two ends together or sets them apart.
public enum Polarity: String, Sendable, Hashable, CaseIterable {
    case cooperative, hostile, structural, neutral
}

/// What the ontology says of one relation.
public struct RelationType: Sendable, Hashable {
    /// The relation's id.
    public var relation: Relation
    /// The label for people ("deploys to").
    public var label: String
    /// True where direction has no meaning (`alliedWith`).
    public var isSymmetric: Bool
    /// Cooperative, hostile, structural (`leads`, `partOf`) or neutral (`asks`).
    public var polarity: Polarity
    /// The PLOVER event type, or empty.
    public var plover: String
    /// The CAMEO root codes, or empty.
    public var cameo: String
    /// The Wikidata properties (`P35/P6/P488`), or empty.
    public var wikidata: String

    /// Makes a relation type.
    public init(
        relation: Relation, label: String, isSymmetric: Bool, polarity: Polarity, plover: String = "",
        cameo: String = "", wikidata: String = ""
    ) {
        self.relation = relation
        self.label = label
        self.isSymmetric = isSymmetric
        self.polarity = polarity
        self.plover = plover
        self.cameo = cameo
        self.wikidata = wikidata
    }
}

/// The relations that a graph may hold, in the order of the ontology file.
public struct Ontology: Sendable, Hashable {
    /// The relation types in file order.
    public let relations: [RelationType]
    private let index: [Relation: Int]

    /// Makes an ontology; a later row with the same id replaces an earlier one.
    public init(_ relations: [RelationType]) {
        self.relations = relations
        index = Dictionary(relations.indices.map { (relations[$0].relation, $0) }, uniquingKeysWith: { $1 })
    }

    /// The row of a relation, or nil where the ontology has none.
    public subscript(_ relation: Relation) -> RelationType? {
        index[relation].map { relations[$0] }
    }
}
