/// A name found in a sentence.
public struct NameSpan: Sendable, Hashable {
    /// The tokens of the name, as indices in the sentence.
    public var tokens: Range<Int>
    /// What kind of name it is.
    public var kind: NameKind

    /// Makes a name span.
    public init(tokens: Range<Int>, kind: NameKind) {
        self.tokens = tokens
        self.kind = kind
    }
}

/// The kinds of names that the analyzer tells apart.
public enum NameKind: String, Sendable, Hashable, CaseIterable {
    case person = "PER"
    case organization = "ORG"
    case place = "LOC"
    /// Nationalities, demonyms and peoples ("Russian", "Sunnis").
    case demonym = "NORP"
}

/// A span that the learned tagger takes for an actor: a name, or a noun phrase such as "the rebels".
public struct ActorSpan: Sendable, Hashable {
    /// The tokens of the span, as indices in the sentence.
    public var tokens: Range<Int>
    /// What kind of actor it is taken for.
    public var kind: EntityKind

    /// Makes an actor span.
    public init(tokens: Range<Int>, kind: EntityKind) {
        self.tokens = tokens
        self.kind = kind
    }
}

/// The encoder's vectors of a sentence, one row per token, as the pair scorer takes them: in bytes.
///
/// The value at column c of row r is `(codes[r * width + c] - 128) * scales[r]`. Bytes take a quarter of the memory of
/// floats and lose nothing, because the scorer's first layer would round to them anyway.
public struct TokenVectors: Sendable, Hashable {
    /// The number of values per token.
    public var width: Int
    /// `tokens * width` codes, row by row, around 128.
    public var codes: [UInt8]
    /// One scale per token.
    public var scales: [Float]

    /// Makes vectors from rows laid end to end.
    public init(width: Int, codes: [UInt8], scales: [Float]) {
        self.width = width
        self.codes = codes
        self.scales = scales
    }
}

/// A sentence with its tokens, tree and names.
public struct Sentence: Sendable, Hashable {
    /// The bytes of the document from the first to the last token.
    public var range: Range<Int>
    /// The tokens in order.
    public var tokens: [Token]
    /// The names, in order and without overlap.
    public var names: [NameSpan]
    /// The spans of the learned actor tagger, in order and without overlap.
    public var actors: [ActorSpan]
    /// The encoder's vectors, where a model made the analysis.
    public var vectors: TokenVectors?
    /// True for the first sentence of a paragraph.
    public var opensParagraph: Bool

    /// Makes a sentence.
    public init(
        range: Range<Int>, tokens: [Token], names: [NameSpan] = [], actors: [ActorSpan] = [],
        vectors: TokenVectors? = nil, opensParagraph: Bool = false
    ) {
        self.range = range
        self.tokens = tokens
        self.names = names
        self.actors = actors
        self.vectors = vectors
        self.opensParagraph = opensParagraph
    }
}

/// A document's sentences as the analyzer made them.
public struct Analysis: Sendable, Hashable {
    /// The sentences in document order.
    public var sentences: [Sentence]

    /// Makes an analysis.
    public init(sentences: [Sentence]) {
        self.sentences = sentences
    }
}
