import ArgumentParser
import Entente

/// Claims that one side makes and another denies.
struct Contested: Verb {
    static let configuration = CommandConfiguration(
        abstract: "List claims that one side makes and another denies.",
        discussion: """
            EXAMPLES
              entente contested graph.jsonl
              entente contested graph.jsonl --json
            """)

    @OptionGroup var graph: GraphOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let index = try graph.index(console)
        let contests = index.contested()
        let edges = Set(contests.flatMap { $0.claims + $0.denials }).sorted().map { index.graph.edges[$0] }
        let listing = Listing(columns: Contested.columns, rows: contests.map { row($0, index) })
        return try answer.give(listing, index.graph.subset(edges: edges), inputs: [graph.graph], console)
    }

    private static let columns: [Listing.Column] = [
        .init(key: "source", title: "Source"), .init(key: "relation", title: "Relation"),
        .init(key: "target", title: "Target"), .init(key: "reason", title: "Why"),
        .init(key: "claimedBy", title: "Claimed by"), .init(key: "deniedBy", title: "Denied by"),
        .init(key: "claims", title: "Claims"), .init(key: "denials", title: "Denials"),
    ]

    private func row(_ contest: Contest, _ index: GraphIndex) -> [Listing.Cell] {
        let graph = index.graph
        return [
            .text(graph.nodes[contest.source].entity.name),
            .text(contest.relation.rawValue, EdgeListing(graph).style(contest.relation)),
            .text(graph.nodes[contest.target].entity.name), .text(contest.reason.rawValue),
            .list(voices(contest.claims, graph)), .list(voices(contest.denials, graph)),
            .integer(passages(contest.claims, graph)), .integer(passages(contest.denials, graph)),
        ]
    }

    /// Who says it: the speakers, and the documents that speak for themselves.
    private func voices(_ edges: [Int], _ graph: KnowledgeGraph) -> [String] {
        let passages = edges.flatMap { graph.edges[$0].passages }
        return Set(passages.map { $0.speaker?.name ?? $0.evidence.document }).sorted()
    }

    private func passages(_ edges: [Int], _ graph: KnowledgeGraph) -> Int {
        edges.reduce(0) { $0 + graph.edges[$1].passages.count }
    }
}
