import Annotations

/// One passage at its place in time.
public struct TimelineEntry: Sendable, Hashable {
    /// The date of the passage, or of its document; nil where neither is known.
    public let date: String?
    /// The edge, by index.
    public let edge: Int
    /// The passage, by index in the edge.
    public let passage: Int
}

extension GraphIndex {
    /// The passages of some edges by date, then document, then place; those without a date come last.
    public func timeline(of edges: [Int]) -> [TimelineEntry] {
        let dates = Dictionary(graph.documents.map { ($0.id, $0.date) }, uniquingKeysWith: { a, _ in a })
        let entries = edges.sorted().flatMap { edge in
            graph.edges[edge].passages.indices.map { passage in
                let evidence = graph.edges[edge].passages[passage].evidence
                let date = evidence.date ?? dates[evidence.document].flatMap { $0 }
                return TimelineEntry(date: date, edge: edge, passage: passage)
            }
        }
        return entries.sorted(by: precedes)
    }

    private func precedes(_ a: TimelineEntry, _ b: TimelineEntry) -> Bool {
        if a.date != b.date {
            guard let x = a.date else { return false }
            guard let y = b.date else { return true }
            return x < y
        }
        let x = graph.edges[a.edge].passages[a.passage].evidence
        let y = graph.edges[b.edge].passages[b.passage].evidence
        if x.document != y.document { return x.document < y.document }
        if x.range.lowerBound != y.range.lowerBound { return x.range.lowerBound < y.range.lowerBound }
        return (a.edge, a.passage) < (b.edge, b.passage)
    }
}
