/// How many of so many.
public struct Share: Sendable, Hashable {
    /// The ones that count.
    public var part: Int
    /// All of them.
    public var whole: Int

    /// Makes a share.
    public init(_ part: Int = 0, of whole: Int = 0) {
        self.part = part
        self.whole = whole
    }

    /// The share in 0...1; 0 of nothing.
    public var value: Double { Double(part) / Double(max(1, whole)) }

    mutating func count(_ isPart: Bool) {
        whole += 1
        if isPart { part += 1 }
    }
}

/// What was found of what there is, and what was right of what was found.
public struct Agreement: Sendable, Hashable {
    /// Of the core gold assertions, the ones found.
    public var found = Share()
    /// Of the distinct claims, the ones that some gold assertion bears out.
    public var right = Share()

    /// Makes an agreement.
    public init(found: Share = Share(), right: Share = Share()) {
        self.found = found
        self.right = right
    }

    /// The share of claims that are right.
    public var precision: Double { right.value }
    /// The share of core gold assertions that were found.
    public var recall: Double { found.value }
    /// The harmonic mean of precision and recall.
    public var f1: Double { 2 * precision * recall / max(1e-9, precision + recall) }
}

/// The measures of the pipeline on a gold folder.
///
/// Everything that is split up (`byRelation`, `byStatus`, `byKind`, `reliability`) counts matches at the depth of status.
public struct RelationReport: Sendable, Hashable {
    /// Claims given about the same confidence.
    public struct Bin: Sendable, Hashable {
        /// The lowest and the highest confidence of the bin, in tenths.
        public var tenths: Range<Int>
        /// The mean confidence of its claims.
        public var confidence: Double
        /// The claims that are right.
        public var right: Share
    }

    /// How many gold assertions there are.
    public var gold = 0
    /// The measures at each depth from pair to status.
    public var depths: [MatchDepth: Agreement] = [:]
    /// Of the claims that match a gold assertion with a speaker, the ones with an acceptable speaker.
    public var speaker = Share()
    /// By the gold assertion's first relation, or the claim's.
    public var byRelation: [String: Agreement] = [:]
    /// By the gold assertion's first status, or the claim's.
    public var byStatus: [String: Agreement] = [:]
    /// By the part of the document's name before the first `-`.
    public var byKind: [String: Agreement] = [:]
    /// Bins of confidence, the lowest first; bins without claims are left out.
    public var reliability: [Bin] = []
}
