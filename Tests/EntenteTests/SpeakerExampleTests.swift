import Annotations
import Extraction
import Knowledge
import Testing

@testable import Entente

/// Whose claim it is, from the text to the assertion: sentences of the project's own, run through the analyzer, the
/// mentions and the rules, without the learned scorer.
@Suite("Whose claim it is")
struct SpeakerExampleTests {
    /// A text, an assertion in it as `source relation target`, and its speaker, or `-` where the document speaks.
    struct Example: Sendable, CustomTestStringConvertible {
        var text: String
        var triple: String
        var speaker: String
        var testDescription: String { text }

        init(_ text: String, _ triple: String, _ speaker: String) {
            (self.text, self.triple, self.speaker) = (text, triple, speaker)
        }
    }

    static let unnamed = [
        Example("Officials say Norway attacked Denmark.", "Norway attacks Denmark", "officials"),
        Example("The two witnesses said Chad bombed Sudan.", "Chad attacks Sudan", "witnesses"),
        Example("Witnesses said Chad bombed Sudan.", "Chad attacks Sudan", "witnesses"),
        Example("Chad attacked Sudan, according to aid workers.", "Chad attacks Sudan", "aid workers"),
        Example(
            "A published report says Norway has sent weapons to Denmark.", "Norway arms Denmark", "published report"),
        Example(
            "Peru's foreign minister says Norway attacked Denmark.", "Norway attacks Denmark", "Peru's foreign minister"
        ),
        Example(
            "Peru's state television reported that Norway attacked Denmark.", "Norway attacks Denmark",
            "Peru's state television"),
        Example("Peruvian officials said Norway attacked Denmark.", "Norway attacks Denmark", "Peru"),
        Example("Officials met in Lima before Norway attacked Denmark.", "Norway attacks Denmark", "-"),
    ]

    static let accusations = [
        Example("Peru accused Norway of attacking Denmark.", "Norway attacks Denmark", "Peru"),
        Example("Peru blamed Norway for its attack on Denmark.", "Norway attacks Denmark", "Peru"),
        Example("Norway was accused of attacking Denmark.", "Norway attacks Denmark", "-"),
        Example("Peru accused Norway of attacking Denmark.", "Peru accuses Norway", "-"),
    ]

    static let own = [
        Example("Norway announced its support for Denmark.", "Norway backs Denmark", "Norway"),
        Example("Norway supports Denmark.", "Norway backs Denmark", "-"),
        Example("Norway urged Denmark to leave.", "Norway asks Denmark", "-"),
    ]

    static let phrases = [
        Example(
            "Peru said President Emmanuel Macron of France would travel to Lima.", "Emmanuel Macron leads France", "-"),
        Example("Peru says Norway belongs to the European Union.", "Norway memberOf European Union", "Peru"),
    ]

    @Test("Who accuses speaks for the charge, and not for the accusing", arguments: accusations)
    func accused(_ example: Example) throws { try check(example) }

    @Test("Who speaks without a name is a speaker, and no side of a relation", arguments: unnamed)
    func withoutName(_ example: Example) throws {
        try check(example)
        let sides = try RulesAlone().assertions(example.text).flatMap { [$0.source.name, $0.target.name] }
        #expect(!sides.contains("officials") && !sides.contains("witnesses") && !sides.contains("aid workers"))
    }

    @Test("What somebody announces of itself is its own claim; a deed is the document's", arguments: own)
    func announced(_ example: Example) throws { try check(example) }

    @Test("A title in a claim is no claim; what a clause states of an office is", arguments: phrases)
    func presupposed(_ example: Example) throws { try check(example) }

    private func check(_ example: Example) throws {
        let found = try RulesAlone().assertions(example.text)
        let match = found.first { "\($0.source.name) \($0.relation.rawValue) \($0.target.name)" == example.triple }
        let assertion = try #require(
            match, "\(found.map { "\($0.source.name) \($0.relation.rawValue) \($0.target.name)" })")
        #expect((assertion.speaker?.name ?? "-") == example.speaker)
    }
}
