import ArgumentParser
import Entente

/// What two sources say.
struct Compare: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Compare what two sources say: documents, outlets or speakers.",
        discussion: """
            A source is a document (its id or file name, or a part of either), an outlet (a part of the addresses of its \
            documents), or an entity, for what it is said to have said.

            EXAMPLES
              entente compare graph.jsonl reuters.com tass.com
              entente compare graph.jsonl moscow-denies.txt helicopters.txt
              entente compare graph.jsonl russia "united states"
            """)

    @OptionGroup var graph: GraphOptions

    @Argument(help: "One source.")
    var first: String

    @Argument(help: "The other source.")
    var second: String

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let whole = try graph.read(console)
        let lookup = NameLookup(index: GraphIndex(whole), console: console)
        let (a, b) = (whole.filtered(try side(first, lookup)), whole.filtered(try side(second, lookup)))
        let difference = GraphDifference(from: a, to: b)
        let claims = ClaimListing(a, b)
        let rows =
            difference.changed.map { claims.row(word($0, a, b), .hostile, $0) }
            + difference.shared.map { claims.row("agree", .cooperative, $0) }
            + difference.onlyInFirst.map { claims.row("first only", .plain, $0) }
            + difference.onlyInSecond.map { claims.row("second only", .plain, $0) }
        let listing = Listing(columns: ClaimListing.columns("they", first, second), rows: rows)
        return try answer.give(listing, both(a, b, whole), inputs: [graph.graph], console)
    }

    /// Documents whose id or address holds the text; else the entity of that name.
    private func side(_ text: String, _ lookup: NameLookup) throws(Problem) -> GraphFilter {
        let documents = lookup.index.graph.documents
        let exact = documents.filter { $0.id == text }
        let found = exact.isEmpty ? documents.filter { $0.id.contains(text) || $0.url?.contains(text) == true } : exact
        guard found.isEmpty else { return GraphFilter(documents: Set(found.map(\.id))) }
        return GraphFilter(speakers: [try lookup.id(text)])
    }

    /// `contradict` where one denies what the other claims, else `differ`.
    private func word(_ claim: ClaimDifference, _ a: KnowledgeGraph, _ b: KnowledgeGraph) -> String {
        let one = Set(claim.first.map { a.edges[$0].status })
        let other = Set(claim.second.map { b.edges[$0].status })
        let claims: Set<Status> = [.asserted, .alleged]
        let contradict =
            (one.contains(.denied) && !claims.isDisjoint(with: other))
            || (other.contains(.denied) && !claims.isDisjoint(with: one))
        return contradict ? "contradict" : "differ"
    }

    /// What either says, as the whole graph has it.
    private func both(_ a: KnowledgeGraph, _ b: KnowledgeGraph, _ whole: KnowledgeGraph) -> KnowledgeGraph {
        let said = Set((a.edges + b.edges).map(EdgeName.init))
        return whole.subset(edges: whole.edges.filter { said.contains(EdgeName($0)) })
    }

    /// What makes an edge of one graph the same as an edge of another.
    private struct EdgeName: Hashable {
        var source: String
        var relation: Relation
        var target: String
        var status: Status

        init(_ edge: Edge) {
            (source, relation) = (edge.source, edge.relation)
            (target, status) = (edge.target, edge.status)
        }
    }
}
