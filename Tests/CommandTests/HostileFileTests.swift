import Entente
import Glibc
import SampleGraphs
import TemporaryFolders
import Testing

/// Rows of the hostile table about files.
@Suite struct HostileFileTests {
    let folder = TemporaryFolder()
    let text = "Russian President Vladimir Putin backs Bashar al-Assad.\n"

    /// H18
    @Test func idsOfDocumentsNameNoFiles() throws {
        let ids = ["../../x", "/etc/x", "-rf", "a\\nb", "CON", String(repeating: "n", count: 300), "a/../b", "\\u0000"]
        let lines = ids.map { "{\"id\":\"\($0)\",\"text\":\"Vladimir Putin backs Bashar al-Assad.\"}\n" }.joined()
        _ = folder.write(lines, "news.jsonl")
        let outputs = ["a.gephi", "a.neo4j", "a.kuzu", "a.html", "a.sqlite", "a.csv", "a.svg"]
        let run = try Tool.run(["build", "news.jsonl"] + outputs.flatMap { ["-o", $0] }, at: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.names == (outputs + ["news.jsonl"]).sorted())
        for name in ["a.gephi", "a.neo4j", "a.kuzu"] {
            let inside = try Tool.script("cd \(name) && ls -A", at: folder).output.split(separator: "\n")
            let known = ["nodes.csv", "edges.csv", "relationships.csv", "relations.csv", "schema.cypher", "import.sh"]
            #expect(!inside.isEmpty && inside.allSatisfy { known.contains(String($0)) })
        }
    }

    /// H18
    @Test func oddFileNamesAreRead() throws {
        let names = [
            "-rf.txt", "a\nb.txt", "a;b&c$(x).txt", " .txt", String(repeating: "n", count: 251) + ".txt", "CON.txt",
        ]
        let inner = folder.folder("in")
        for name in names { _ = folder.write(text, "in/" + name) }
        let run = try Tool.run("extract", inner)
        #expect(run.status == 0, "\(run.errors)")
        for name in names.map({ $0.replacing("\n", with: "\\n") }) {
            #expect(run.output.contains("/\(name)\""), "\(name)")
        }
        #expect(try Tool.run(["extract", "--", "-rf.txt"], at: inner).status == 0)
    }

    /// H18
    @Test func outputsMayHaveLongNamesAndBePipes() throws {
        let graph = try folder.write(SampleGraphs.news)
        let long = String(repeating: "n", count: 251) + ".dot"
        #expect(try Tool.run("export", graph, "-o", folder / long).status == 0)
        let longer = try Tool.run("export", graph, "-o", folder / ("n" + long))
        #expect([73, 74].contains(longer.status) && longer.complaints.count == 1)
        let piped = try Tool.script(
            "mkfifo p; cat p > copy & $entente export graph.jsonl -o p --format jsonl; s=$?; wait; test -p p && exit $s",
            at: folder)
        #expect(piped.status == 0 && folder.text("copy") == folder.text("graph.jsonl"))
        #expect(folder.names.filter { $0.hasSuffix(".part") }.isEmpty)
    }

    /// H19
    @Test func aLinkToNothingIsNamed() throws {
        symlink(folder / "none", folder / "dangling.txt")
        symlink(folder / "loop.txt", folder / "loop.txt")
        _ = folder.write(text, "a.txt")
        for link in ["dangling.txt", "loop.txt"] {
            let run = try Tool.run("extract", folder / link, folder / "a.txt")
            #expect(run.status == 2 && run.complaints.count == 1 && run.errors.contains(link))
            #expect(run.output.contains("\"relation\":\"backs\""))
        }
        #expect(try Tool.run("extract", folder.path).output.contains("\"relation\":\"backs\""))
    }

    /// H19
    @Test func aFileThatGrowsIsReadAsItWas() throws {
        _ = folder.write(text, "a.txt")
        let run = try Tool.script(
            """
            (while test -e a.txt; do echo 'Iran backs Syria.' >> a.txt; echo x > b.txt; rm -f b.txt; done) &
            $entente extract a.txt b.txt; s=$?; kill -9 $!; exit $s
            """, at: folder)
        #expect([0, 2].contains(run.status) && run.output.contains("\"relation\":\"backs\""), "\(run.errors)")
    }

    /// H20
    @Test(arguments: ["a.jsonl", "a.graphml", "a.html", "a.svg", "a.dot"])
    func aFullDiskLeavesTheOlderFileAndNoTrace(name: String) throws {
        _ = try folder.write(SampleGraphs.many(name == "a.svg" ? 60 : 1_000))
        _ = folder.write("old", name)
        let run = try Tool.script("ulimit -f 20; $entente export graph.jsonl -o \(name)", at: folder)
        #expect(run.status == 74 && run.complaints.contains { $0.contains("cannot be written") }, "\(run.errors)")
        #expect(folder.text(name) == "old" && folder.names == [name, "graph.jsonl"])
    }

    /// H20
    @Test func tooFewDescriptorsAreSaid() throws {
        _ = try folder.write(SampleGraphs.news)
        for count in 3...6 {
            let run = try Tool.script("ulimit -n \(count); $entente export graph.jsonl -o a.dot", at: folder)
            #expect(run.status == 0 || folder.bytes("a.dot") == nil)
            #expect([0, 65, 66, 73, 74, 127].contains(run.status), "\(count): \(run.status) \(run.errors)")
            unlink(folder / "a.dot")
        }
        let proc = try Tool.run("export", folder / "graph.jsonl", "-o", "/proc/a.dot")
        #expect(proc.status == 73 && proc.complaints.count == 1)
    }
}
