import Entente
import Rendering

/// Writes graphs to the files that a subcommand names, and draws them.
struct GraphOutput: Sendable {
    private let options: PictureOptions
    private let engine: LayoutEngine?
    private let console: Console

    init(drawing: DrawingOptions, console: Console) {
        options = PictureOptions(theme: drawing.theme, grouping: drawing.groupBy, title: drawing.title)
        engine = drawing.layout
        self.console = console
    }

    /// Writes a graph to every target; pictures show only a part of it.
    ///
    /// - Parameters:
    ///   - graph: what files hold.
    ///   - part: what pictures show; nil for the whole graph.
    ///   - drawing: what pictures show in place of the graph.
    func write(
        _ graph: KnowledgeGraph, part: KnowledgeGraph? = nil, drawing: PictureDOT? = nil, to targets: [OutputTarget]
    ) throws(Problem) {
        lazy var model = ExportModel(graph)
        for target in targets {
            switch target.content {
            case .export(let format): noteDropped(try model.write(format, to: target.path), target.path)
            case .database: try writeDatabase(graph, target.path)
            case .explorer: try writeExplorer(graph, model, target.path)
            case .picture(let format):
                if let drawing {
                    try draw(drawing, format, engine: .fixed, target.path)
                } else {
                    try draw(part ?? graph, format, target.path)
                }
            }
        }
    }

    private func writeDatabase(_ graph: KnowledgeGraph, _ path: String) throws(Problem) {
        if path == "-", console.isTerminal { throw GraphOutput.garbled("a database") }
        try DatabaseFormat.write(graph, to: path)
    }

    private static func garbled(_ what: String) -> Problem {
        Problem(.usage, file: "-o -", what: "\(what) would garble the terminal", advice: "name a file")
    }

    private func noteDropped(_ count: Int, _ path: String) {
        if count > 0 { console.note("\(path): \(count) control characters were left out") }
    }

    // MARK: Pictures

    private func draw(_ graph: KnowledgeGraph, _ format: PictureFormat, _ path: String) throws(Problem) {
        guard !graph.nodes.isEmpty else {
            throw Problem(
                .nothingFound, file: path, what: "there is nothing to draw", advice: "ask for more of the graph")
        }
        var options = options
        if options.grouping == .bloc { options.blocs = GraphOutput.blocs(graph) }
        try draw(PictureWriter(options: options).draw(graph), format, engine: engine, path)
    }

    private func draw(
        _ drawing: PictureDOT, _ format: PictureFormat, engine: LayoutEngine?, _ path: String
    ) throws(Problem) {
        if path == "-", console.isTerminal, format != .svg { throw GraphOutput.garbled("a picture") }
        let size = DrawingSize(nodes: drawing.nodes, edges: drawing.edges)
        let picture = try attempt(path) { () throws(RenderError) in
            try ChildRenderer().render(dot: drawing.text, format: format, size: size, engine: engine)
        }
        for note in drawing.notes + picture.notes { console.note("\(path): \(note)") }
        try AtomicFile.write(picture.bytes, to: path)
    }

    private static func blocs(_ graph: KnowledgeGraph) -> [[String]] {
        GraphIndex(graph).signedNetwork().blocs().members.map { $0.map { graph.nodes[$0].entity.id } }
    }

    // MARK: Explorer

    private func writeExplorer(_ graph: KnowledgeGraph, _ model: ExportModel, _ path: String) throws(Problem) {
        let drawing = HTMLWriter.layoutDrawing(graph)
        let size = DrawingSize(nodes: drawing.nodes, edges: drawing.edges)
        var points: [String: ExplorerPoint] = [:]
        if !graph.nodes.isEmpty {
            let layout = try attempt(path) { () throws(RenderError) in
                try ChildRenderer().layout(dot: drawing.text, size: size, engine: engine ?? .forExplorer(size))
            }
            for place in layout.placements {
                points[place.node] = ExplorerPoint(x: place.x, y: layout.height - place.y)
            }
        }
        let page = ExportFile(writer: HTMLWriter(title: options.title ?? "Entente", positions: points))
        let dropped = try StreamWriting.write(to: path) { try page.write(model, to: $0).dropped }
        noteDropped(dropped, path)
    }

    /// Runs a drawing; its failure becomes a problem of the file.
    private func attempt<Result>(
        _ path: String, _ body: () throws(RenderError) -> Result
    ) throws(Problem) -> Result {
        do throws(RenderError) {
            return try body()
        } catch {
            let kind: Problem.Kind = if case .tooLarge = error { .data } else { .failedIO }
            throw Problem(kind, file: path, what: error.description, advice: "")
        }
    }
}
