/// What the CoNLL 2018 shared task measures (https://universaldependencies.org/conll18/evaluation.html).
public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// Tokens as written: multiword tokens count once.
    case tokens
    case sentences
    /// Syntactic words.
    case words
    case upos
    /// Universal features; those of single languages are left out.
    case feats
    case lemmas
    /// Heads.
    case uas
    /// Heads and relations without their subtypes.
    case las
    /// Heads and relations of content words alone.
    case clas
}
