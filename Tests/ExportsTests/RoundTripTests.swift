import Annotations
import Graphs
import Testing

@testable import Exports

@Suite struct RoundTripTests {
    private let jsonReader = JSONLinesReader(ontology: testOntology)

    @Test func jsonLinesLoseNothing() throws {
        let graph = graph(of: nastyTexts)
        let bytes = try ExportFormat.jsonLines.bytes(ExportModel(graph))
        let read = try jsonReader.read(bytes)
        #expect(read == graph)
        #expect(try ExportFormat.jsonLines.bytes(ExportModel(read)) == bytes)
    }

    @Test func graphMLLosesOnlyControlCharactersOfNames() throws {
        let graph = graph(of: nastyTexts)
        let bytes = try ExportFormat.graphML.bytes(ExportModel(graph))
        let read = try GraphMLReader().read(bytes)
        #expect(read == cleaned(graph))
        #expect(try ExportFormat.graphML.bytes(ExportModel(read)) == bytes)
    }

    @Test func randomUnicodeSurvives() throws {
        var numbers = SeededNumbers(seed: 42)
        for _ in 0..<40 {
            let graph = graph(of: (0..<10).map { _ in randomText(&numbers) })
            let lines = try ExportFormat.jsonLines.bytes(ExportModel(graph))
            #expect(try jsonReader.read(lines) == graph)
            #expect(try ExportFormat.jsonLines.bytes(ExportModel(jsonReader.read(lines))) == lines)
            let xml = try ExportFormat.graphML.bytes(ExportModel(graph))
            #expect(try GraphMLReader().read(xml) == cleaned(graph))
            #expect(try ExportFormat.graphML.bytes(ExportModel(GraphMLReader().read(xml))) == xml)
        }
    }

    @Test func syntheticGraphSurvivesBothFormats() throws {
        let graph = SyntheticGraph(nodes: 100, edges: 500).graph(ontology: testOntology)
        #expect(try jsonReader.read(ExportFormat.jsonLines.bytes(ExportModel(graph))) == graph)
        #expect(try GraphMLReader().read(ExportFormat.graphML.bytes(ExportModel(graph))) == graph)
    }

    @Test func tenMegabytesInOneStringSurvive() throws {
        var graph = graph(of: ["a", "b"])
        graph.edges[0].passages[0].evidence.text = String(repeating: "a<\u{1}é", count: 2_000_000)
        let xml = try ExportFormat.graphML.bytes(ExportModel(graph))
        #expect(xml.count > 20_000_000)
        #expect(try GraphMLReader().read(xml) == graph)
    }

    @Test func emptyGraphSurvives() throws {
        let empty = KnowledgeGraph(ontology: testOntology, documents: [], nodes: [], edges: [])
        #expect(try jsonReader.read(ExportFormat.jsonLines.bytes(ExportModel(empty))) == empty)
        #expect(try GraphMLReader().read(ExportFormat.graphML.bytes(ExportModel(empty))) == empty)
    }

    @Test func plainAssertionsMakeAGraph() throws {
        let line = """
            {"document":"report.txt","source":{"id":"state:RUS","name":"Russia","kind":"state"},"relation":"backs",\
            "target":{"id":"person:a","name":"A","kind":"person"},"status":"asserted","speaker":null,"confidence":0.91,\
            "evidence":{"start":10,"end":12,"text":"ab"}}
            """
        let graph = try jsonReader.read(Array((line + "\r\n\n" + line).utf8))
        #expect(graph.nodes.map(\.entity.name) == ["A", "Russia"])
        #expect(graph.edges.map(\.passages.count) == [1])
        #expect(graph.edges[0].confidence == 0.91)
    }
}
