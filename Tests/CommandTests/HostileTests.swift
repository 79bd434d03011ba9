import Entente
import SampleGraphs
import TemporaryFolders
import Testing

@Suite struct HostileTests {
    let folder = TemporaryFolder()

    /// Characters that could steer a terminal.
    private func steering(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            (scalar.value < 0x20 && scalar != "\n") || (0x7F..<0xA0).contains(scalar.value)
                || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
    }

    @Test(arguments: ["stats", "relations", "contested", "central", "blocs", "timeline"])
    func noAnswerCarriesWhatSteersATerminal(verb: String) throws {
        let graph = try folder.write(SampleGraphs.hostile)
        let run = try Tool.run(verb, graph)
        #expect(steering(run.output + run.errors).isEmpty)
    }

    @Test func aCardAndItsSentencesAreSafeToo() throws {
        let graph = try folder.write(SampleGraphs.hostile)
        for node in SampleGraphs.hostile.nodes {
            let run = try Tool.run("show", graph, node.entity.id)
            #expect(run.status == 0 && steering(run.output + run.errors).isEmpty)
        }
        let why = try Tool.run("why", graph, "x\u{1}:0", "x\u{1}:8")
        #expect(why.output.contains("\\u{1B}[31m") && steering(why.output).isEmpty)
    }

    @Test func colorsAreTheOnlyEscapes() throws {
        let graph = try folder.write(SampleGraphs.hostile)
        let run = try Tool.run("relations", graph, "--color", "always")
        var rest = run.output[...]
        #expect(rest.contains("\u{1B}["))
        while let escape = rest.firstIndex(of: "\u{1B}") {
            rest = rest[rest.index(after: escape)...]
            let code = rest.dropFirst().prefix { $0.isNumber || $0 == ";" }
            #expect(rest.first == "[" && rest.dropFirst(1 + code.count).first == "m")
        }
    }

    @Test(arguments: [["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], ["TERM": "dumb"], [:]])
    func colorsNeedATerminalOrForce(environment: [String: String]) throws {
        let graph = try folder.write(SampleGraphs.news)
        #expect(!(try Tool.run(["stats", graph], environment: environment).output.contains("\u{1B}")))
        #expect(try Tool.run(["stats", graph], environment: ["CLICOLOR_FORCE": "1"]).output.contains("\u{1B}[2m"))
    }

    @Test func aFileNameIsShownSafely() throws {
        let run = try Tool.run("extract", folder / "a\u{1B}]0;pwn\u{7}.txt")
        #expect(run.status == 66 && steering(run.errors).isEmpty && run.errors.contains("\\u{1B}]0;pwn"))
    }

    @Test func hostileTextGoesThroughTheWholeWay() throws {
        let texts = [
            "Putin \u{1B}[31mbacks\u{1B}[0m Assad. ]]> \"]; x [label=\"pwn </script><script>alert(1)</script>\n",
            String(repeating: "(", count: 100_000) + " Putin backs Assad. " + String(repeating: "]", count: 1000),
            "Putin backs Assad " + String(repeating: "and so on ", count: 20_000),
        ]
        let files =
            texts.enumerated().map { folder.write($1, "\($0).txt") } + [
                folder.write(Array("Putin backs ".utf8) + [0xFF, 0xFE, 0x80] + Array(" Assad.".utf8), "3.txt")
            ]
        let run = try Tool.run(["extract", "--format", "text"] + files)
        #expect([0, 1].contains(run.status) && steering(run.output + run.errors).isEmpty)
    }

    @Test func everyFormatHoldsHostileNames() throws {
        let graph = try folder.write(SampleGraphs.hostile)
        for format in ExportFormat.all where !format.isFolder {
            let name = "out.\(format.extensions[0])"
            let run = try Tool.run("export", graph, "-o", folder / name, "--format", format.id)
            #expect(run.status == 0, "\(format.id): \(run.errors)")
            #expect(folder.bytes(name) != nil)
        }
    }
}
