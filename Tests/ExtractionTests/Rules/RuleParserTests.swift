import Annotations
import Testing

@testable import Extraction

@Suite("Rule files")
struct RuleParserTests {
    @Test("A rule keeps its words, slots and options")
    func columns() throws {
        let rules = try RuleParser.rules(
            RuleFile(
                name: "opposes.rules",
                text:
                    "# heading\n@ source person state\nverb | rule_out, lay>blame | subject -> object.owner, on | denied score=0.5"
            ))
        let rule = try #require(rules.first)
        #expect(rules.count == 1)
        #expect(rule.words.map(\.word) == ["rule", "lay"])
        #expect(rule.words[0].particle == "out")
        #expect(rule.words[1].dependent == "blame")
        #expect(rule.target.map(\.steps) == [["object", "owner"], ["on"]])
        #expect(rule.effect == .denied)
        #expect(rule.score == 0.5)
        #expect(rule.sourceKinds == [.person, .state])
        #expect(rule.targetKinds == Set(EntityKind.allCases))
    }

    @Test(
        "A broken line is named with its file and number",
        arguments: [
            ("verb | back | subject", "x.rules:1"), ("noun | a | b -> c | wrong", "x.rules:1"),
            ("\nvreb | a | b -> c", "x.rules:2"),
            ("@ source nobody", "x.rules:1"), ("verb | a | -> c", "x.rules:1"), ("verb |  | b -> c", "x.rules:1"),
        ])
    func errors(text: String, place: String) {
        #expect {
            try RuleParser.rules(RuleFile(name: "x.rules", text: text))
        } throws: { error in
            "\(error)".hasPrefix(place)
        }
    }

    @Test("An example names its sentence and what it says")
    func examples() throws {
        let file = RuleFile(name: "backs.rules", text: "## + A backs B. => A | B ; C | B | denied\n## - A met B.")
        let examples = try RuleExample.examples(file)
        #expect(examples.count == 2)
        #expect(examples[0].sentence == "A backs B.")
        #expect(examples[0].expectations.map(\.status) == [.asserted, .denied])
        #expect(examples[1].mustMatch == false)
        #expect(examples[1].expectations.map(\.relation.rawValue) == ["backs"])
    }
}
