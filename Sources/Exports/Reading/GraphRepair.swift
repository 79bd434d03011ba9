import Graphs

/// Holds what was read against what every graph promises.
enum GraphRepair {
    /// The graph, sorted where the file was not; throws where an id dangles or an edge occurs twice.
    static func checked(_ graph: KnowledgeGraph, line: Int) throws(GraphReadError) -> KnowledgeGraph {
        let graph = graph.sorted()
        if let problem = graph.invariantProblem() {
            throw GraphReadError(
                line: line, problem: problem, hint: "the file was changed by hand or by another program")
        }
        return graph
    }
}
