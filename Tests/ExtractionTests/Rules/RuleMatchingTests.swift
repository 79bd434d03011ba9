import Annotations
import Testing

@testable import Extraction

@Suite("Rules over trees")
struct RuleMatchingTests {
    let backs = try! RuleSet.test("backs", "verb | back | subject -> object")

    @Test("An active verb joins its subject to its object, for every conjunct")
    func active() {
        let tree = TreeFixture(
            """
            Russia Russia PROPN 4 nsubj _ @Russia
            and and CCONJ 3 cc
            Iran Iran PROPN 1 conj _ @Iran
            back back VERB 0 root
            Syria Syria PROPN 4 obj _ @Syria
            """)
        #expect(tree.proposals(backs) == ["Iran backs Syria asserted", "Russia backs Syria asserted"])
    }

    @Test("A passive turns subject and agent around; without an agent there is no source")
    func passive() {
        let text = """
            Syria Syria PROPN 3 nsubj:pass _ @Syria
            was be AUX 3 aux:pass
            backed back VERB 0 root VerbForm=Part|Tense=Past
            """
        #expect(TreeFixture(text).proposals(backs).isEmpty)
        let withAgent = TreeFixture(text + "\nby by ADP 5 case\nRussia Russia PROPN 3 obl:agent _ @Russia")
        #expect(withAgent.proposals(backs) == ["Russia backs Syria asserted"])
    }

    @Test("The subject of an infinitive is the object of the verb that controls it, and the status is a plan")
    func control() {
        let tree = TreeFixture(
            """
            France France PROPN 2 nsubj _ @France
            urged urge VERB 0 root
            Russia Russia PROPN 2 obj _ @Russia
            to to PART 5 mark
            back back VERB 2 xcomp VerbForm=Inf
            Syria Syria PROPN 5 obj _ @Syria
            """)
        #expect(tree.proposals(backs) == ["Russia backs Syria planned France"])
    }

    @Test("A relative pronoun stands for its noun")
    func relative() {
        let tree = TreeFixture(
            """
            Russia Russia PROPN 6 nsubj _ @Russia
            , , PUNCT 4 punct
            which which PRON 4 nsubj PronType=Rel
            backs back VERB 1 acl:relcl
            Syria Syria PROPN 4 obj _ @Syria
            left leave VERB 0 root
            """)
        #expect(tree.proposals(backs) == ["Russia backs Syria asserted"])
    }

    @Test("The owner of the object takes its place where the object is no mention")
    func owner() {
        let tree = TreeFixture(
            """
            France France PROPN 2 nsubj _ @France
            backs back VERB 0 root
            Russia Russia PROPN 5 nmod:poss _ @Russia
            's 's PART 3 case
            proposal proposal NOUN 2 obj
            """)
        #expect(tree.proposals(backs) == ["France backs Russia asserted"])
        let direct = try! RuleSet.test("backs", "verb | back | subject -> object | direct")
        #expect(tree.proposals(direct).isEmpty)
    }

    @Test("A noun takes its source from the subject of a verb without meaning of its own")
    func lightVerb() throws {
        let rules = try RuleSet.test("sanctions", "noun | sanction | poss, governor -> on")
        let tree = TreeFixture(
            """
            France France PROPN 2 nsubj _ @France
            imposed impose VERB 0 root
            sanctions sanction NOUN 2 obj
            on on ADP 5 case
            Iran Iran PROPN 2 obl _ @Iran
            """)
        #expect(tree.proposals(rules) == ["France sanctions Iran asserted"])
    }

    @Test("A mutual noun pairs the names before it")
    func mutual() throws {
        let rules = try RuleSet.test("meets", "noun | talk | parties, poss <-> with, between")
        let tree = TreeFixture(
            """
            Iran Iran PROPN 3 compound _ @Iran
            -Russia Russia PROPN 1 conj _ @Russia
            talks talk NOUN 4 nsubj
            ended end VERB 0 root
            """)
        #expect(tree.proposals(rules) == ["Iran meets Russia asserted"])
    }

    @Test("A title gives its holder and its owner")
    func title() throws {
        let rules = try RuleSet.test("leads", "role | president | self -> owner, of | source=person")
        let tree = TreeFixture(
            """
            Russian russian ADJ 3 amod _ @Russia
            President president PROPN 3 nmod:desc
            Putin Putin PROPN 4 nsubj _ @Putin
            spoke speak VERB 0 root
            """, kinds: ["Putin": .person])
        #expect(tree.proposals(rules) == ["Putin leads Russia asserted"])
    }

    @Test("A hyphenated participle joins what stands before it to the noun")
    func compound() throws {
        let rules = try RuleSet.test("backs", "compound | back | left -> modified")
        let tree = TreeFixture(
            """
            US US PROPN 3 obl:unmarked _ @US
            - - PUNCT 1 punct
            backed back VERB 4 amod VerbForm=Part|Tense=Past
            rebels rebel NOUN 5 nsubj _ @rebels
            fled flee VERB 0 root
            """, kinds: ["rebels": .group])
        #expect(tree.proposals(rules) == ["US backs rebels asserted"])
    }

    @Test("An entity has no relation to itself, and a kind that the rule does not take gives nothing")
    func refused() throws {
        let text = """
            Russia Russia PROPN 2 nsubj _ @Russia
            backs back VERB 0 root
            Russia Russia PROPN 2 obj _ @Russia
            """
        #expect(TreeFixture(text).proposals(backs).isEmpty)
        let people = try RuleSet.test("backs", "verb | back | subject -> object | source=person")
        let other = TreeFixture(text.replacing("@Russia\nbacks", with: "@Iran\nbacks"))
        #expect(other.proposals(backs) == ["Iran backs Russia asserted"])
        #expect(other.proposals(people).isEmpty)
    }

    @Test("Members of a party are no member of it themselves")
    func membersOfThemselves() {
        var tree = TreeFixture(
            """
            Amber Amber PROPN 2 compound _ @AmberParty
            members member NOUN 3 nsubj Number=Plur @members
            left leave VERB 0 root
            """, kinds: ["AmberParty": .organization, "members": .group])
        tree.mentions[1].form = .nominal
        let rules = try! RuleSet.test("memberOf", "role | member | self -> owner")
        #expect(tree.proposals(rules).isEmpty)
    }

    @Test("Persons beside a party's name belong to it")
    func party() {
        let tree = TreeFixture(
            """
            Walters Walters PROPN 7 nsubj _ @Walters
            and and CCONJ 3 cc
            Keene Keene PROPN 1 conj _ @Keene
            , , PUNCT 1 punct
            both both DET 6 det
            Ambers Amber PROPN 1 appos _ @Amber-Party
            left leave VERB 0 root
            """, kinds: ["Amber-Party": .organization, "Walters": .person, "Keene": .person])
        let rules = try! RuleSet.test("backs", "verb | back | subject -> object")
        #expect(
            tree.proposals(rules) == ["Keene memberOf Amber-Party asserted", "Walters memberOf Amber-Party asserted"])
    }

    @Test("Who is backed by a state holds no office of it")
    func backed() {
        let tree = TreeFixture(
            """
            Latvia Latvia PROPN 3 obl _ @Latvia
            - - PUNCT 3 punct
            backed back VERB 5 amod
            President President PROPN 5 compound
            Ganich Ganich PROPN 6 nsubj _ @Ganich
            left leave VERB 0 root
            """, kinds: ["Ganich": .person])
        #expect(tree.proposals(backs).isEmpty)
    }

    @Test("A body does not lie where it meets, nor in a state that it is near")
    func misplaced() {
        let rules = try! RuleSet.test("locatedIn", "link | in, near | self -> other")
        let meeting = TreeFixture(
            """
            meeting meeting NOUN 0 root
            of of ADP 3 case
            League League PROPN 1 nmod _ @League
            in in ADP 5 case
            Latvia Latvia PROPN 3 nmod _ @Latvia
            """, kinds: ["League": .organization])
        #expect(meeting.proposals(rules).isEmpty)
        let near = TreeFixture(
            """
            Cove Cove PROPN 4 nsubj _ @Cove
            near near ADP 3 case
            Latvia Latvia PROPN 1 nmod _ @Latvia
            slept sleep VERB 0 root
            """, kinds: ["Cove": .place])
        #expect(near.proposals(rules).isEmpty)
        let inside = TreeFixture(
            """
            Cove Cove PROPN 4 nsubj _ @Cove
            in in ADP 3 case
            Latvia Latvia PROPN 1 nmod _ @Latvia
            slept sleep VERB 0 root
            """, kinds: ["Cove": .place])
        #expect(inside.proposals(rules) == ["Cove locatedIn Latvia asserted"])
    }
}
