import Entente
import Foundation
import TemporaryFolders
import Testing

@Suite struct SameBytesTests {
    let folder = TemporaryFolder()

    private func build(_ arguments: [String], _ name: String) throws -> [UInt8] {
        let run = try Tool.run(["build"] + arguments + ["-o", folder / name])
        #expect(run.status == 0, "\(run.errors)")
        return try #require(folder.bytes(name))
    }

    @Test func neitherOrderNorThreadsChangeTheBytes() throws {
        let texts = [
            "Vladimir Putin backs Bashar al-Assad. The United States opposes Russia.",
            "Moscow denied that its troops are fighting in Syria, Dmitry Peskov said.",
            "Mr Putin met the Syrian president in Moscow. John Kerry criticized Russia on Friday.",
        ]
        let files = texts.enumerated().map { folder.write($1, "\($0).txt") }
        let expected = try build(files + ["--threads", "1"], "a.jsonl")
        #expect(try build(files.reversed() + ["--threads", "2"], "b.jsonl") == expected)
        #expect(try build([files[1], folder.path + "/?.txt", files[1], "--threads", "3"], "c.jsonl") == expected)
    }

    @Test func everyFormatOfAReadGraphIsThatOfTheGraph() throws {
        let file = folder.write(
            "Vladimir Putin backs Bashar al-Assad. The US says Russia sent tanks to Syria.", "a.txt")
        _ = try build([file], "a.jsonl")
        _ = try build([file], "a.graphml")
        for name in ["b.graphml", "b.jsonl", "b.dot"] {
            #expect(try Tool.run("export", folder / "a.jsonl", "-o", folder / name).status == 0)
            #expect(try Tool.run("export", folder / "a.graphml", "-o", folder / ("c" + name)).status == 0)
            #expect(folder.bytes(name) == folder.bytes("c" + name))
        }
        #expect(folder.bytes("b.graphml") == folder.bytes("a.graphml"))
        #expect(folder.bytes("b.jsonl") == folder.bytes("a.jsonl"))
    }

    @Test func evidenceIsExactlyTheBytesOfTheFile() throws {
        let text = "\u{FEFF}Caption: Zürich\r\n\r\n“Russia backs Assad,” Mr Kerry said.\r\nThe U.S. opposes Russia.\r\n"
        let file = folder.write(text, "a.txt")
        let run = try Tool.run("extract", file)
        let bytes = Array(text.utf8)
        let lines = run.output.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let row = try #require(json(String(line)) as? [String: Any])
            let evidence = try #require(row["evidence"] as? [String: Any])
            let (start, end) = (try #require(evidence["start"] as? Int), try #require(evidence["end"] as? Int))
            #expect(String(decoding: bytes[start..<end], as: UTF8.self) == evidence["text"] as? String)
        }
    }
}
