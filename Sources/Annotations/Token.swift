/// One syntactic word with all that the analyzer says of it.
public struct Token: Sendable, Hashable {
    /// The bytes of the document that the token covers.
    public var range: Range<Int>
    /// The word as written.
    public var form: String
    /// The dictionary form.
    public var lemma: String
    /// The universal part of speech.
    public var tag: UniversalTag
    /// The universal features in CoNLL-U form (`Number=Sing|Person=3`), or empty.
    public var features: String
    /// The index of the head token in the sentence, or -1 for the root.
    public var head: Int
    /// The universal dependency relation to the head with its subtype (`nsubj:pass`).
    public var relation: String
    /// True where no space stands between this token and the next (CoNLL-U `SpaceAfter=No`).
    public var gluedToNext: Bool

    /// Makes a token.
    public init(
        range: Range<Int>, form: String, lemma: String = "", tag: UniversalTag = .x, features: String = "",
        head: Int = -1, relation: String = "dep", gluedToNext: Bool = false
    ) {
        self.range = range
        self.form = form
        self.lemma = lemma
        self.tag = tag
        self.features = features
        self.head = head
        self.relation = relation
        self.gluedToNext = gluedToNext
    }

    /// The dependency relation without its subtype (`nsubj` of `nsubj:pass`).
    public var baseRelation: Substring {
        relation[..<(relation.utf8.firstIndex(of: UInt8(ascii: ":")) ?? relation.endIndex)]
    }
}

/// The universal parts of speech (https://universaldependencies.org/u/pos/).
public enum UniversalTag: String, Sendable, Hashable, CaseIterable {
    case adj = "ADJ"
    case adp = "ADP"
    case adv = "ADV"
    case aux = "AUX"
    case cconj = "CCONJ"
    case det = "DET"
    case intj = "INTJ"
    case noun = "NOUN"
    case num = "NUM"
    case part = "PART"
    case pron = "PRON"
    case propn = "PROPN"
    case punct = "PUNCT"
    case sconj = "SCONJ"
    case sym = "SYM"
    case verb = "VERB"
    case x = "X"
}
