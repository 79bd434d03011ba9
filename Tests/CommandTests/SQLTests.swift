import Entente
import SampleGraphs
import TemporaryFolders
import Testing

@Suite struct SQLTests {
    let folder = TemporaryFolder()

    private func exported(_ graph: KnowledgeGraph = SampleGraphs.news) throws -> String {
        let lines = try folder.write(graph)
        let run = try Tool.run("export", lines, "-o", folder / "graph.sqlite")
        #expect(run.status == 0, "\(run.errors)")
        return folder / "graph.sqlite"
    }

    @Test(arguments: SampleGraphs.Name.allCases)
    func jsonLinesComeBackByteForByte(name: SampleGraphs.Name) throws {
        let database = try exported(name.graph)
        #expect(try Tool.run("export", database, "-o", folder / "back.jsonl").status == 0)
        #expect(folder.bytes("back.jsonl") == folder.bytes("graph.jsonl"))
        #expect(try Tool.run("export", folder / "back.jsonl", "-o", folder / "again.db").status == 0)
        #expect(folder.bytes("again.db") == folder.bytes("graph.sqlite"))
    }

    @Test(arguments: [
        ["stats"], ["relations", "--json"], ["show", "assad"], ["contested"], ["why", "putin", "assad"],
    ])
    func everyQuestionTakesADatabase(question: [String]) throws {
        let database = try exported()
        let rest = question.dropFirst()
        let expected = try Tool.run([question[0], folder / "graph.jsonl"] + rest)
        #expect(try Tool.run([question[0], database] + rest).output == expected.output && !expected.output.isEmpty)
    }

    @Test func aPipeAndAPackedFileAreRead() throws {
        let database = try exported()
        let bytes = try #require(folder.bytes("graph.sqlite"))
        let expected = try Tool.run("stats", database).output
        #expect(try Tool.run(["stats", "-"], input: bytes).output == expected)
        let packed = try Tool.script("gzip -k graph.sqlite && $entente stats graph.sqlite.gz", at: folder)
        #expect(packed.output == expected)
        let piped = try Tool.script("$entente export graph.jsonl -o - --format sqlite | cmp - graph.sqlite", at: folder)
        #expect(piped.status == 0, "\(piped.errors)")
        #expect(try Tool.run(["sql", "-", "SELECT 1 AS a", "--csv"], input: bytes).output == "a\n1\n")
    }

    @Test(arguments: ["graph.jsonl", "graph.sqlite"])
    func aQuestionIsAnsweredInAllForms(name: String) throws {
        _ = try exported()
        let sql = "SELECT source, count(*) AS n, NULL AS x, 0.5 AS y, source FROM edges GROUP BY source ORDER BY n DESC"
        let found = try rows(Tool.run("sql", folder / name, sql, "--json", "--limit", "2").output)
        #expect(found.count == 2 && found[0]["source"] as? String == "Russia" && found[0]["source_2"] != nil)
        #expect(found[0]["n"] as? Int == SampleGraphs.news.edges.count { $0.source == "state:RUS" })
        let csv = try Tool.run("sql", folder / name, sql, "--csv", "--limit", "1").output
        #expect(csv == "source,n,x,y,source_2\nRussia,\(found[0]["n"] as? Int ?? 0),,0.5,Russia\n")
        let table = try Tool.run("sql", folder / name, sql, "--limit", "1")
        #expect(table.output.hasPrefix("source  ") && table.errors.contains("--limit 0 shows all"))
        let ordered = try rows(
            Tool.run("sql", folder / name, sql, "--json", "--order", "source", "--limit", "1").output)
        #expect(ordered.first?["source"] as? String == SampleGraphs.news.firstSourceName)
        let none = try Tool.run("sql", folder / name, "SELECT * FROM nodes WHERE 0", "--json")
        #expect(none.status == 1 && none.output == "[]\n")
    }

    @Test func whatSQLiteDoesNotUnderstandIsSaidOnOneLine() throws {
        let graph = try exported()
        let run = try Tool.run("sql", graph, "SELECT nmae\nFROM nodes")
        #expect(run.status == 65 && run.output.isEmpty && run.complaints.count == 1)
        #expect(
            run.complaints.first?.hasPrefix("entente: error: \(graph): no such column: nmae; ask the views") == true)
    }

    @Test(arguments: ["DELETE FROM passage", "ATTACH 'other.db' AS o", "SELECT 1; SELECT 2", "VACUUM INTO 'other.db'"])
    func writesAreRefused(sql: String) throws {
        let graph = try exported()
        let before = folder.bytes("graph.sqlite")
        let run = try Tool.run(["sql", graph, sql], at: folder.path)
        #expect(run.status == 64 && run.output.isEmpty && run.complaints.count == 1)
        #expect(folder.bytes("graph.sqlite") == before && folder.names == ["graph.jsonl", "graph.sqlite"])
    }

    @Test func answersAreSafeToShow() throws {
        let graph = try exported(SampleGraphs.hostile)
        let run = try Tool.run("sql", graph, "SELECT name, x'1b5b' AS bytes, name AS \"\u{1B}[31m\" FROM nodes")
        #expect(run.status == 0 && !run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
        #expect(run.output.contains("x'1b5b'"))
    }

    /// H23: the file is named, the reason too, and it stays.
    @Test func aDamagedDatabaseIsRefused() throws {
        _ = try exported()
        let bytes = try #require(folder.bytes("graph.sqlite"))
        let broken = Array(bytes.prefix(bytes.count / 2))
        let path = folder.write(broken, "broken.sqlite")
        for arguments in [["stats", path], ["sql", path, "SELECT 1"], ["export", path, "-o", folder / "x.dot"]] {
            let run = try Tool.run(arguments)
            #expect(run.status == 65 && run.complaints.count == 1 && run.errors.contains("cut-off"), "\(run.errors)")
        }
        #expect(folder.bytes("broken.sqlite") == broken)
        #expect(folder.names == ["broken.sqlite", "graph.jsonl", "graph.sqlite"])
        #expect(try Tool.run(["stats", "-"], input: broken).status == 65)
    }

    @Test func aNameLikeAnAddressIsAName() throws {
        _ = try exported()
        let run = try Tool.script(
            """
            cp graph.sqlite 'file:graph.sqlite?mode=memory' && $entente stats 'file:graph.sqlite?mode=memory' \
              && $entente export graph.jsonl -o ':memory:.sqlite' && cmp ':memory:.sqlite' graph.sqlite
            """, at: folder)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func anOlderDatabaseStaysWhereTheNewOneFails() throws {
        _ = try exported(SampleGraphs.many(2_000))
        _ = folder.write("old", "old.sqlite")
        let run = try Tool.script("ulimit -f 100; $entente export graph.jsonl -o old.sqlite", at: folder)
        #expect(run.status == 74 && run.complaints.count == 1, "\(run.errors)")
        #expect(folder.text("old.sqlite") == "old")
        #expect(folder.names == ["graph.jsonl", "graph.sqlite", "old.sqlite"])
    }
}

extension KnowledgeGraph {
    /// The name that comes first among the sources of edges.
    fileprivate var firstSourceName: String? {
        let names = Dictionary(uniqueKeysWithValues: nodes.map { ($0.entity.id, $0.entity.name) })
        return edges.compactMap { names[$0.source] }.min()
    }
}
