import Annotations

/// What kind of word a rule starts from.
enum RuleForm: String, Sendable, CaseIterable {
    /// A verb with its subject, objects and obliques.
    case verb
    /// A noun that names an event ("support for", "talks between"), with its possessor and the verb that carries it.
    case noun
    /// An adjective ("loyal to", "critical of").
    case adjective
    /// A noun that names the holder of a role ("ally", "spokesman").
    case role
    /// A noun that names a body ("parliament", "rebels"), which is the source or target itself.
    case body
    /// The second part of a hyphenated participle ("Western-backed").
    case compound
    /// The first part of a hyphenated word ("pro-Beijing").
    case prefix
    /// No word of its own: two mentions joined directly ("Brussels, Belgium").
    case link

    /// The place among all forms.
    var place: Int {
        switch self {
        case .verb: 0
        case .noun: 1
        case .adjective: 2
        case .role: 3
        case .body: 4
        case .compound: 5
        case .prefix: 6
        case .link: 7
        }
    }
}

/// The word that a rule starts from.
struct WordPattern: Sendable, Hashable {
    /// The lemma in lower case.
    var word: String
    /// The verb's particle ("down" of `crack_down`).
    var particle: String?
    /// A dependent that must be there ("side" of `take>side`, a word of the list "weapon" of `send>@weapon`).
    var dependent: String?

    /// The lists of words that the dependent names.
    var lists: [String] {
        (dependent ?? "").split(separator: ">").filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
    }
}

/// A way from the word of a rule to an argument: one step, or several joined by dots (`object.owner`).
struct Slot: Sendable, Hashable {
    /// The steps in order.
    var steps: [String]
}

/// One line of a rules file.
struct Rule: Sendable {
    /// The name by which evidence refers to the rule (`backs/support`).
    var name: String
    /// The relation it finds.
    var relation: Relation
    /// What it starts from.
    var form: RuleForm
    /// The words, in file order.
    var words: [WordPattern]
    /// Where the source stands; the first slot that is filled wins.
    var source: [Slot]
    /// Where the target stands; the first slot that is filled wins.
    var target: [Slot]
    /// True for `<->`: both ends together are pairs without direction.
    var isMutual: Bool
    /// The status that the words themselves give ("offers", "refuses").
    var effect: Status?
    /// How often the rule is right where it matches, measured on the training documents.
    var score: Double
    /// The kinds that the source may have.
    var sourceKinds: Set<EntityKind>
    /// The kinds that the target may have.
    var targetKinds: Set<EntityKind>
    /// True where a noun may take its source from the subject of any clause that it is an adjunct of ("flew in for talks").
    var isAdjunct: Bool
    /// True where prepositions must stand on the noun itself, not on the verb that carries it.
    var isOwn: Bool
    /// True where an argument must be a mention itself, not the owner of a noun.
    var isDirect: Bool
    /// True where the holder of a role must be another mention than the role's noun ("members" are no member), and the
    /// owner of a body must stand outside the body's name ("the Scottish National Party" is not said to lie anywhere).
    var isApart: Bool
}
