import Testing

@testable import Linguistics

@Suite struct LemmaLexiconTests {
    private let lexicon = LemmaLexicon("Men\tNOUN\tman\nmen\tNOUN\tman\nwent\tVERB\tgo\nÉlites\tNOUN\télite")

    @Test(arguments: [("men", "man"), ("Men", "man"), ("Élites", "élite")])
    func findsEveryLine(form: String, lemma: String) {
        #expect(lexicon.lemma(of: form, tag: .noun) == lemma)
    }

    @Test func knowsTheTag() {
        #expect(lexicon.lemma(of: "went", tag: .verb) == "go")
        #expect(lexicon.lemma(of: "went", tag: .noun) == nil)
        #expect(lexicon.lemma(of: "wen", tag: .verb) == nil)
        #expect(lexicon.lemma(of: "zebra", tag: .noun) == nil)
        #expect(LemmaLexicon("").lemma(of: "men", tag: .noun) == nil)
    }
}
