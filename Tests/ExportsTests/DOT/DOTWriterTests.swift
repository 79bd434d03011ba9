import Annotations
import Foundation
import Graphs
import SampleGraphs
import Testing

@testable import Exports

/// DOT as data: everything is in it, and Graphviz reads it without a word.
struct DOTWriterTests {
    static let writers: [DOTWriter] = [
        DOTWriter(), DOTWriter(options: PictureOptions(theme: .dark)), DOTWriter(detail: .plain),
    ]
    static let graphs: [KnowledgeGraph] = [SampleGraphs.news, SampleGraphs.hostile]

    private func bytes(_ writer: any ExportWriter, _ graph: KnowledgeGraph) throws -> [UInt8] {
        let collector = ByteCollector()
        try ExportFile(writer: writer).write(ExportModel(graph)) { collector.append($0) }
        return collector.bytes
    }

    private func text(_ writer: any ExportWriter, _ graph: KnowledgeGraph) throws -> String {
        String(decoding: try bytes(writer, graph), as: UTF8.self)
    }

    @Test(arguments: writers.indices, graphs.indices)
    func graphvizReadsItWithoutAWord(writer: Int, graph: Int) throws {
        let first = try DOTTool.run("dot", ["-Tcanon"], bytes(Self.writers[writer], Self.graphs[graph]))
        guard let first else { return }
        #expect(first.status == 0)
        #expect(first.errors == "")
        let second = try #require(try DOTTool.run("dot", ["-Tcanon"], Array(first.output.utf8)))
        // Graphviz moves statements about each time it writes them, so lines are compared, not their order.
        let isStable = lines(second.output) == lines(first.output)
        #expect(isStable)
    }

    private func lines(_ text: String) -> [Substring] { text.split(separator: "\n").sorted() }

    @Test(arguments: graphs.indices)
    func gvprCountsWhatWeCount(graph: Int) throws {
        let graph = Self.graphs[graph]
        let program = "BEG_G { printf(\"%d %d\\n\", nNodes($G), nEdges($G)); }"
        guard let outcome = try DOTTool.run("gvpr", [program], bytes(DOTWriter(), graph)) else { return }
        #expect(outcome.errors == "")
        #expect(outcome.output == "\(graph.nodes.count) \(graph.edges.count)\n")
    }

    @Test func evidenceComesOutAsJSON() throws {
        let program = "E [status == \"alleged\"] { print($.evidence); }"
        for graph in Self.graphs {
            guard let outcome = try DOTTool.run("gvpr", [program], bytes(DOTWriter(), graph)) else { return }
            #expect(outcome.errors == "")
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count == graph.edges.count { $0.status == .alleged })
            let texts = try Set(
                lines.flatMap { line in
                    let passages = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [[String: Any]] ?? []
                    return passages.compactMap { $0["text"] as? String }
                })
            let expected = graph.edges.filter { $0.status == .alleged }.flatMap(\.passages).map(\.evidence.text)
            #expect(texts == Set(expected))
        }
    }

    @Test func everyAttributeIsThere() throws {
        let text = try text(DOTWriter(), SampleGraphs.news)
        let russia = try #require(text.split(separator: "\n").first { $0.hasPrefix("state_RUS [") })
        for part in [
            "label=\"Russia\"", "entity=\"state:RUS\"", "kind=\"state\"", "mentions=40", "wikidata=\"Q159\"",
            "aliases=\"[\\\"Moscow\\\",\\\"Russian Federation\\\"]\"", "shape=box",
        ] { #expect(russia.contains(part), "\(part)") }
        let denied = try #require(text.split(separator: "\n").first { $0.contains("label=\"deploys to (denied)\"") })
        for part in [
            "state_RUS -> state_SYR [key=e", "relation=\"deploysTo\"", "status=\"denied\"", "count=2",
            "confidence=0.875", "style=dashed", "arrowhead=vee",
            "documents=\"[\\\"report-1.txt\\\",\\\"report-5.txt\\\"]\"",
        ] { #expect(denied.contains(part), "\(part)") }
    }

    @Test func keysAreUnique() throws {
        let text = try text(DOTWriter(), SampleGraphs.news)
        let keys = text.split(separator: "\n").compactMap { line in
            line.range(of: "[key=").map { line[$0.upperBound...].prefix(17) }
        }
        #expect(keys.count == SampleGraphs.news.edges.count)
        #expect(Set(keys).count == keys.count)
    }

    @Test func plainHasNoDefaults() throws {
        let text = try text(DOTWriter(detail: .plain), SampleGraphs.news)
        for word in ["graph [", "node [", "edge [", "color=", "shape="] { #expect(!text.contains(word)) }
    }

    @Test func longThingsStayBelowTheLimitOfGraphviz() throws {
        var graph = SampleGraphs.news
        let passage = graph.edges[0].passages[0]
        graph.edges[0].passages = (0..<400).map { i in
            var copy = passage
            copy.evidence.text = String(repeating: "quote \" and more ", count: 20)
            copy.evidence.document = "document-\(i)-" + String(repeating: "x", count: 60)
            return copy
        }
        graph.nodes[0].entity.name = String(repeating: "name ", count: 9_000)
        let bytes = try bytes(DOTWriter(), graph)
        let longest = String(decoding: bytes, as: UTF8.self).split(separator: "\"").map(\.utf8.count).max() ?? 0
        #expect(longest < 16_000)
        #expect(String(decoding: bytes, as: UTF8.self).contains("count=400"))
        guard let outcome = try DOTTool.run("dot", ["-Tcanon"], bytes) else { return }
        #expect(outcome.status == 0 && outcome.errors == "")
    }

    @Test func idsThatAreKeywordsAreQuoted() {
        #expect(DOTText.identifier("node") == "\"node\"")
        #expect(DOTText.identifier("Strict") == "\"Strict\"")
        #expect(DOTText.identifier("nodes") == "nodes")
    }
}
