/// A relation of the ontology, by its id (`backs`).
public struct Relation: RawRepresentable, Sendable, Hashable, Comparable {
    /// The id.
    public var rawValue: String

    /// Makes a relation from its id.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Orders relations by id.
    public static func < (a: Relation, b: Relation) -> Bool { a.rawValue < b.rawValue }
}

/// How a passage puts a relation (ontology).
public enum Status: String, Sendable, Hashable, CaseIterable, Comparable {
    case asserted, denied, alleged, planned, hypothetical

    /// Orders statuses as the ontology lists them.
    public static func < (a: Status, b: Status) -> Bool { a.order < b.order }

    private var order: Int { Status.allCases.firstIndex(of: self) ?? 0 }
}

/// What found an assertion.
public struct Finding: Sendable, Hashable {
    /// `rule` or `model`.
    public var method: String
    /// The rule's name, or the model's.
    public var name: String
    /// The score in 0...1.
    public var score: Double

    /// Makes a finding.
    public init(method: String, name: String, score: Double) {
        self.method = method
        self.name = name
        self.score = score
    }
}

/// The passage that says so.
public struct Evidence: Sendable, Hashable {
    /// The document's id.
    public var document: String
    /// The bytes of the document.
    public var range: Range<Int>
    /// Exactly those bytes as text.
    public var text: String
    /// The bytes of the mention of the source.
    public var source: Range<Int>
    /// The bytes of the mention of the target.
    public var target: Range<Int>
    /// Who is said to have said it, outermost first, where the claim is nested ("Itar-Tass", "Russia").
    public var attribution: [String]
    /// The rules and models that found it.
    public var findings: [Finding]
    /// The document's date, `YYYY-MM-DD`.
    public var date: String?

    /// Makes evidence.
    public init(
        document: String, range: Range<Int>, text: String, source: Range<Int>, target: Range<Int>,
        attribution: [String] = [], findings: [Finding] = [], date: String? = nil
    ) {
        self.document = document
        self.range = range
        self.text = text
        self.source = source
        self.target = target
        self.attribution = attribution
        self.findings = findings
        self.date = date
    }
}

/// One relation between two entities, as one passage of one document puts it.
public struct Assertion: Sendable, Hashable {
    /// Who does it.
    public var source: EntityReference
    /// What it is.
    public var relation: Relation
    /// To whom.
    public var target: EntityReference
    /// How the passage puts it.
    public var status: Status
    /// Whose claim it is; nil where the document itself speaks.
    public var speaker: EntityReference?
    /// How likely the assertion is what the passage says, in 0...1, calibrated.
    public var confidence: Double
    /// The passage.
    public var evidence: Evidence

    /// Makes an assertion.
    public init(
        source: EntityReference, relation: Relation, target: EntityReference, status: Status,
        speaker: EntityReference? = nil, confidence: Double, evidence: Evidence
    ) {
        self.source = source
        self.relation = relation
        self.target = target
        self.status = status
        self.speaker = speaker
        self.confidence = confidence
        self.evidence = evidence
    }
}
