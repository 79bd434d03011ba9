import Entente

/// Relations that two graphs, or two sources, speak of, side by side.
struct ClaimListing: Sendable {
    let first: KnowledgeGraph
    let second: KnowledgeGraph
    private let names: EdgeListing
    private let otherNames: EdgeListing

    init(_ first: KnowledgeGraph, _ second: KnowledgeGraph) {
        self.first = first
        self.second = second
        names = EdgeListing(second)
        otherNames = EdgeListing(first)
    }

    /// The columns, with headings for the word that says how the two go together and for the two sides.
    static func columns(_ word: String, _ first: String, _ second: String) -> [Listing.Column] {
        [
            .init(key: word, title: word.prefix(1).uppercased() + word.dropFirst()),
            .init(key: "source", title: "Source"), .init(key: "relation", title: "Relation"),
            .init(key: "target", title: "Target"), .init(key: "first", title: Visible.line(first)),
            .init(key: "second", title: Visible.line(second)), .init(key: "sourceId", title: "", isShown: false),
            .init(key: "targetId", title: "", isShown: false),
        ]
    }

    /// The cells of a relation with the word for how the two go together.
    func row(_ word: String, _ style: Style, _ claim: ClaimDifference) -> [Listing.Cell] {
        [
            .text(word, style), .text(name(claim.source)), .text(claim.relation.rawValue, names.style(claim.relation)),
            .text(name(claim.target)), .list(claim.first.map { ClaimListing.state(first.edges[$0]) }),
            .list(claim.second.map { ClaimListing.state(second.edges[$0]) }), .text(claim.source), .text(claim.target),
        ]
    }

    /// The relations of both sides as one graph; what both have, as the second has it.
    func part(_ claims: [ClaimDifference]) -> KnowledgeGraph {
        second.subset(edges: claims.flatMap { $0.second.map { second.edges[$0] } }.sortedAsGraph)
    }

    private func name(_ id: String) -> String {
        let known = names.name(id)
        return known == id ? otherNames.name(id) : known
    }

    private static func state(_ edge: Edge) -> String { "\(edge.status.rawValue) ×\(edge.passages.count)" }
}
