import Annotations
import Testing

@testable import Extraction

@Suite("Who speaks")
struct SpeakerTests {
    let arms = try! RuleSet.test("arms", "verb | arm | subject -> object")

    @Test("Of a quotation, the one quoted speaks")
    func quoted() {
        let tree = TreeFixture(
            """
            Japan Japan PROPN 2 nsubj _ @Japan
            quoted quote VERB 0 root
            France France PROPN 2 obj _ @France
            as as SCONJ 5 mark
            saying say VERB 2 advcl
            Russia Russia PROPN 7 nsubj _ @Russia
            arms arm VERB 5 ccomp
            Syria Syria PROPN 7 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria alleged France"])
    }

    @Test("Unnamed police speak for the place that they are in")
    func seat() {
        let tree = TreeFixture(
            """
            Police police NOUN 4 nsubj
            in in ADP 3 case
            Kenya Kenya PROPN 1 nmod _ @Kenya
            say say VERB 0 root
            Russia Russia PROPN 6 nsubj _ @Russia
            arms arm VERB 4 ccomp
            Syria Syria PROPN 6 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria alleged Kenya"])
    }

    @Test("The name behind the colon of a headline speaks")
    func closing() {
        let tree = TreeFixture(
            """
            Russia Russia PROPN 2 nsubj _ @Russia
            Arms arm VERB 0 root
            Syria Syria PROPN 2 obj _ @Syria
            : : PUNCT 5 punct
            France France PROPN 2 vocative _ @France
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria alleged France"])
    }

    @Test("A view has an owner")
    func view() {
        let tree = TreeFixture(
            """
            In in ADP 3 case
            France France PROPN 3 nmod:poss _ @France
            view view NOUN 5 obl
            Russia Russia PROPN 5 nsubj _ @Russia
            arms arm VERB 0 root
            Syria Syria PROPN 5 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria alleged France"])
    }

    @Test("Who reports a promise speaks before who promises")
    func promise() {
        let tree = TreeFixture(
            """
            France France PROPN 2 nsubj _ @France
            says say VERB 0 root
            Russia Russia PROPN 4 nsubj _ @Russia
            promises promise VERB 2 ccomp
            to to PART 6 mark
            arm arm VERB 4 xcomp
            Syria Syria PROPN 6 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria planned France"])
    }

    @Test("What is only supposed to be announced is nobody's word yet")
    func supposed() {
        let tree = TreeFixture(
            """
            Norway Norway PROPN 2 nsubj _ @Norway
            waits wait VERB 0 root
            if if SCONJ 5 mark
            France France PROPN 5 nsubj _ @France
            announces announce VERB 2 advcl
            Russia Russia PROPN 7 nsubj _ @Russia
            arms arm VERB 5 ccomp
            Syria Syria PROPN 7 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria asserted"])
    }

    @Test("Of two verbs of saying on one level, the nearer one governs the clause with 'that'")
    func nearest() {
        let tree = TreeFixture(
            """
            Norway Norway PROPN 2 nsubj _ @Norway
            says say VERB 0 root
            France France PROPN 4 nsubj _ @France
            announced announce VERB 2 ccomp
            that that SCONJ 7 mark
            Russia Russia PROPN 7 nsubj _ @Russia
            arms arm VERB 2 ccomp
            Syria Syria PROPN 7 obj _ @Syria
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria alleged France"])
    }

    @Test("A temporal clause with 'as' is no attribution")
    func temporal() {
        let tree = TreeFixture(
            """
            Russia Russia PROPN 2 nsubj _ @Russia
            arms arm VERB 0 root
            Syria Syria PROPN 2 obj _ @Syria
            as as SCONJ 6 mark
            France France PROPN 6 nsubj _ @France
            announces announce VERB 2 advcl
            elections election NOUN 6 obj
            """)
        #expect(tree.proposals(arms) == ["Russia arms Syria asserted"])
    }

    @Test("Somebody whom the tree takes for a subject of 'accusing' is its object")
    func misreadObject() {
        let tree = TreeFixture(
            """
            France France PROPN 2 nsubj _ @France
            left leave VERB 0 root
            , , PUNCT 4 punct
            accusing accuse VERB 2 advcl VerbForm=Ger
            Russia Russia PROPN 4 nsubj _ @Russia
            of of SCONJ 7 mark
            arming arm VERB 4 ccomp VerbForm=Ger
            Syria Syria PROPN 7 obj _ @Syria
            """)
        #expect(tree.proposals(arms).allSatisfy { $0.hasSuffix("alleged France") })
    }
}
