import Entente
import SampleGraphs
import TemporaryFolders
import Testing

/// Rows of the hostile table about what surrounds the process.
@Suite struct HostileProcessTests {
    let folder = TemporaryFolder()

    private func writeTexts() {
        _ = folder.folder("in")
        for number in 0..<30 {
            _ = folder.write(
                String(
                    repeating: "Vladimir Putin backs Bashar al-Assad. Iran arms Syria, officials said.\n\n", count: 8),
                "in/\(number).txt")
        }
    }

    /// H21
    @Test func whatIsKilledLeavesTheOlderFileAndCanBeRunAgain() throws {
        writeTexts()
        #expect(try Tool.run(["build", "in", "-o", "whole.jsonl", "-o", "whole.sqlite"], at: folder.path).status == 0)
        var killed = 0
        for delay in ["0.05", "0.1", "0.2", "0.3", "0.5", "0.8", "1.2"] {
            for name in ["a.jsonl", "a.sqlite"] { _ = folder.write("old", name) }
            let run = try Tool.script("timeout -s KILL \(delay) $entente build in -o a.jsonl -o a.sqlite", at: folder)
            if run.status != 0 { killed += 1 }
            for (name, whole) in [("a.jsonl", "whole.jsonl"), ("a.sqlite", "whole.sqlite")] {
                #expect(folder.text(name) == "old" || folder.bytes(name) == folder.bytes(whole), "\(delay) \(name)")
            }
        }
        #expect(killed > 0)
        #expect(try Tool.run(["build", "in", "-o", "a.jsonl", "-o", "a.sqlite"], at: folder.path).status == 0)
        #expect(folder.bytes("a.jsonl") == folder.bytes("whole.jsonl"))
        #expect(folder.bytes("a.sqlite") == folder.bytes("whole.sqlite"))
    }

    /// H22
    @Test(arguments: ["jsonl", "sqlite"])
    func twoWritersLeaveTheWholeFileOfOne(format: String) throws {
        _ = try folder.write(SampleGraphs.many(800), "a.jsonl")
        _ = try folder.write(SampleGraphs.many(900), "b.jsonl")
        let run = try Tool.script(
            """
            $entente export a.jsonl -o a.\(format) --format \(format) -o a2.\(format)
            $entente export b.jsonl -o b2.\(format); $entente export a.jsonl -o a2.\(format)
            for i in 1 2 3 4 5 6; do
              $entente export a.jsonl -o out.\(format) & p=$!
              $entente export b.jsonl -o out.\(format) && wait $p || exit 1
              cmp -s out.\(format) a2.\(format) || cmp -s out.\(format) b2.\(format) || exit 2
            done
            """, at: folder)
        #expect(run.status == 0, "\(run.status) \(run.errors)")
        #expect(folder.names.filter { $0.hasSuffix(".part") }.isEmpty)
    }

    /// H25
    @Test(arguments: [50_000, 100_000, 200_000, 400_000])
    func tooLittleMemoryLeavesNoHalfFile(kilobytes: Int) throws {
        writeTexts()
        _ = folder.write("old", "a.jsonl")
        let run = try Tool.script("ulimit -c 0 -v \(kilobytes); $entente build in -o a.jsonl", at: folder)
        #expect(run.status == 0 || folder.text("a.jsonl") == "old", "\(run.status)")
    }

    /// H25
    @Test func aSmallStackAndOneProcessorAreEnough() throws {
        writeTexts()
        #expect(try Tool.run(["build", "in", "-o", "a.jsonl"], at: folder.path).status == 0)
        let run = try Tool.script("ulimit -s 1024; taskset -c 0 $entente build in -o b.jsonl", at: folder)
        #expect(run.status == 0 && folder.bytes("a.jsonl") == folder.bytes("b.jsonl"), "\(run.errors)")
    }

    /// H25
    @Test func closedStreamsAreSaidAndHarmNoFile() throws {
        _ = try folder.write(SampleGraphs.hostile)
        let output = try Tool.script("$entente stats graph.jsonl >&-", at: folder)
        #expect([73, 74].contains(output.status) && output.complaints.count == 1)
        #expect(try Tool.script("$entente stats - <&-", at: folder).status == 65)
        let all = try Tool.script("$entente export graph.jsonl -o a.dot", at: folder)
        let none = try Tool.script("$entente export graph.jsonl -o b.dot <&- >&- 2>&-", at: folder)
        #expect(all.status == 0 && none.status == 0 && folder.bytes("a.dot") == folder.bytes("b.dot"))
        let both = try Tool.script("$entente show graph.jsonl x\u{1}:0 -o c.dot >&- 2>&-", at: folder)
        #expect(
            both.status != 0 && folder.text("c.dot").hasPrefix("digraph") && !folder.text("c.dot").contains("entente:"))
    }

    /// H27
    @Test func theEnvironmentChangesNoPictureAndStartsNothing() throws {
        _ = try folder.write(SampleGraphs.news)
        let plain = try Tool.run(["render", "graph.jsonl", "-o", "a.svg"], at: folder.path)
        #expect(plain.status == 0, "\(plain.errors)")
        let hostile = try Tool.run(
            ["render", "graph.jsonl", "-o", "b.svg"],
            environment: [
                "GVBINDIR": "/nonexistent", "GV_FILE_PATH": "/nonexistent", "DOTFONTPATH": "/nonexistent",
                "SERVER_NAME": "x", "PAGER": "touch \(folder / "pwned")", "ENTENTE_PAGER": "touch \(folder / "pwned")",
                "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu", "COLUMNS": "-1", "TERM": "../../x",
            ], at: folder.path)
        #expect(hostile.status == 0 && folder.bytes("a.svg") == folder.bytes("b.svg"), "\(hostile.errors)")
        #expect(folder.names == ["a.svg", "b.svg", "graph.jsonl"])
    }
}
