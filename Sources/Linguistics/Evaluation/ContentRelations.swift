/// The relations that content words have; those of function words and punctuation are left out of CLAS.
enum ContentRelations {
    private static let names: Set<Substring> = [
        "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl", "advmod",
        "discourse",
        "nmod", "appos", "nummod", "acl", "amod", "conj", "fixed", "flat", "compound", "list", "parataxis", "orphan",
        "goeswith",
        "reparandum", "root", "dep",
    ]

    /// True for a relation, given without its subtype, of content words.
    static func contains(_ relation: Substring) -> Bool { names.contains(relation) }
}
