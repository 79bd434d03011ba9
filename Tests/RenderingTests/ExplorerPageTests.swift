import Exports
import Foundation
import Rendering
import SampleGraphs
import Testing

/// Pages with Graphviz's positions; with `ENTENTE_GALLERY=FOLDER` they are written there for the browser's test.
struct ExplorerPageTests {
    @Test(arguments: ["news", "hostile", "many"])
    func pagesGetPositions(name: String) throws {
        let graph =
            name == "news" ? SampleGraphs.news : name == "hostile" ? SampleGraphs.hostile : SampleGraphs.many(600)
        let drawing = HTMLWriter.layoutDrawing(graph)
        let size = DrawingSize(nodes: drawing.nodes, edges: drawing.edges)
        let layout = try Renderer().layout(dot: drawing.text, engine: .forExplorer(size))
        #expect(layout.placements.count == graph.nodes.count)
        let points = Dictionary(
            uniqueKeysWithValues: layout.placements.map { ($0.node, ExplorerPoint(x: $0.x, y: layout.height - $0.y)) })
        let file = ExportFile(writer: HTMLWriter(title: "A </title> sample & more", positions: points))
        let collector = ByteCollector()
        try file.write(ExportModel(graph)) { collector.append($0) }
        let text = String(decoding: collector.bytes, as: UTF8.self)
        #expect(text.contains("\"x\":"))
        guard let folder = ProcessInfo.processInfo.environment["ENTENTE_GALLERY"] else { return }
        try Data(collector.bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).html"))
    }
}
