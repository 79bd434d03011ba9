import Annotations
import Graphs
import Testing

@testable import Exports

@Suite struct ReaderErrorTests {
    private func problem(ofLines text: String) -> GraphReadError? {
        do {
            _ = try JSONLinesReader(ontology: testOntology).read(Array(text.utf8))
            return nil
        } catch { return error }
    }

    private func problem(ofXML text: String) -> GraphReadError? {
        do {
            _ = try GraphMLReader().read(Array(text.utf8))
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        "{", "{\"a\":1e400}", "{\"source\":{\"id\":\"x\",\"kind\":\"robot\"}}", "{\"a\":\"\\x\"}", "{\"a\":1} trailing",
        "[1]",
        "{\"a\":nul}", "{\"relation\":\"backs\"}", "{\"status\":\"maybe\"}", "{\"a\":NaN}",
        "{\"t\":\"graph\",\"version\":2}",
    ])
    func brokenLinesAreNamed(_ line: String) throws {
        let found = try #require(problem(ofLines: "\n" + line))
        #expect(found.line == 2)
    }

    @Test func depthIsCapped() throws {
        let deep = "{\"a\":" + String(repeating: "[", count: 100_000)
        #expect(try #require(problem(ofLines: deep)).problem.contains("nested"))
    }

    @Test func cutOffFilesAreNoticed() throws {
        let whole = try text(.jsonLines, graph(of: ["a", "b", "c"]))
        let lines = whole.split(separator: "\n")
        let found = try #require(problem(ofLines: lines.dropLast().joined(separator: "\n")))
        #expect(found.problem.contains("cut off"))
    }

    @Test func loneSurrogatesAndBadBytesAreRepaired() throws {
        let line = """
            {"document":"\\ud800x","source":{"id":"a","name":"A","kind":"state"},"relation":"backs",\
            "target":{"id":"b","name":"\\ud83d\\ude42","kind":"state"},"status":"asserted","speaker":null,"confidence":1,\
            "evidence":{"start":0,"end":1,"text":"?"}}
            """
        var bytes = Array(line.utf8)
        if let at = bytes.firstIndex(of: UInt8(ascii: "?")) { bytes[at] = 0xFF }
        let graph = try JSONLinesReader(ontology: testOntology).read(bytes)
        #expect(graph.edges[0].passages[0].evidence.document == "\u{FFFD}x")
        #expect(graph.edges[0].passages[0].evidence.text == "\u{FFFD}")
        #expect(graph.nodes[1].entity.name == "🙂")
    }

    @Test func somebodyElsesGraphMLIsToldWhatItLacks() throws {
        let foreign = """
            <?xml version="1.0"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            <key id="d0" for="node" attr.name="label" attr.type="string"/>
            <graph edgedefault="directed"><node id="n0"/></graph></graphml>
            """
        let found = try #require(problem(ofXML: foreign))
        #expect(found.line == 4)
        #expect(found.problem.contains("node kind"))
        #expect(!found.problem.contains("node label"))
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"b\">]><graphml/>", "<a>&b;</a>", "<a><b></a></b>", "<a", "<a/><b/>", "text", "",
        "<a b=c/>", "<a>&#1;</a>", "<!-- never closed",
    ])
    func brokenXMLIsRefused(_ text: String) {
        #expect(problem(ofXML: text) != nil)
    }

    @Test func deepXMLIsRefused() throws {
        #expect(try #require(problem(ofXML: String(repeating: "<desc>", count: 100_000))).problem.contains("nested"))
    }

    @Test func changedFilesAreHeldAgainstTheInvariants() throws {
        let xml = try text(.graphML, graph(of: ["a", "b"]))
        let dangling = xml.replacing("source=\"person_1000\"", with: "source=\"nobody\"")
        #expect(try #require(problem(ofXML: dangling)).problem.contains("nobody"))
        let unknown = xml.replacing("<data key=\"e_status\">asserted", with: "<data key=\"e_status\">believed")
        #expect(try #require(problem(ofXML: unknown)).problem.contains("believed"))
    }
}
