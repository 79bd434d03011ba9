import ArgumentParser
import Entente

/// What a graph holds, in numbers.
struct Stats: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Count documents, entities by kind, relations by type and status.")

    @OptionGroup var graph: GraphOptions
    @OptionGroup var list: ListOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let graph = try graph.read(console)
        let columns = [
            Listing.Column(key: "what", title: "What"), .init(key: "name", title: "Name"),
            .init(key: "count", title: "Count"),
            .init(key: "passages", title: "Passages"),
        ]
        return try list.show(Listing(columns: columns, rows: Stats.rows(graph)), console)
    }

    private static func rows(_ graph: KnowledgeGraph) -> [[Listing.Cell]] {
        let passages = graph.edges.reduce(0) { $0 + $1.passages.count }
        var rows: [[Listing.Cell]] = [
            [.text("documents"), .text("all"), .integer(graph.documents.count), .none],
            [.text("entities"), .text("all"), .integer(graph.nodes.count), .none],
        ]
        for kind in EntityKind.allCases {
            let count = graph.nodes.count { $0.entity.kind == kind }
            if count > 0 { rows.append([.text("entities"), .text(kind.rawValue), .integer(count), .none]) }
        }
        rows.append([.text("relations"), .text("all"), .integer(graph.edges.count), .integer(passages)])
        rows += Status.allCases.compactMap { status in
            row("status", status.rawValue, graph.edges.filter { $0.status == status })
        }
        let groups = Dictionary(grouping: graph.edges, by: \.relation)
        let sorted = groups.keys.sorted {
            (-(groups[$0]?.count ?? 0), $0.rawValue) < (-(groups[$1]?.count ?? 0), $1.rawValue)
        }
        return rows + sorted.compactMap { row("relation", $0.rawValue, groups[$0] ?? []) }
    }

    private static func row(_ what: String, _ name: String, _ edges: [Edge]) -> [Listing.Cell]? {
        guard !edges.isEmpty else { return nil }
        return [.text(what), .text(name), .integer(edges.count), .integer(edges.reduce(0) { $0 + $1.passages.count })]
    }
}
