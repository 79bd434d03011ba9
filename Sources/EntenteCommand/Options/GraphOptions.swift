import ArgumentParser
import Entente
import Synchronization

/// The graph that a question is about.
struct GraphOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A graph that entente wrote (.jsonl, .graphml or .sqlite), or - for standard input.", valueName: "graph"),
        completion: .file(extensions: ["graphml", "jsonl", "sqlite", "gz"]))
    var graph: String

    /// The answer to a question in SQL.
    func answer(_ question: String, limit: Int?, _ console: Console) throws(Problem) -> SQLAnswer {
        let database = try GraphReader(ontology: Pipeline.standardOntology).database(graph)
        console.ended("opened")
        do throws(StorageError) {
            return try database.answer(question, limit: limit)
        } catch {
            throw Problem(error, file: graph)
        }
    }

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
