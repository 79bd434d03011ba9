import Annotations

/// Turns a reading into the status and speaker of a relation: whose deed it is decides what a reported claim is.
struct StatusPolicy: Sendable {
    /// Relations whose report by somebody else is a claim rather than a fact: deeds that are seldom admitted.
    private static let claims: Set<String> = ["attacks", "arms", "aids", "backs", "deploysTo", "seizes", "opposes"]
    /// Relations that hold of offices and places whatever the clause around them says.
    private static let standing: Set<String> = ["leads", "represents", "memberOf", "partOf", "locatedIn"]

    /// Whether a relation states an office, a membership or a place.
    static func isStanding(_ relation: Relation) -> Bool { standing.contains(relation.rawValue) }

    /// The status of a relation whose source is an entity.
    static func status(_ reading: StatusReading, relation: Relation, source: Int, speaker: Int?) -> Status {
        guard reading.status == .asserted, reading.isReported, let speaker, speaker != source else {
            return reading.status
        }
        return claims.contains(relation.rawValue) ? .alleged : .asserted
    }
}
