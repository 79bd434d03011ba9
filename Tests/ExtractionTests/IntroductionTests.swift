import Annotations
import Extraction
import Knowledge
import Testing

/// Somebody is described first and named later.
@Suite struct Introductions {
    private let general = "A_DET_2_det general_NOUN_3_nsubj resigned_VERB_0_root"
    private let named = "General_PROPN_3_compound Ana_PROPN_3_compound Roe_PROPN_4_nsubj spoke_VERB_0_root | PER:1-3"

    @Test func theFirstSentenceOfAStorySaysWhoIsNamedInTheNext() {
        #expect(MentionFixture.dump([general, named]) == ["A general=person:ana-roe", "Ana Roe=person:ana-roe"])
    }

    @Test func aDefinitePhraseOrAnObjectIntroducesNobody() {
        let definite = "The_DET_2_det officer_NOUN_3_nsubj resigned_VERB_0_root"
        #expect(!MentionFixture.dump([definite, named]).contains("The officer=person:ana-roe"))
        let object = "Kenya_PROPN_2_nsubj dismissed_VERB_0_root an_DET_4_det officer_NOUN_2_obj | LOC:0-1"
        #expect(!MentionFixture.dump([object, named]).contains("an officer=person:ana-roe"))
    }

    @Test func identifiedAsIsOnePerson() {
        let found = MentionFixture.dump([
            "Police_NOUN_2_nsubj jailed_VERB_0_root a_DET_4_det suspect_NOUN_2_obj identified_VERB_4_acl as_ADP_8_case Ana_PROPN_8_compound Roe_PROPN_5_obl | PER:6-8"
        ])
        #expect(found.contains("a suspect=person:ana-roe"))
        let other = MentionFixture.dump([
            "Police_NOUN_2_nsubj jailed_VERB_0_root a_DET_4_det suspect_NOUN_2_obj praised_VERB_4_acl by_ADP_8_case Ana_PROPN_8_compound Roe_PROPN_5_obl | PER:6-8"
        ])
        #expect(!other.contains("a suspect=person:ana-roe"))
    }

    @Test func aTitleInAnotherStoryHoldsNothing() {
        let found = MentionFixture.dump([
            "President_PROPN_3_compound Ana_PROPN_3_compound Roe_PROPN_4_nsubj spoke_VERB_0_root | PER:1-3",
            "¶ Peru_PROPN_2_nsubj voted_VERB_0_root | LOC:0-1",
            "The_DET_2_det president_NOUN_3_nsubj slept_VERB_0_root",
        ])
        #expect(!found.contains("The president=person:ana-roe"))
    }
}
