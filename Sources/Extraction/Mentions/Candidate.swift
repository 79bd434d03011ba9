import Annotations
import Knowledge

/// The persons, numbers and genders of pronouns.
struct PronounFeatures: Hashable {
    /// 1 or 3.
    var person: Int
    var isPlural: Bool
    var gender: Gender
    /// True for "it" and "its": things, states and bodies.
    var isNeuter: Bool
}

/// What a candidate says of its referent before the document is resolved.
enum Referent: Hashable {
    /// An entity of the knowledge files, by index.
    case known(Int)
    /// A proper name that no file knows.
    case named(EntityKind)
    /// A noun that acts for its owner ("troops"); the owner is another candidate of the sentence, or not given.
    case agent(noun: String, owner: Int?)
    /// A group of its own, named by its words ("Syrian rebels").
    case group(noun: String, owner: Int?)
    /// A body named by a common noun and its owner ("the Syrian parliament").
    case body(noun: String, owner: Int?)
    /// One person by office ("the Syrian foreign minister").
    case office(title: String, owner: Int?)
    /// A noun that takes up what was named before ("the country", "the group").
    case anaphor(EntityKind)
    /// A pronoun or possessive.
    case pronoun(PronounFeatures)

    /// Whom a phrase belongs to: another candidate of the sentence, where it is given.
    var owner: Int? {
        switch self {
        case .agent(_, let owner), .group(_, let owner), .body(_, let owner), .office(_, let owner): owner
        case .known, .named, .anaphor, .pronoun: nil
        }
    }
}

/// A title before a name.
struct TitleUse: Hashable {
    /// The title as the knowledge files name it.
    var title: String
    /// The candidate whose state or body it is held of.
    var owner: Int?
    /// The words of the title.
    var tokens: Range<Int>
}

/// A mention in the making: a place in a sentence that may refer to an entity.
struct Candidate: Hashable {
    var sentence: Int
    var tokens: Range<Int>
    var head: Int
    var form: MentionForm
    var referent: Referent
    /// The words that name the referent, without articles, quantifiers and possessors.
    var name: String
    /// The words of a body with its owner ("Syria's parliament"), or empty.
    var ownedName = ""
    /// The comparison key of `name`.
    var key: String
    /// The gender that a title or the pronoun tells.
    var gender: Gender = .unknown
    /// The titles that stand before a person's name, the nearest first.
    var titles: [TitleUse] = []
    /// True where the candidate is part of a longer name or phrase.
    var isNested = false
    /// True where the phrase opens with "the", "this" or a possessor.
    var isDefinite = false
    /// How the known name stands for its entity, where it does.
    var sense: NameSense?
    /// True inside quotation marks.
    var isQuoted = false
}
