import Entente
import SampleGraphs
import TemporaryFolders
import Testing

@Suite struct QuestionTests {
    let folder = TemporaryFolder()
    let graph: String

    init() throws { graph = try folder.write(SampleGraphs.news) }

    private func ask(_ arguments: String..., status: Int32 = 0) throws -> String {
        let run = try Tool.run([arguments[0], graph] + arguments.dropFirst())
        #expect(run.status == status, "\(run.errors)")
        return run.output
    }

    @Test(arguments: ["assad", "BASHAR AL-ASSAD", "person:bashar-al-assad", "Bashár al Assád"])
    func anEntityIsShownByAnyOfItsNames(name: String) throws {
        let card = try #require(json(ask("show", name, "--json")) as? [String: Any])
        #expect(card["name"] as? String == "Bashar al-Assad" && card["kind"] as? String == "person")
        #expect((card["relations"] as? [Any])?.isEmpty == false)
        #expect(try ask("show", name).hasPrefix("Bashar al-Assad  person  person:bashar-al-assad\n"))
    }

    @Test func relationsAreFiltered() throws {
        let found = try rows(ask("relations", "--from", "russia", "--to", "syria", "--relation", "deploysTo", "--json"))
        #expect(Set(found.map { $0["status"] as? String }).isSuperset(of: ["asserted", "denied", "alleged"]))
        #expect(found.allSatisfy { $0["source"] as? String == "Russia" && $0["relation"] as? String == "deploysTo" })
        let denied = try rows(ask("relations", "--status", "denied", "--json"))
        #expect(!denied.isEmpty && denied.allSatisfy { $0["status"] as? String == "denied" })
        let hostile = try rows(ask("relations", "--relation", "hostile", "--min-evidence", "2", "--json"))
        #expect(hostile.allSatisfy { ($0["passages"] as? Int ?? 0) >= 2 } && !hostile.isEmpty)
        #expect(try ask("relations", "--from", "greece", "--to", "tajikistan", "--json", status: 1) == "[]\n")
    }

    @Test func listsAreOrderedCutAndWrittenAsCSV() throws {
        let byName = try ask("relations", "--order", "source", "--limit", "3", "--csv").split(separator: "\n")
        #expect(byName.count == 4 && byName[0].hasPrefix("source,relation,target,status,passages,"))
        let all = try rows(ask("relations", "--json", "--order", "passages"))
        let counts = all.compactMap { $0["passages"] as? Int }
        #expect(counts == counts.sorted(by: >) && counts.count == SampleGraphs.news.edges.count)
        let turned = try rows(ask("relations", "--json", "--order", "passages", "--reverse"))
        #expect(turned.compactMap { $0["passages"] as? Int } == counts.reversed())
        #expect(try Tool.run("relations", graph, "--order", "nonsense").status == 64)
    }

    @Test func sentencesBehindARelationAreShownWithTheirEndsMarked() throws {
        let answer = try ask("why", "putin", "assad", "--relation", "backs")
        #expect(answer.hasPrefix("Vladimir Putin -backs-> Bashar al-Assad  asserted"))
        #expect(answer.contains("  «Vladimir Putin» backs ‹Bashar al-Assad›, the report says.\n"))
        #expect(answer.contains("report-2.txt:") && answer.contains("found by rule sample (0.90)"))
        let passages = try rows(ask("why", "assad", "putin", "--relation", "backs", "--json"))
        #expect(passages.count == 3 && passages.allSatisfy { $0["text"] is String && $0["start"] is Int })
    }

    @Test func apathIsTheShortestChain() throws {
        let steps = try rows(ask("path", "rahmon", "assad", "--json"))
        #expect(steps.count >= 2)
        #expect(try Tool.run("path", graph, "putin", "assad", "--relation", "sanctions").status == 1)
    }

    @Test func claimsThatAreDeniedAreContested() throws {
        let contested = try rows(ask("contested", "--json"))
        let row = contested.first { $0["relation"] as? String == "deploysTo" && $0["source"] as? String == "Russia" }
        #expect(row?["target"] as? String == "Syria" && row?["reason"] as? String == "denied")
    }

    @Test func numbersAddUp() throws {
        let found = try rows(ask("stats", "--json"))
        func count(_ what: String, _ name: String) -> Int? {
            found.first { $0["what"] as? String == what && $0["name"] as? String == name }?["count"] as? Int
        }
        #expect(count("entities", "all") == SampleGraphs.news.nodes.count)
        #expect(count("relations", "all") == SampleGraphs.news.edges.count)
        #expect(
            Status.allCases.compactMap { count("status", $0.rawValue) }.reduce(0, +) == SampleGraphs.news.edges.count)
    }

    @Test func whatStandsBetweenTwoNamesBothTheirTiesAndWhomTheyShare() throws {
        let found = try rows(ask("between", "russia", "united states", "--json"))
        #expect(found.contains { $0["via"] is String } && found.contains { !($0["via"] is String) })
    }

    @Test func blocsHoldEveryEntityWithATieOnce() throws {
        let found = try rows(ask("blocs", "--json"))
        let members = found.filter { $0["bloc"] is Int }.compactMap { $0["name"] as? String }
        #expect(Set(members).count == members.count && members.contains("Vladimir Putin"))
    }

    @Test func centralEntitiesComeFirst() throws {
        let found = try rows(ask("central", "--json", "--limit", "5"))
        let counts = found.compactMap { $0["passages"] as? Int }
        #expect(counts.count == 5 && counts == counts.sorted(by: >))
    }

    @Test func aTimelineRunsForward() throws {
        let dates = try rows(ask("timeline", "russia", "--json")).compactMap { $0["date"] as? String }
        #expect(!dates.isEmpty && dates == dates.sorted())
    }

    @Test func aGraphDiffersFromItsPartByWhatIsLeftOut() throws {
        let part = folder / "part.jsonl"
        #expect(try Tool.run("export", graph, "-o", part, "--status", "asserted").status == 0)
        let run = try Tool.run("diff", part, graph, "--json")
        let changes = Set(try rows(run.output).compactMap { $0["change"] as? String })
        #expect(run.status == 0 && changes == ["appeared", "changed"])
        #expect(try Tool.run("diff", graph, graph).status == 1)
    }

    @Test func twoSourcesAreCompared() throws {
        let found = try rows(ask("compare", "report-1.txt", "report-2.txt", "--json"))
        #expect(
            Set(found.compactMap { $0["they"] as? String }).isSubset(of: [
                "contradict", "differ", "agree", "first only", "second only",
            ]))
        #expect(!found.isEmpty)
    }

    @Test func answersAreDrawn() throws {
        for (verb, names) in [
            ("show", ["assad"]), ("path", ["rahmon", "assad"]), ("timeline", ["russia", "syria"]), ("blocs", []),
        ] {
            let file = folder / "\(verb).svg"
            let run = try Tool.run([verb, graph] + names + ["-o", file])
            #expect(run.status == 0, "\(run.errors)")
            #expect(folder.text("\(verb).svg").contains("</svg>"))
        }
    }

    @Test func aSelectionChoosesWhatIsDrawn() throws {
        let run = try Tool.run("render", graph, "-o", folder / "a.svg", "--focus", "rahmon", "--depth", "1")
        #expect(run.status == 0, "\(run.errors)")
        let picture = folder.text("a.svg")
        #expect(picture.contains("Rahmon") && !picture.contains("Greece"))
    }

    @Test func formsOfFormatsAreChosen() throws {
        let drawn = try ask("export", "-o", "-", "--format", "dot")
        let plain = try ask("export", "-o", "-", "--format", "dot", "--dot-style", "plain")
        #expect(drawn.contains("\nnode [") && !plain.contains("\nnode [") && plain.contains("label=\"Russia\""))
        #expect(try ask("export", "-o", "-", "--format", "turtle", "--rdf", "1.2").contains("rdf:reifies <<( "))
        #expect(try !ask("export", "-o", "-", "--format", "turtle").contains("<<("))
    }

    @Test func timesAreToldWhereAskedFor() throws {
        let run = try Tool.run("show", graph, "assad", "--timings")
        for step in ["read", "indexed", "answered"] { #expect(run.errors.contains("entente: \(step) after 0.")) }
        #expect(try run.output == ask("show", "assad"))
        #expect(try Tool.run("show", graph, "assad").errors.isEmpty)
    }

    @Test func formatsAreListed() throws {
        let found = try rows(try Tool.run("formats", "--json").output)
        let names = found.compactMap { $0["format"] as? String }
        #expect(Set(["graphml", "jsonl", "dot", "png", "svg", "pdf"]).isSubset(of: names))
        #expect(try Tool.run("export", "--list").output.contains("graphml"))
    }
}
