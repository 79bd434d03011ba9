import Entente

/// Relations of a graph as a list.
struct EdgeListing: Sendable {
    private let graph: KnowledgeGraph

    init(_ graph: KnowledgeGraph) { self.graph = graph }

    /// The columns of every list of relations.
    static let columns: [Listing.Column] = [
        .init(key: "source", title: "Source"), .init(key: "relation", title: "Relation"),
        .init(key: "target", title: "Target"), .init(key: "status", title: "Status"),
        .init(key: "passages", title: "Passages"), .init(key: "documents", title: "Documents"),
        .init(key: "confidence", title: "Confidence"), .init(key: "speakers", title: "Speakers"),
        .init(key: "sourceId", title: "", isShown: false), .init(key: "targetId", title: "", isShown: false),
    ]

    /// The relations, those with most passages first.
    func listing(_ edges: [Edge]) -> Listing {
        let sorted = edges.enumerated().sorted { a, b in
            (-a.element.passages.count, a.offset) < (-b.element.passages.count, b.offset)
        }
        return Listing(columns: EdgeListing.columns, rows: sorted.map { row($0.element) })
    }

    /// The cells of one relation.
    func row(_ edge: Edge) -> [Listing.Cell] {
        [
            .text(name(edge.source)), .text(edge.relation.rawValue, style(edge.relation)), .text(name(edge.target)),
            .text(edge.status.rawValue), .integer(edge.passages.count), .integer(edge.documentCount),
            .number(edge.confidence, decimals: 2), .list(edge.speakerNames), .text(edge.source), .text(edge.target),
        ]
    }

    /// The name of a node.
    func name(_ id: String) -> String { graph.node(id: id)?.entity.name ?? id }

    /// How a relation looks on a terminal.
    func style(_ relation: Relation) -> Style {
        switch graph.ontology[relation]?.polarity ?? .neutral {
        case .cooperative: .cooperative
        case .hostile: .hostile
        case .structural: .structural
        case .neutral: .neutral
        }
    }
}

extension Edge {
    /// The number of documents that the passages come from.
    var documentCount: Int { Set(passages.map(\.evidence.document)).count }

    /// The names of those whose claims the passages are, sorted.
    var speakerNames: [String] { Set(passages.compactMap(\.speaker?.name)).sorted() }
}
