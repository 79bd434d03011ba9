import Entente

/// Passages as a list, one a row.
struct PassageListing: Sendable {
    private let edges: EdgeListing

    init(_ graph: KnowledgeGraph) { edges = EdgeListing(graph) }

    /// The passages of some edges, in the order given.
    func listing(_ rows: [(edge: Edge, passage: Edge.Passage, date: String?)]) -> Listing {
        Listing(columns: PassageListing.columns, rows: rows.map { row($0.edge, $0.passage, $0.date) })
    }

    private static let columns: [Listing.Column] = [
        .init(key: "date", title: "Date"), .init(key: "source", title: "Source"),
        .init(key: "relation", title: "Relation"),
        .init(key: "target", title: "Target"), .init(key: "status", title: "Status"),
        .init(key: "speaker", title: "Speaker"),
        .init(key: "document", title: "Document"), .init(key: "text", title: "Text"),
        .init(key: "start", title: "", isShown: false), .init(key: "end", title: "", isShown: false),
        .init(key: "confidence", title: "", isShown: false), .init(key: "attribution", title: "", isShown: false),
        .init(key: "findings", title: "", isShown: false), .init(key: "sourceId", title: "", isShown: false),
        .init(key: "targetId", title: "", isShown: false),
    ]

    private func row(_ edge: Edge, _ passage: Edge.Passage, _ date: String?) -> [Listing.Cell] {
        let evidence = passage.evidence
        return [
            date.map { .text($0) } ?? .none, .text(edges.name(edge.source)),
            .text(edge.relation.rawValue, edges.style(edge.relation)), .text(edges.name(edge.target)),
            .text(edge.status.rawValue), passage.speaker.map { .text($0.name) } ?? .none, .text(evidence.document),
            .text(evidence.text), .integer(evidence.range.lowerBound), .integer(evidence.range.upperBound),
            .number(passage.confidence, decimals: 2), .list(evidence.attribution),
            .list(evidence.findings.map { "\($0.method) \($0.name) \(Decimal.text($0.score, 2))" }), .text(edge.source),
            .text(edge.target),
        ]
    }
}
