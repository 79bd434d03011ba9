import Entente

/// Writes graphs to the files that a subcommand names.
struct GraphOutput: Sendable {
    let console: Console

    /// Writes a graph to every target.
    func write(_ graph: KnowledgeGraph, to targets: [OutputTarget]) throws(Problem) {
        let model = ExportModel(graph)
        for target in targets {
            switch target.content {
            case .export(let format):
                let dropped = try model.write(format, to: target.path)
                if dropped > 0 { console.note("\(target.path): \(dropped) control characters were left out") }
            case .picture:
                throw Problem(.usage, file: target.path, what: "pictures cannot be drawn yet", advice: "")
            }
        }
    }
}
