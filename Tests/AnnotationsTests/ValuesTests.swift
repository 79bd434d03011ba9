import Annotations
import Testing

@Suite struct ValuesTests {
    @Test func textIsExactlyTheBytesAndRepairsWhatIsNoUTF8() {
        let document = Document(id: "a.txt", bytes: Array("é ".utf8) + [0xFF, 0x41])
        #expect(document.text(0..<2) == "é")
        #expect(document.text(3..<5) == "\u{FFFD}A")
    }

    @Test func statusesAreOrderedAsTheOntologyListsThem() {
        #expect(Status.allCases.shuffled().sorted() == [.asserted, .denied, .alleged, .planned, .hypothetical])
    }

    @Test func aLaterRowOfTheOntologyReplacesAnEarlierOne() {
        let backs = Relation(rawValue: "backs")
        let rows = ["backs", "supports"].map {
            RelationType(relation: backs, label: $0, isSymmetric: false, polarity: .cooperative)
        }
        #expect(Ontology(rows)[backs]?.label == "supports")
        #expect(Ontology(rows)[Relation(rawValue: "none")] == nil)
    }

    @Test func theBaseOfARelationHasNoSubtype() {
        #expect(Token(range: 0..<1, form: "a", relation: "nsubj:pass").baseRelation == "nsubj")
        #expect(Token(range: 0..<1, form: "a", relation: "root").baseRelation == "root")
    }
}
