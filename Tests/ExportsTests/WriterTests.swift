import Annotations
import Graphs
import Testing

@testable import Exports

@Suite struct WriterTests {
    @Test(arguments: ExportFormat.all.map(\.id))
    func everyFormatHoldsNastyTexts(_ id: String) throws {
        let format = try #require(ExportFormat.named(id))
        let model = ExportModel(graph(of: nastyTexts))
        for file in format.files {
            let collector = ByteCollector()
            try file.write(model) { collector.append($0) }
            #expect(!collector.bytes.isEmpty)
            #expect(!collector.bytes.contains { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 })
            #expect(String(validating: collector.bytes, as: UTF8.self) != nil)
        }
    }

    @Test(arguments: ExportFormat.all.map(\.id))
    func sameGraphSameBytesWhateverTheOrderItCameIn(_ id: String) throws {
        let format = try #require(ExportFormat.named(id))
        let graph = graph(of: ["a", "b", "c", "d", "e"])
        let assertions = graph.edges.flatMap { edge in
            edge.passages.map { passage in
                Assertion(
                    source: reference(edge.source, graph), relation: edge.relation,
                    target: reference(edge.target, graph),
                    status: edge.status, speaker: passage.speaker, confidence: passage.confidence,
                    evidence: passage.evidence)
            }
        }
        let entities = graph.nodes.map {
            EntityOccurrence(entity: $0.entity, document: "doc.txt", mentions: $0.mentions)
        }
        let again = GraphBuilder(ontology: testOntology).graph(
            assertions: assertions.reversed(), entities: entities.reversed(), documents: graph.documents)
        #expect(try format.bytes(ExportModel(graph)) == format.bytes(ExportModel(again)))
    }

    private func reference(_ id: String, _ graph: KnowledgeGraph) -> EntityReference {
        graph.nodes.first { $0.entity.id == id }?.entity.reference ?? EntityReference(id: id, name: id, kind: .group)
    }

    @Test func machineIdsAreNamesAndUnique() {
        let ids = ["a:b", "a;b", "", "9lives", "é", "e0123456789abcdef", String(repeating: "x", count: 500)]
        let nodes = ids.map { Node(entity: Entity(id: $0, name: $0, kind: .person), mentions: 1, documents: []) }
        let made = MachineIDs.nodes(nodes).map(\.id)
        #expect(Set(made).count == ids.count)
        #expect(made[0...1] == ["a_b", "a_b_2"])
        #expect(made[5] != "e0123456789abcdef")
        let pattern = /[A-Za-z_][A-Za-z0-9_]*/
        for id in made { #expect(id.wholeMatch(of: pattern) != nil && id.utf8.count < 70) }
    }

    @Test func edgeIdsDoNotDependOnOtherEdges() throws {
        let whole = ExportModel(graph(of: ["a", "b", "c"]))
        let edge = try #require(whole.graph.edges.last)
        let part = ExportModel(whole.graph.subset(edges: [edge]))
        #expect(part.view(part.edges[0]).id == whole.edges.last.map { whole.view($0).id })
    }

    @Test func numbersReadBackAsTheSameValue() throws {
        var numbers = SeededNumbers(seed: 9)
        let values =
            [0, 1, 0.5, 0.1, 0.91, 1e-7, 123456.789, -2.25, 1e300, 0.30000000000000004]
            + (0..<500).map { _ in Double(numbers.below(10_000)) / 10_000 }
        for value in values {
            let collector = ByteCollector()
            var out = ByteWriter { collector.append($0) }
            out.number(value)
            try out.finish()
            #expect(Double(String(decoding: collector.bytes, as: UTF8.self)) == value)
        }
    }

    @Test func writerHandsOnChunksWithoutKeepingThem() throws {
        var largest = 0
        var total = 0
        let graph = SyntheticGraph(nodes: 500, edges: 5_000).graph(ontology: testOntology)
        let report = try ExportFormat.graphML.write(ExportModel(graph)) { chunk in
            largest = max(largest, chunk.count)
            total += chunk.count
        }
        #expect(report.bytes == total)
        #expect(total > 1 << 20)
        #expect(largest < 1 << 17)
    }

    @Test func droppedCharactersAreCounted() throws {
        let graph = graph(of: ["a\u{1}b\u{FFFE}", "c"])
        #expect(try ExportFormat.graphML.write(ExportModel(graph)) { _ in }.dropped == 2)
        #expect(try ExportFormat.jsonLines.bytes(ExportModel(graph)).count > 0)
    }

    @Test func formulasAreDefusedForSpreadsheetsOnly() throws {
        let graph = graph(of: ["=1+1", "b"])
        #expect(try text(#require(ExportFormat.named("csv")), graph).contains("\"'=1+1\""))
        #expect(try text(#require(ExportFormat.named("gephi")), graph).contains("\"=1+1\""))
    }

    @Test func longestExtensionChoosesTheFormat() {
        #expect(ExportFormat.forPath("a/b.yed.graphml")?.id == "yed")
        #expect(ExportFormat.forPath("a/b.GraphML")?.id == "graphml")
        #expect(ExportFormat.forPath("out.neo4j/")?.id == "neo4j")
        #expect(ExportFormat.forPath("out") == nil)
        let extensions = ExportFormat.all.flatMap(\.extensions)
        #expect(Set(extensions).count == extensions.count)
        #expect(Set(ExportFormat.all.map(\.id)).count == ExportFormat.all.count)
    }

    @Test func dangerousDatesAreNoDates() {
        for text in ["0000-01-01", "9999-99-99", "2015-02-29", "12024-01-01", "2015-1-1", "", "２０１５-01-01"] {
            #expect(!CalendarDate.isValid(text))
        }
        #expect(CalendarDate.isValid("2016-02-29"))
    }

    @Test func yEdLabelsDoNotTurnIntoMarkup() throws {
        let yed = try text(#require(ExportFormat.named("yed")), graph(of: ["<html>x", "b"]))
        #expect(yed.contains("&lt;\u{200B}html&gt;x</y:NodeLabel>"))
    }
}
