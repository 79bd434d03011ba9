import Annotations
import GRDB
import Graphs
import SampleGraphs
import TemporaryFolders
import Testing

@testable import Storage

/// H23: a database that is cut off, damaged, foreign or of a later version is named, and the file stays as it is.
@Suite struct DamageTests {
    let folder = TemporaryFolder()
    let whole: [UInt8]

    init() throws {
        try GraphDatabase.write(SampleGraphs.news, to: folder / "whole.db")
        whole = try #require(folder.bytes("whole.db"))
    }

    /// The error of reading these bytes as a graph; the file must be the same afterwards.
    private func problem(_ bytes: [UInt8]) -> StorageError? {
        let path = folder.write(bytes, "graph.db")
        defer {
            #expect(folder.bytes("graph.db") == bytes)
            #expect(folder.names == ["graph.db", "whole.db"])
        }
        do {
            _ = try GraphDatabase(path: path).graph()
            return nil
        } catch { return error }
    }

    /// The error of reading the graph after another program has changed its file.
    private func problem(after sql: String) throws -> StorageError? {
        let path = folder.write(whole, "graph.db")
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
        return problem(try #require(folder.bytes("graph.db")))
    }

    @Test func aCutOffFileIsNamed() {
        for part in 1..<8 {
            let found = problem(Array(whole.prefix(whole.count * part / 8)))
            #expect(found?.kind == .data && found?.problem.contains("cut-off") == true, "\(part)")
        }
        #expect(problem(Array(whole.dropLast()))?.kind == .data)
        #expect(problem(Array(whole.prefix(100)))?.kind == .data)
    }

    @Test func noDamageTakesTheProgramDown() {
        var numbers = SeededNumbers(seed: 23)
        var named = 0
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<(1 + numbers.below(40)) {
                bytes[numbers.below(bytes.count)] = UInt8(truncatingIfNeeded: numbers.below(256))
            }
            if problem(bytes) != nil { named += 1 }
        }
        #expect(named > 100)
        #expect(problem(whole) == nil)
    }

    @Test func aPageOfNothingIsNamed() {
        var named = 0
        for page in 1..<(whole.count / 4096) {
            var bytes = whole
            for i in page * 4096..<(page + 1) * 4096 { bytes[i] = 0 }
            if problem(bytes)?.kind == .data { named += 1 }
        }
        #expect(named > 0)
    }

    @Test func anotherProgramsDatabaseIsNamed() throws {
        #expect(try problem(after: "PRAGMA application_id = 0")?.problem.contains("no graph") == true)
        #expect(problem(Array("SQLite format 3\u{0}".utf8) + [UInt8](repeating: 7, count: 5_000))?.kind == .data)
        #expect(problem(Array("nothing of the kind".utf8))?.kind == .data)
    }

    @Test func aLaterVersionIsNamed() throws {
        #expect(try problem(after: "PRAGMA user_version = 2")?.problem.contains("later version") == true)
    }

    @Test(arguments: [
        (
            "DROP VIEW edges; DROP VIEW passages; DROP TABLE attribution; DROP TABLE finding; DROP TABLE passage",
            "tables"
        ),
        ("DELETE FROM passage", "no evidence"), ("UPDATE edge SET target = 999 WHERE key = 1", "no entity"),
        ("UPDATE passage SET document = 999", "no document"), ("UPDATE passage SET edge = 999", "no relation"),
        ("UPDATE passage SET start_byte = end_byte + 1", "ends before it starts"),
        ("UPDATE passage SET start_byte = -1", "ends before it starts"),
        ("UPDATE passage SET speaker = 999", "no entity"), ("UPDATE alias SET entity = entity + 999", "no entity"),
        ("PRAGMA ignore_check_constraints = 1; UPDATE edge SET status = 'believed' WHERE key = 1", "unknown status"),
        ("PRAGMA ignore_check_constraints = 1; UPDATE entity SET kind = 'robot'", "unknown kind"),
        ("PRAGMA ignore_check_constraints = 1; UPDATE relation SET polarity = ''", "unknown polarity"),
        ("DROP INDEX entity_id; UPDATE entity SET id = 'x'", "occurs twice"),
        (
            "DROP INDEX edge_from; UPDATE edge SET source = 1, relation = 'backs', target = 1, status = 'asserted'",
            "twice"
        ),
    ])
    func aGraphThatIsNoneAnyMoreIsNamed(sql: String, words: String) throws {
        let found = try #require(try problem(after: sql))
        #expect(found.kind == .data && found.problem.contains(words), "\(found)")
    }

    @Test func whatAUserTookOutIsGoneAndNothingElse() throws {
        let found = try problem(
            after: "DELETE FROM passage WHERE edge IN (SELECT key FROM edge WHERE status = 'denied'); "
                + "DELETE FROM edge WHERE status = 'denied'")
        #expect(found == nil)
        var expected = SampleGraphs.news
        expected.edges = expected.edges.map { $0.withCombinedConfidence() }
        expected.edges.removeAll { $0.status == .denied }
        #expect(try GraphDatabase(path: folder / "graph.db").graph() == expected)
    }
}
