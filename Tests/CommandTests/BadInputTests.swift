import Entente
import Glibc
import SampleGraphs
import TemporaryFolders
import Testing

@Suite struct BadInputTests {
    let folder = TemporaryFolder()
    let text = "Russian President Vladimir Putin backs Bashar al-Assad.\n"

    @Test func aMissingFileIsNamedOnOneLine() throws {
        let run = try Tool.run("extract", folder / "none.txt")
        #expect(run.status == 66 && run.output.isEmpty)
        #expect(
            run.complaints == [
                "entente: error: \(folder / "none.txt"): no such file or folder; check the spelling of the path"
            ])
    }

    @Test func anEmptyFolderIsNamed() throws {
        let run = try Tool.run("build", folder.path, "-o", folder / "a.jsonl")
        #expect(run.status == 66)
        #expect(run.complaints.count == 1 && run.errors.contains("holds no file"))
        #expect(folder.names.isEmpty)
    }

    @Test func theRestIsReadAndTheStatusSaysSo() throws {
        let good = folder.write(text, "good.txt")
        let bad = [
            folder.write("", "empty.txt"), folder.write([0, 1, 2, 3, 0, 0, 1, 5], "binary.txt"),
            folder.write([0x1F, 0x8B, 8, 0, 1], "packed.txt.gz"), folder / "none.txt",
        ]
        let run = try Tool.run(["extract", good] + bad)
        #expect(run.status == 2)
        #expect(run.complaints.count == bad.count)
        for file in bad { #expect(run.complaints.count { $0.contains(file) } == 1) }
        #expect(run.output.contains("\"relation\":\"backs\""))
    }

    @Test func aBrokenLineOfJSONIsNamedWithItsNumber() throws {
        let file = folder.write("{\"text\":\"Putin backs Assad.\",\"id\":\"a\"}\n{\"text\":\n", "news.jsonl")
        let run = try Tool.run("extract", file)
        #expect(run.status == 2)
        #expect(run.complaints.first?.hasPrefix("entente: error: \(file):2: is not valid JSON; ") == true)
        #expect(run.output.contains("\"document\":\"a\""))
    }

    @Test func anOutputThatIsAnInputIsRefusedBeforeAnyWork() throws {
        let file = folder.write(text, "a.txt")
        symlink(file, folder / "link.jsonl")
        let run = try Tool.run("build", file, "-o", folder / "link.jsonl")
        #expect(run.status == 64 && run.errors.contains("is both input and output"))
        #expect(folder.text("a.txt") == text)
        let graph = try folder.write(SampleGraphs.news)
        #expect(try Tool.run("export", graph, "-o", graph).status == 64)
    }

    @Test(arguments: [
        (["build", "x.txt", "-o", "a.xyz"], "its extension stands for no format"),
        (["build", "x.txt", "-o", "-"], "standard output has no extension"),
        (["build", "x.txt", "-o", "a.dot", "--format", "xyz"], "there is no such format"),
        (["build", "x.txt", "-o", "a.dot", "-o", "a.dot"], "is named twice"),
        (["build", "x.txt"], "Missing expected argument"),
        (["extract", "--threads", "0", "x.txt"], "at least 1"), (["nonsense"], "Unexpected argument"),
        (["stats", "x.jsonl", "--json", "--csv"], "not both"),
        (["export", "x.jsonl", "-o", "a.jsonld", "--rdf", "1.2"], "jsonld has no form for RDF 1.2"),
        (["export", "x.jsonl", "-o", "a.dot", "--dot-style", "fancy"], "'fancy' is invalid"),
    ])
    func aSenselessCommandLineIsRefused(arguments: [String], words: String) throws {
        let run = try Tool.run(arguments)
        #expect(run.status == 64 && run.errors.contains(words) && run.output.isEmpty)
    }

    @Test func outputsThatCannotBeWrittenAreNamed() throws {
        let graph = try folder.write(SampleGraphs.news)
        #expect(try Tool.run("export", graph, "-o", folder / "no/a.dot").status == 73)
        #expect(try Tool.run("export", graph, "-o", folder.path, "--format", "dot").status == 73)
        let full = try Tool.run("export", graph, "-o", "/dev/full", "--format", "dot")
        #expect(full.status == 74 && full.complaints.count == 1)
    }

    @Test func anOlderFileStaysWhereTheNewOneFails() throws {
        let graph = try folder.write(SampleGraphs.hostile)
        _ = folder.write("old", "a.svg")
        let run = try Tool.run("render", graph, "-o", folder / "a.svg", "--relation", "attacks")
        #expect(run.status == 1 && run.errors.contains("nothing to draw"))
        #expect(folder.names == ["a.svg", "graph.jsonl"] && folder.text("a.svg") == "old")
    }

    @Test(arguments: [
        "", "not a graph", "{\"t\":\"graph\"", "<graphml></graphml>", "<!DOCTYPE x [<!ENTITY a 'b'>]><graphml/>",
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><graph edgedefault=\"directed\"><node id=\"a\"/></graph></graphml>",
        "[[[[[[", "<gexf/>", "\u{0}\u{0}",
    ])
    func somebodyElsesFileIsRefusedWithWhatIsMissing(content: String) throws {
        let file = folder.write(content, "graph.graphml")
        let run = try Tool.run("stats", file)
        #expect(run.status == 65 && run.output.isEmpty)
        #expect(run.complaints.count == 1 && run.errors.hasPrefix("entente: error: \(file):"))
    }

    @Test func unknownNamesSuggestNearOnes() throws {
        let graph = try folder.write(SampleGraphs.news)
        let entity = try Tool.run("show", graph, "Basher al-Asad")
        #expect(entity.status == 1 && entity.errors.contains("did you mean Bashar al-Assad"))
        let relation = try Tool.run("relations", graph, "--relation", "deploys")
        #expect(relation.status == 64 && relation.errors.contains("there is no relation \"deploys\""))
        let status = try Tool.run("relations", graph, "--status", "rumored")
        #expect(status.status == 64 && status.errors.contains("asserted, denied"))
    }

    @Test func standardInputIsReadLikeAFile() throws {
        let run = try Tool.run(["extract", "-"], input: Array(text.utf8))
        #expect(run.status == 0 && run.output.contains("\"document\":\"stdin\""))
        #expect(try Tool.run(["extract", "-"]).status == 65)
    }

    @Test func aPipeIsWrittenDirectly() throws {
        let graph = try folder.write(SampleGraphs.news)
        let run = try Tool.run("export", graph, "-o", "/dev/stdout", "--format", "jsonl")
        #expect(run.status == 0 && run.output == folder.text("graph.jsonl"))
    }
}
