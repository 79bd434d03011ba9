import ArgumentParser
import Entente
import Synchronization

/// The graph that a question is about.
struct GraphOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A graph that entente wrote (.graphml or .jsonl), or - for standard input.", valueName: "graph"),
        completion: .file(extensions: ["graphml", "jsonl", "gz"]))
    var graph: String

    /// Reads the graph.
    func read(_ console: Console) throws(Problem) -> KnowledgeGraph {
        let graph = try GraphReader(ontology: Pipeline.standardOntology).read(graph)
        GraphOptions.kept.withLock { $0.append(graph) }
        console.ended("read")
        return graph
    }

    /// Graphs and indices live until the process ends: to take a million edges apart would take longer than to answer.
    private static let kept = Mutex<[any Sendable]>([])

    /// Reads the graph and prepares it for questions.
    func index(_ console: Console) throws(Problem) -> GraphIndex {
        let index = GraphIndex(try read(console))
        GraphOptions.kept.withLock { $0.append(index) }
        console.ended("indexed")
        return index
    }
}
