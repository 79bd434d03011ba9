import Annotations
import Extraction
import Knowledge
import Testing

@testable import Entente

/// Every rules file carries sentences that its rules must match (`## +`) and must not (`## -`); here they all run through
/// the analyzer, the mentions and the rules alone, without the learned scorer.
@Suite("Sentences of the rules files")
struct RuleExampleTests {
    static let examples: [RuleExample] = RuleFile.all(in: .standard).flatMap { file in
        (try? RuleExample.examples(file)) ?? []
    }

    @Test("Every file has sentences for both sides, and all of them read")
    func complete() throws {
        for file in RuleFile.all(in: .standard) where file.name.hasSuffix(".rules") {
            let examples = try RuleExample.examples(file)
            let hasMatch = examples.contains { $0.mustMatch }
            #expect(hasMatch, "\(file.name) has no '## +'")
        }
    }

    @Test("The sentences match, or do not, as marked")
    func match() throws {
        let run = try RulesAlone()
        for example in Self.examples {
            let found = try run.assertions(example.sentence)
            for expected in example.expectations {
                let isFound = found.contains { agrees($0, expected) }
                #expect(
                    isFound == example.mustMatch,
                    "\(example.file):\(example.line): \(example.sentence) gives \(found.map(describe))")
            }
        }
    }

    private func agrees(_ assertion: Assertion, _ expected: RuleExample.Expectation) -> Bool {
        let isStraight = names(assertion.source.name, expected.source) && names(assertion.target.name, expected.target)
        let isTurned = names(assertion.target.name, expected.source) && names(assertion.source.name, expected.target)
        let isSymmetric = Knowledge.standard.ontology[expected.relation]?.isSymmetric == true
        return assertion.relation == expected.relation && (isStraight || isSymmetric && isTurned)
            && (expected.status == nil || assertion.status == expected.status)
    }

    private func names(_ name: String, _ expected: String) -> Bool {
        expected.isEmpty || name == expected
    }

    private func describe(_ assertion: Assertion) -> String {
        "\(assertion.source.name) \(assertion.relation.rawValue) \(assertion.target.name) \(assertion.status)"
    }
}
