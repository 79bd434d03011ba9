import Annotations
import Graphs
import SampleGraphs
import TemporaryFolders
import Testing

@testable import Storage

@Suite struct DatabaseTests {
    let folder = TemporaryFolder()

    /// A sample with the confidences that follow from its passages, as every graph that was built or read has them.
    private static func built(_ graph: KnowledgeGraph) -> KnowledgeGraph {
        var graph = graph
        graph.edges = graph.edges.map { $0.withCombinedConfidence() }
        return graph
    }

    private static let news = built(SampleGraphs.news)

    private func written(_ graph: KnowledgeGraph, _ name: String = "graph.sqlite") throws -> GraphDatabase {
        try GraphDatabase.write(graph, to: folder / name)
        return try GraphDatabase(path: folder / name)
    }

    @Test(arguments: SampleGraphs.Name.allCases)
    func aGraphComesBackAsItWas(name: SampleGraphs.Name) throws {
        let graph = Self.built(name.graph)
        #expect(try written(graph).graph() == graph)
        #expect(try GraphDatabase(graph).graph() == graph)
        #expect(folder.names == ["graph.sqlite"])
    }

    /// `==` of Swift takes composed and decomposed letters for equal; the bytes must be the same too.
    @Test func textsKeepTheirBytes() throws {
        let texts =
            SampleGraphs.hostileNames + ["e\u{301}", "\u{e9}", "a\u{0}b", "", "\u{0}", "'; DROP TABLE edge; --"]
        let nodes = texts.enumerated().map { number, text in
            let digits = String(1000 + number)
            return Node(
                entity: Entity(
                    id: "person:\(digits)", name: text, kind: .person, aliases: [text, text], wikidata: text,
                    chain: [text]),
                mentions: Int.max, documents: [text, "doc"])
        }
        let edges = nodes.map { node in
            Edge(
                source: node.entity.id, relation: Relation(rawValue: node.entity.name), target: node.entity.id,
                status: .alleged,
                passages: [
                    .init(
                        evidence: Evidence(
                            document: node.entity.name, range: 0..<Int.max, text: node.entity.name, source: 0..<0,
                            target: 1..<2, attribution: ["x", node.entity.name],
                            findings: [Finding(method: "", name: node.entity.name, score: 0.1)], date: ""),
                        speaker: node.entity.reference, confidence: 0.1 + 0.2)
                ])
        }
        let graph = KnowledgeGraph(
            ontology: Ontology([]), documents: [GraphDocument(id: "doc", title: "", date: nil, url: "\u{0}")],
            nodes: nodes, edges: edges)
        let read = try written(graph).graph()
        #expect(read == graph)
        #expect(read.nodes.map { Array($0.entity.name.utf8) } == texts.map { Array($0.utf8) })
        #expect(read.edges.map { Array($0.passages[0].evidence.text.utf8) } == texts.map { Array($0.utf8) })
    }

    @Test func equalGraphsHaveEqualBytes() throws {
        try GraphDatabase.write(SampleGraphs.many(200), to: folder / "a.db")
        try GraphDatabase.write(SampleGraphs.many(200), to: folder / "b.db")
        #expect(folder.bytes("a.db") == folder.bytes("b.db"))
    }

    @Test func theFileIsWhole() throws {
        let database = try written(SampleGraphs.hostile)
        #expect(try database.answer("PRAGMA integrity_check").rows == [[.text("ok")]])
        #expect(try database.answer("PRAGMA foreign_key_check").rows.isEmpty)
    }

    @Test func viewsSayWhatTheGraphSays() throws {
        let graph = Self.news
        let database = try written(graph)
        let nodes = try database.answer("SELECT id, name, kind, mentions, documents FROM nodes ORDER BY key")
        #expect(
            nodes.rows
                == graph.nodes.map {
                    [
                        .text($0.entity.id), .text($0.entity.name), .text($0.entity.kind.rawValue),
                        .integer($0.mentions), .integer($0.documents.count),
                    ]
                })
        let edges = try database.answer(
            "SELECT source_id, relation, target_id, status, passages, confidence FROM edges ORDER BY key")
        #expect(
            edges.rows
                == graph.edges.map {
                    [
                        .text($0.source), .text($0.relation.rawValue), .text($0.target), .text($0.status.rawValue),
                        .integer($0.passages.count), .number($0.confidence),
                    ]
                })
        let texts = try database.answer("SELECT text FROM passages ORDER BY key").rows
        #expect(texts == graph.edges.flatMap { $0.passages.map { [.text($0.evidence.text)] } })
    }

    @Test func namesAndSentencesAreSearched() throws {
        let database = try written(Self.news)
        func ask(_ sql: String) throws -> [[SQLValue]] { try database.answer(sql).rows }
        #expect(
            try ask("SELECT name FROM name_search WHERE name_search MATCH 'assád'") == [[.text("Bashar al-Assad")]])
        let found = try ask("SELECT text FROM text_search WHERE text_search MATCH 'backing'")
        #expect(!found.isEmpty)
    }

    // MARK: Questions

    @Test(arguments: [
        "DELETE FROM passage", "UPDATE entity SET name = 'x'", "DROP TABLE edge", "CREATE TABLE x(y)",
        "CREATE TEMP TABLE x(y)", "INSERT INTO alias VALUES (1, 99, 'x') RETURNING name", "VACUUM",
        "VACUUM INTO '/var/tmp/entente-copy.db'", "ATTACH DATABASE '/var/tmp/entente-other.db' AS o",
        "PRAGMA journal_mode = WAL", "PRAGMA user_version = 9", "PRAGMA query_only = 0", "BEGIN IMMEDIATE", "REINDEX",
        "SELECT 1; DELETE FROM passage", "INSERT INTO text_search(text_search) VALUES ('rebuild')",
        "WITH x AS (SELECT 1) DELETE FROM edge",
    ])
    func nothingIsChanged(sql: String) throws {
        let before = try written(Self.news)
        let bytes = folder.bytes("graph.sqlite")
        for database in [before, try GraphDatabase(Self.news)] {
            let error = #expect(throws: StorageError.self) { try database.answer(sql) }
            #expect(error?.kind == .refused, "\(sql): \(error.map(\.description) ?? "")")
            #expect(try database.graph() == Self.news)
        }
        #expect(folder.bytes("graph.sqlite") == bytes && folder.names == ["graph.sqlite"])
    }

    @Test(arguments: [
        ("SELECT nmae FROM nodes", "no such column: nmae"), ("SELEC 1", "syntax error"),
        ("SELECT * FROM nobody", "no such table: nobody"), ("", "there is no statement"),
        (" ; -- only this", "there is no statement"), ("SELECT \"nodes\" FROM nodes", "no such column: nodes"),
        ("SELECT load_extension('x')", "not authorized"), ("SELECT abs(-9223372036854775808)", "integer overflow"),
    ])
    func whatIsNoQuestionIsNamed(sql: String, words: String) throws {
        let error = #expect(throws: StorageError.self) { try GraphDatabase(Self.news).answer(sql) }
        #expect(error?.problem.contains(words) == true && error?.hint.isEmpty == false, "\(error.map(\.problem) ?? "")")
    }

    @Test func valuesOfAllKindsAreRead() throws {
        let answer = try GraphDatabase(Self.news).answer(
            "SELECT NULL AS a, 9223372036854775807 AS a, 0.5, 'x' || char(0) || 'y', x'00ff', ?")
        #expect(answer.columns.prefix(2) == ["a", "a"])
        #expect(answer.rows == [[.null, .integer(.max), .number(0.5), .text("x\u{0}y"), .bytes([0, 255]), .null]])
    }

    @Test func anEndlessAnswerIsCut() throws {
        let answer = try GraphDatabase(Self.news).answer(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", limit: 3)
        #expect(answer.rows == [[.integer(1)], [.integer(2)], [.integer(3)]] && answer.isCut)
        let whole = try GraphDatabase(Self.news).answer("SELECT 1 UNION SELECT 2", limit: 2)
        #expect(whole.rows.count == 2 && !whole.isCut)
    }
}
