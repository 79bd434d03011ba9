/// The universal dependency relations without their subtypes.
enum Link: String, Sendable, CaseIterable {
    case root, nsubj, obj, iobj, csubj, ccomp, xcomp, obl, vocative, expl, dislocated, advcl, advmod, discourse
    case aux, cop, mark, nmod, appos, nummod, acl, amod, det, clf, conj, cc, fixed, flat, list, parataxis
    case compound, orphan, goeswith, reparandum, punct, dep
    /// `case`, the preposition or possessive mark of a noun.
    case marker = "case"

    /// Reads the relation of a token; what is unknown counts as `dep`.
    init(_ relation: Substring) {
        self = Self.byName[relation] ?? .dep
    }

    // A table: reading the raw value compares the names one after another.
    private static let byName = Dictionary(
        allCases.map { (Substring($0.rawValue), $0) }, uniquingKeysWith: { first, _ in first })
}
