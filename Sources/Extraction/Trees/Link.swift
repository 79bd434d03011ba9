/// The universal dependency relations without their subtypes.
enum Link: String, Sendable {
    case root, nsubj, obj, iobj, csubj, ccomp, xcomp, obl, vocative, expl, dislocated, advcl, advmod, discourse
    case aux, cop, mark, nmod, appos, nummod, acl, amod, det, clf, conj, cc, fixed, flat, list, parataxis
    case compound, orphan, goeswith, reparandum, punct, dep
    /// `case`, the preposition or possessive mark of a noun.
    case marker = "case"

    /// Reads the relation of a token; what is unknown counts as `dep`.
    init(_ relation: Substring) {
        self = Link(rawValue: String(relation)) ?? .dep
    }
}
