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

    @Test("A refused appeal was made; what it asks for is refused")
    func rejected() throws {
        let asks = try RuleSet.test("asks", "noun | appeal | poss -> to")
        let tree = TreeFixture(
            """
            France France PROPN 2 nsubj _ @France
            rejected reject VERB 0 root
            Russia Russia PROPN 4 nmod:poss _ @Russia
            appeal appeal NOUN 2 obj
            to to ADP 6 case
            Syria Syria PROPN 4 nmod _ @Syria
            """)
        #expect(tree.proposals(asks).first?.contains("denied") == false)
    }

    @Test("Not to mention a thing is not to deny it; not to hold it is")
    func mentioned() throws {
        let meets = try RuleSet.test("meets", "noun | summit | poss -> with")
        for (verb, isDenied) in [("mention", false), ("hold", true)] {
            let tree = TreeFixture(
                """
                France France PROPN 4 nsubj _ @France
                did do AUX 4 aux
                not not PART 4 advmod
                \(verb) \(verb) VERB 0 root
                Russia Russia PROPN 6 nmod:poss _ @Russia
                summit summit NOUN 4 obj
                with with ADP 8 case
                Syria Syria PROPN 6 nmod _ @Syria
                """)
            #expect(tree.proposals(meets) == ["Russia meets Syria \(isDenied ? "denied" : "asserted")"])
        }
    }

    @Test("'Not only' denies nothing")
    func notOnly() {
        let tree = TreeFixture(
            """
            Russia Russia PROPN 4 nsubj _ @Russia
            not not PART 4 advmod
            only only ADV 4 advmod
            arms arm VERB 0 root
            Syria Syria PROPN 4 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria asserted"])
    }

    @Test("What a spokesman announces beside a denial is not denied")
    func beside() {
        let tree = TreeFixture(
            """
            France France PROPN 2 nsubj _ @France
            denied deny VERB 0 root
            it it PRON 2 obj
            as as SCONJ 6 mark
            Japan Japan PROPN 6 nsubj _ @Japan
            announced announce VERB 2 advcl
            Russia Russia PROPN 8 nsubj _ @Russia
            arms arm VERB 6 ccomp
            Syria Syria PROPN 8 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria alleged Japan"])
    }
}
