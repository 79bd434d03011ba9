import Annotations
import Testing

@testable import Extraction

@Suite("Status and speaker")
struct StatusTests {
    let arms = try! RuleSet.test("arms", "verb | arm | subject -> object")

    private func inner(
        _ governor: String, _ link: String = "ccomp", before: String = "", speaker: String = "France",
        mark: String = "that"
    ) -> [String] {
        TreeFixture(
            """
            \(speaker) \(speaker) PROPN 2 nsubj _ @\(speaker)
            \(governor) \(governor) VERB 0 root
            \(mark) \(mark) SCONJ 6 mark
            Russia Russia PROPN 6 nsubj _ @Russia
            has have AUX 6 aux
            arms arm VERB 2 \(link)
            Syria Syria PROPN 6 obj _ @Syria
            """
        ).proposals(arms)
    }

    @Test("A verb of saying makes another's deed a claim and one's own a statement")
    func speech() {
        #expect(inner("say") == ["Russia arms Syria alleged France"])
        #expect(
            TreeFixture(
                """
                Russia Russia PROPN 2 nsubj _ @Russia
                says say VERB 0 root
                it it PRON 4 nsubj _ @Russia
                arms arm VERB 2 ccomp
                Syria Syria PROPN 4 obj _ @Syria
                """
            ).proposals(arms) == ["Russia arms Syria asserted Russia"])
    }

    @Test(
        "Governing verbs decide", arguments: [("deny", "denied"), ("consider", "hypothetical"), ("accuse", "alleged")])
    func governors(verb: String, status: String) {
        #expect(inner(verb).first?.hasPrefix("Russia arms Syria \(status)") == true)
    }

    @Test(
        "Negation and modals on the verb decide",
        arguments: [
            ("not PART", "advmod", "denied"), ("will AUX", "aux", "planned"), ("may AUX", "aux", "hypothetical"),
        ])
    func marks(word: String, link: String, status: String) {
        let parts = word.split(separator: " ")
        let tree = TreeFixture(
            """
            Russia Russia PROPN 3 nsubj _ @Russia
            \(parts[0]) \(parts[0]) \(parts[1]) 3 \(link)
            arm arm VERB 0 root
            Syria Syria PROPN 3 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria \(status)"])
    }

    @Test("A condition is hypothetical; the clause that it conditions is not denied by it")
    func condition() {
        let tree = TreeFixture(
            """
            If if SCONJ 3 mark
            Russia Russia PROPN 3 nsubj _ @Russia
            arms arm VERB 7 advcl
            Syria Syria PROPN 3 obj _ @Syria
            , , PUNCT 7 punct
            France France PROPN 7 nsubj _ @France
            leaves leave VERB 0 root
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria hypothetical"])
    }

    @Test("Denied reports: the denial reaches through the noun, and the denier speaks")
    func deniedReports() {
        let tree = TreeFixture(
            """
            Russia Russia PROPN 2 nsubj _ @Russia
            denied deny VERB 0 root
            reports report NOUN 2 obj
            that that SCONJ 6 mark
            it it PRON 6 nsubj _ @Russia
            arms arm VERB 3 acl
            Syria Syria PROPN 6 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria denied Russia"])
    }

    @Test("What follows 'after' stands, whatever is said of the main clause")
    func factive() {
        let tree = TreeFixture(
            """
            France France PROPN 3 nsubj _ @France
            may may AUX 3 aux
            leave leave VERB 0 root
            after after SCONJ 6 mark
            Russia Russia PROPN 6 nsubj _ @Russia
            armed arm VERB 3 advcl
            Syria Syria PROPN 6 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria asserted"])
    }

    @Test("The verb of saying may follow what is said")
    func parenthesis() {
        let tree = TreeFixture(
            """
            Russia Russia PROPN 2 nsubj _ @Russia
            arms arm VERB 0 root
            Syria Syria PROPN 2 obj _ @Syria
            , , PUNCT 6 punct
            France France PROPN 6 nsubj _ @France
            said say VERB 2 parataxis
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria alleged France"])
    }
}
