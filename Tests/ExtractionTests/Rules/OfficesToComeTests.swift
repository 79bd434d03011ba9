import Annotations
import Testing

@testable import Extraction

@Suite struct OfficesToCome {
    private func isToCome(_ words: String, at token: Int) -> Bool {
        let tokens = words.split(separator: " ").map { form in
            Token(
                range: 0..<1, form: String(form), lemma: form.lowercased(),
                tag: form == "for" ? .adp : form == "-" || form == "," ? .punct : .noun, head: -1, relation: "dep")
        }
        var table = MorphologyTable()
        let sentence = Sentence(range: 0..<1, tokens: tokens)
        return SentenceTree(sentence, lemmas: LemmaTable(known: []), &table).isOfficeToCome(endingAt: token)
    }

    @Test func electDesignateAndNomineeAreStillToCome() {
        #expect(isToCome("President-elect Ana Roe", at: 0))
        #expect(isToCome("President - elect Ana Roe", at: 0))
        #expect(isToCome("prime minister designate Ana Roe", at: 1))
        #expect(isToCome("incoming foreign minister Ana Roe", at: 2))
        #expect(isToCome("nominee for defense minister Ana Roe", at: 3))
    }

    @Test func aNomineeForAnOfficeIsNoHolder() {
        #expect(isToCome("nominee for minister", at: 0))
        #expect(!isToCome("nominee of Kenya", at: 0))
    }

    @Test func thoseInOfficeAreNot() {
        #expect(!isToCome("President Ana Roe", at: 0))
        #expect(!isToCome("prime minister Ana Roe , elect members", at: 1))
        #expect(!isToCome("party for defense minister Ana Roe", at: 3))
        #expect(!isToCome("incoming , the minister Ana Roe", at: 3))
    }
}
