import Annotations

/// How a passage puts a relation: its status, whose claim it is, and who reports the claim.
public struct StatusReading: Sendable, Hashable {
    /// The status by the structure of the sentence; a claim by others stays `asserted` here, with `isReported` set.
    public var status: Status
    /// The mention of the innermost speaker.
    public var speaker: Int?
    /// The mentions of all speakers, outermost first.
    public var attribution: [Int]
    /// True where a speaker vouches for it, and not the document.
    public var isReported: Bool

    /// Makes a reading.
    public init(status: Status = .asserted, speaker: Int? = nil, attribution: [Int] = [], isReported: Bool = false) {
        self.status = status
        self.speaker = speaker
        self.attribution = attribution
        self.isReported = isReported
    }
}

/// The readings of one sentence's predicates: pairs of mentions share them.
struct StatusReadings {
    private struct Key: Hashable {
        var predicate: Int
        var effect: Status?
    }

    private var known: [Key: StatusReading] = [:]

    /// The reading of a predicate, made where it is asked for first.
    mutating func reading(
        _ predicate: Int, in sentence: SentenceContext, effect: Status? = nil, by reader: StatusReader
    ) -> StatusReading {
        let key = Key(predicate: predicate, effect: effect)
        if let known = known[key] { return known }
        let reading = reader.read(predicate, in: sentence, effect: effect)
        known[key] = reading
        return reading
    }
}
