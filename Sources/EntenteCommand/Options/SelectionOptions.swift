import ArgumentParser
import Entente

/// Which part of a graph is meant.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only what surrounds this entity.", valueName: "name"))
    var focus: String?

    @Option(help: ArgumentHelp("How many steps from the focus.", valueName: "n"))
    var depth = 1

    @Option(
        help: ArgumentHelp(
            "Only these relations, by id, label or family (cooperative, hostile, structural, neutral); separate with commas.",
            valueName: "list"))
    var relation: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only these statuses: asserted, denied, alleged, planned, hypothetical; separate with commas.",
            valueName: "list")
    )
    var status: [String] = []

    @Option(help: ArgumentHelp("Only relations with at least this many passages.", valueName: "n"))
    var minEvidence = 1

    @Option(help: ArgumentHelp("Only this many entities, those with most passages.", valueName: "n"))
    var top: Int?

    func validate() throws {
        if depth < 0 { throw ValidationError("--depth needs a number of at least 0.") }
        if let top, top < 1 { throw ValidationError("--top needs a number of at least 1.") }
    }

    /// The part of a graph that the options choose.
    func apply(_ graph: KnowledgeGraph, _ console: Console) throws(Problem) -> KnowledgeGraph {
        let lookup = NameLookup(index: GraphIndex(graph), console: console)
        let filter = try filter(lookup)
        var part = filter == GraphFilter() ? graph : graph.filtered(filter)
        if let focus { part = try surroundings(of: lookup.id(focus), in: part) }
        return top.map { GraphIndex(part).top($0) } ?? part
    }

    /// The filter for relations, statuses and evidence.
    func filter(_ lookup: NameLookup) throws(Problem) -> GraphFilter {
        GraphFilter(
            relations: try lookup.relations(relation), statuses: try statuses(), minimumEvidence: minEvidence)
    }

    private func surroundings(of id: String, in graph: KnowledgeGraph) throws(Problem) -> KnowledgeGraph {
        let index = GraphIndex(graph)
        guard let node = index.node(id: id) else { return graph.subset(edges: []) }
        return index.ego(of: node, depth: depth)
    }

    private func statuses() throws(Problem) -> Set<Status>? {
        guard !status.isEmpty else { return nil }
        var result: Set<Status> = []
        for name in status.flatMap({ $0.split(separator: ",") }).map(String.init) {
            guard let status = Status(rawValue: name.lowercased()) else { throw unknown(name) }
            result.insert(status)
        }
        return result
    }

    private func unknown(_ name: String) -> Problem {
        let names = Status.allCases.map(\.rawValue).joined(separator: ", ")
        return Problem(.usage, file: "", what: "there is no status \"\(name)\"", advice: "use some of: \(names)")
    }
}
