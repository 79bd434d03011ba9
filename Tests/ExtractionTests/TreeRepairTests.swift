import Annotations
import Testing

@testable import Extraction

@Suite("Mended trees")
struct TreeRepairTests {
    /// The heads (words) and relations of a sentence after mending: `form<head relation`.
    private func mended(_ text: String) -> [String] {
        let tokens = TreeRepair.mended(TreeFixture(text).sentence.tokens)
        return tokens.map { "\($0.form)<\($0.head < 0 ? "" : tokens[$0.head].form) \($0.relation)" }
    }

    @Test("The noun before a verb of saying at the end is its subject")
    func trailing() {
        let tokens = mended(
            """
            Norway Norway PROPN 2 nsubj
            Sends send VERB 6 ccomp VerbForm=Fin
            Tanks tank NOUN 2 obj
            , , PUNCT 6 punct
            Official official NOUN 2 nsubj
            Says say VERB 0 root VerbForm=Fin
            """)
        #expect(tokens[4] == "Official<Says nsubj")
        #expect(tokens[0] == "Norway<Sends nsubj")
    }

    @Test("A verb of saying between subject and clause governs both", arguments: ["mark", "advmod", "obl", "compound"])
    func saying(relation: String) {
        let tokens = mended(
            """
            Danish Danish ADJ 2 amod
            police police NOUN 5 nsubj
            say say VERB 5 \(relation)
            gunmen gunman NOUN 5 nsubj
            fired fire VERB 0 root VerbForm=Fin
            """)
        #expect(tokens[1] == "police<say nsubj")
        #expect(tokens[2] == "say< root")
        #expect(tokens[3] == "gunmen<fired nsubj")
        #expect(tokens[4] == "fired<say ccomp")
    }

    @Test("Two verbs that have each other's subject change them")
    func exchange() {
        let tokens = mended(
            """
            Norway Norway PROPN 6 nsubj
            has have AUX 3 aux
            sent send VERB 6 ccomp
            tanks tank NOUN 3 obj
            officials official NOUN 3 nsubj
            said say VERB 0 root VerbForm=Fin
            """)
        #expect(tokens[0] == "Norway<sent nsubj")
        #expect(tokens[4] == "officials<said nsubj")
    }

    @Test(
        "An infinitive behind a verb that takes one is its complement",
        arguments: [("threaten", "xcomp"), ("sing", "conj")])
    func infinitive(verb: String, relation: String) {
        let tokens = mended(
            """
            Rebels rebel NOUN 2 nsubj
            come come VERB 0 root
            and and CCONJ 4 cc
            \(verb) \(verb) VERB 2 conj
            to to PART 6 mark
            strike strike VERB 2 conj
            """)
        #expect(tokens[5].hasSuffix(relation))
    }

    @Test("What is denied is the complement of the denial")
    func denial() {
        let tokens = mended(
            """
            Chile Chile PROPN 2 nsubj
            sends send VERB 0 root
            but but CCONJ 4 cc
            denies deny VERB 2 conj
            bolstering bolster VERB 2 conj
            forces force NOUN 5 obj
            """)
        #expect(tokens[4] == "bolstering<denies xcomp")
    }

    @Test("A finite conjunct does not hang on an infinitive")
    func conjunct() {
        let tokens = mended(
            """
            They they PRON 2 nsubj
            want want VERB 0 root VerbForm=Fin
            to to PART 4 mark
            leave leave VERB 2 xcomp VerbForm=Inf
            and and CCONJ 7 cc
            have have AUX 7 aux VerbForm=Fin
            packed pack VERB 4 conj
            """)
        #expect(tokens[6] == "packed<want conj")
    }

    @Test("Both parties stand between")
    func between() {
        let tokens = mended(
            """
            clashes clash NOUN 0 root
            between between ADP 3 case
            Peru Peru PROPN 1 nmod
            and and CCONJ 5 cc
            Chile Chile PROPN 1 obj
            """)
        #expect(tokens[4] == "Chile<Peru conj")
    }

    @Test("A noun has one preposition; the first of two goes to the noun before the second")
    func prepositions() {
        let tokens = mended(
            """
            airstrikes airstrike NOUN 0 root
            on on ADP 5 case
            rebels rebel NOUN 5 compound
            in in ADP 5 case
            Chad Chad PROPN 1 nmod
            """)
        #expect(tokens[1] == "on<rebels case")
        #expect(tokens[2] == "rebels<airstrikes nmod")
    }

    @Test("Talks are cut off")
    func particle() {
        let tokens = mended(
            """
            Peru Peru PROPN 2 nsubj
            cut cut VERB 0 root
            off off ADP 4 case
            talks talk NOUN 2 obl
            """)
        #expect(tokens[2] == "off<cut compound:prt")
        #expect(tokens[3] == "talks<cut obj")
    }

    @Test("A finite verb before an article is no part of the noun behind it")
    func headline() {
        let tokens = mended(
            """
            Lopez Lopez PROPN 4 nmod
            announces announce VERB 4 compound VerbForm=Fin
            the the DET 4 det
            arrest arrest NOUN 0 root
            """)
        #expect(tokens[0] == "Lopez<announces nsubj")
        #expect(tokens[1] == "announces< root")
        #expect(tokens[3] == "arrest<announces obj")
    }
}
