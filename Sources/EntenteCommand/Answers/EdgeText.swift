import Entente

/// Relations as a person reads them, one a line.
struct EdgeText: Sendable {
    private let listing: EdgeListing
    private let console: Console

    init(_ graph: KnowledgeGraph, _ console: Console) {
        listing = EdgeListing(graph)
        self.console = console
    }

    /// `Source -relation-> Target  status  confidence  passages`.
    func line(_ edge: Edge) -> String {
        let source = console.styled(Visible.line(listing.name(edge.source)), .source)
        let target = console.styled(Visible.line(listing.name(edge.target)), .target)
        let relation = console.styled("-\(Visible.line(edge.relation.rawValue))->", listing.style(edge.relation))
        let count = edge.passages.count
        return "\(source) \(relation) \(target)  \(edge.status.rawValue)  \(Decimal.text(edge.confidence, 2))"
            + "  \(count) passage\(count == 1 ? "" : "s")"
    }
}
