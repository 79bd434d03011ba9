import Foundation
import Graphs
import SampleGraphs
import Testing

@testable import Exports

/// The explorer's page, as far as it can be judged without a browser; Tests/Interop/explorer_test.py does the rest.
struct HTMLWriterTests {
    private func page(_ graph: KnowledgeGraph, _ writer: HTMLWriter = HTMLWriter()) throws -> String {
        let collector = ByteCollector()
        try ExportFile(writer: writer).write(ExportModel(graph)) { collector.append($0) }
        return String(decoding: collector.bytes, as: UTF8.self)
    }

    private func data(_ page: String) throws -> [String: Any] {
        let start = try #require(page.range(of: "id=\"graph\">")).upperBound
        let end = try #require(page.range(of: "</script>", range: start..<page.endIndex)).lowerBound
        return try #require(try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8)) as? [String: Any])
    }

    @Test func hostileTextEndsNoElement() throws {
        let page = try page(SampleGraphs.hostile, HTMLWriter(title: "</title><script>alert(1)</script>"))
        #expect(page.components(separatedBy: "<script").count == 3)
        #expect(page.components(separatedBy: "</script").count == 3)
        #expect(page.components(separatedBy: "</title").count == 2)
        #expect(!page.contains("\u{2028}") && !page.contains("<img") && !page.contains("<IMG"))
        let nodes = try #require(try data(page)["nodes"] as? [[String: Any]])
        let names = nodes.compactMap { $0["name"] as? String }
        #expect(names.contains("</script><script>alert(1)</script>") && names.contains("line\u{2028}two\u{2029}three"))
    }

    @Test func thePolicyAllowsThePagesOwnScriptOnly() throws {
        let page = try page(SampleGraphs.news)
        let script = SHA256.base64(SHA256.hash(ExplorerAssets.script))
        #expect(page.contains("default-src 'none'; script-src 'sha256-\(script)'; style-src 'sha256-"))
        #expect(!page.contains("unsafe-inline") && !page.contains("unsafe-eval"))
        for source in ["src=\"http", "src='http", "href=\"http", "url(", "@import"] { #expect(!page.contains(source)) }
    }

    @Test func everythingIsInIt() throws {
        let data = try data(page(SampleGraphs.news))
        let nodes = try #require(data["nodes"] as? [[String: Any]])
        let edges = try #require(data["edges"] as? [[String: Any]])
        #expect(nodes.count == SampleGraphs.news.nodes.count && edges.count == SampleGraphs.news.edges.count)
        let passages = edges.flatMap { $0["passages"] as? [[String: Any]] ?? [] }
        #expect(passages.count == SampleGraphs.news.edges.reduce(0) { $0 + $1.passages.count })
        #expect((data["speakers"] as? [String]) == ["United States"])
        #expect(nodes.allSatisfy { $0["x"] == nil })
    }

    @Test func marksCountAsTheScriptCounts() throws {
        var graph = SampleGraphs.news
        var passage = graph.edges[0].passages[0]
        // The emoji has four bytes, two UTF-16 units; the umlaut two bytes, one unit.
        passage.evidence.text = "🙂 Zürich backs Bern"
        passage.evidence.range = 10..<10 + passage.evidence.text.utf8.count
        passage.evidence.source = 15..<22
        passage.evidence.target = 500..<504
        graph.edges[0].passages = [passage]
        let edges = try #require(try data(page(graph))["edges"] as? [[String: Any]])
        let written = try #require((edges[0]["passages"] as? [[String: Any]])?.first)
        #expect(written["source"] as? [Int] == [3, 9])
        #expect(written["target"] == nil)
    }

    @Test func positionsAreAllOrNone() throws {
        let ids = ExportModel(SampleGraphs.news).nodes.map(\.id)
        let points = Dictionary(uniqueKeysWithValues: ids.map { ($0, ExplorerPoint(x: 1.25, y: -3)) })
        let whole = try #require(
            try data(page(SampleGraphs.news, HTMLWriter(positions: points)))["nodes"] as? [[String: Any]])
        #expect(whole.allSatisfy { $0["x"] as? Double == 1.3 && $0["y"] as? Double == -3 })
        let part = points.filter { $0.key != ids[0] }
        let none = try #require(
            try data(page(SampleGraphs.news, HTMLWriter(positions: part)))["nodes"] as? [[String: Any]])
        #expect(none.allSatisfy { $0["x"] == nil })
    }

    @Test func layoutDrawingsHaveOneEdgePerPair() {
        let drawing = HTMLWriter.layoutDrawing(SampleGraphs.news)
        let pairs = Set(SampleGraphs.news.edges.map { [$0.source, $0.target].sorted() })
        #expect(drawing.edges == pairs.count && drawing.nodes == 27)
    }
}

/// The hash, against the examples of FIPS 180-4 and the encodings of RFC 4648.
struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func hashesAreRight(text: String, expected: String) {
        let hex = SHA256.hash(Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(hex == expected)
    }

    @Test func everyLengthAroundABlockHasAHashOfItsOwn() {
        let hashes = Set((50..<140).map { SHA256.hash([UInt8](repeating: 97, count: $0)) })
        #expect(hashes.count == 90)
    }

    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
    func base64IsRight(text: String, expected: String) {
        #expect(SHA256.base64(Array(text.utf8)) == expected)
    }
}
