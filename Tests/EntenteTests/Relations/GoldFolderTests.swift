import TemporaryFolders
import Testing

@testable import Entente

@Suite struct GoldFolderTests {
    let folder = TemporaryFolder()
    let row =
        #"{"source":["Russia"],"relation":["backs"],"target":["Syria"],"status":["asserted"],"speaker":null,"tier":"core"}"#

    @Test func textsWithoutRowsAreLeftAlone() throws {
        for name in ["wn-b.txt", "wn-a.txt", "notes.txt"] { _ = folder.write("Russia backs Syria.\n", name) }
        _ = folder.write(row + "\n\n" + row + "\n", "wn-a.jsonl")
        _ = folder.write("", "wn-b.jsonl")
        let gold = try read()
        #expect(gold.documents.map(\.name) == ["wn-a", "wn-b"])
        #expect(gold.documents.map(\.kind) == ["wn", "wn"])
        #expect(gold.documents.map(\.assertions.count) == [2, 0])
        #expect(gold.documents.first?.document.id == folder / "wn-a.txt")
    }

    @Test(arguments: [
        (#""tier":"core""#, #""tier":"spare""#, "\"tier\" is neither core nor extra"),
        (#","tier":"core""#, "", "has no \"tier\""), (#"["Russia"]"#, "[]", "\"source\" is empty"),
        (#"["Russia"]"#, "\"Russia\"", "\"source\" is not what it should be"),
        ("backs", "adores", "there is no relation \"adores\""),
        ("asserted", "sworn", "there is no status \"sworn\""), ("}", "", "is not valid JSON"),
    ])
    func aBrokenRowIsNamedWithItsLine(old: String, new: String, what: String) throws {
        _ = folder.write("Russia backs Syria.\n", "a.txt")
        let broken = try #require(row.range(of: old)).lowerBound
        let end = row.index(broken, offsetBy: old.count)
        _ = folder.write(row + "\n\n" + row[..<broken] + new + row[end...] + "\n", "a.jsonl")
        let problem = #expect(throws: Problem.self) { try read() }
        #expect(problem?.what == what)
        #expect(problem?.file == folder / "a.jsonl" && problem?.line == 3 && problem?.kind == .data)
    }

    @Test func rowsWithoutTheirTextAreNamed() throws {
        _ = folder.write(row, "a.jsonl")
        let problem = #expect(throws: Problem.self) { try read() }
        #expect(problem?.file == folder / "a.txt" && problem?.kind == .noInput)
    }

    @Test func aFolderWithoutRowsIsNamed() throws {
        let problem = #expect(throws: Problem.self) { try read() }
        #expect(problem?.what == "holds no gold")
        let missing = #expect(throws: Problem.self) {
            try GoldFolder.read(folder / "none", ontology: Pipeline.standardOntology)
        }
        #expect(missing?.kind == .noInput)
    }

    private func read() throws(Problem) -> GoldFolder {
        try GoldFolder.read(folder.path, ontology: Pipeline.standardOntology)
    }
}
