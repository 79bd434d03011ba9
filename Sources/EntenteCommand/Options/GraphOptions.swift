import ArgumentParser
import Entente

/// The graph that a question is about.
struct GraphOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A graph that entente wrote (.graphml or .jsonl), or - for standard input.", valueName: "graph"),
        completion: .file(extensions: ["graphml", "jsonl", "gz"]))
    var graph: String

    /// Reads the graph.
    func read() throws(Problem) -> KnowledgeGraph {
        try GraphReader(ontology: Pipeline.standardOntology).read(graph)
    }
}
