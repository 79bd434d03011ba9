import Annotations
import Extraction
import Knowledge
import Testing

/// Names of bodies, and what takes them up.
@Suite struct Bodies {
    @Test func anOwnerWithItsMarkStandsOutsideTheName() {
        let found = MentionFixture.dump([
            "Latvia_PROPN_4_nmod:poss 's_PART_1_case Amber_PROPN_4_compound League_PROPN_5_nsubj slept_VERB_0_root | ORG:0-4"
        ])
        #expect(found == ["Latvia=state:LVA", "Amber League=organization:amber-league"])
        let front = MentionFixture.dump([
            "People_PROPN_3_nmod:poss 's_PART_1_case Front_PROPN_4_nsubj slept_VERB_0_root | ORG:0-3"
        ])
        #expect(front == ["People's Front=organization:people-s-front"])
    }

    @Test func theDemonymOfAKnownBodyIsItsOwner() {
        let found = MentionFixture.dump([
            "Iranian_ADJ_5_amod Islamic_PROPN_5_compound Revolutionary_PROPN_5_compound Guard_PROPN_5_compound Corps_PROPN_6_nsubj slept_VERB_0_root | ORG:0-5"
        ])
        #expect(found.first?.hasSuffix("=organization:islamic-revolutionary-guard-corps") == true)
        let other = MentionFixture.dump([
            "Kenyan_ADJ_5_amod Islamic_PROPN_5_compound Revolutionary_PROPN_5_compound Guard_PROPN_5_compound Corps_PROPN_6_nsubj slept_VERB_0_root | ORG:0-5"
        ])
        #expect(other.first?.hasSuffix("=organization:islamic-revolutionary-guard-corps") == false)
    }

    @Test func aCompanyIsNoCourt() {
        let found = MentionFixture.dump([
            "Amber_PROPN_2_compound Airlines_PROPN_3_nsubj left_VERB_0_root | ORG:0-2",
            "Baltic_PROPN_2_compound Court_PROPN_3_nsubj ruled_VERB_0_root | ORG:0-2",
            "The_DET_2_det company_NOUN_3_nsubj paid_VERB_0_root",
            "The_DET_2_det newspaper_NOUN_3_nsubj slept_VERB_0_root",
        ])
        #expect(found.contains("The company=organization:amber-airlines"))
        #expect(!found.contains { $0.hasPrefix("The newspaper=") })
    }

    @Test func aBareMinistryIsThatOfTheStory() {
        let state = "Kenya_PROPN_2_nsubj slept_VERB_0_root | LOC:0-1"
        let bare = "The_DET_2_det ministry_NOUN_3_nsubj paid_VERB_0_root"
        #expect(MentionFixture.dump([state, bare]).last == "The ministry=!state:KEN")
        #expect(MentionFixture.dump([bare]).isEmpty)
        let named =
            "The_DET_4_det Amber_PROPN_4_compound Honey_PROPN_4_compound Ministry_PROPN_5_nsubj denied_VERB_0_root | ORG:1-4"
        #expect(MentionFixture.dump([state, named, bare]).last == "The ministry=organization:amber-honey-ministry")
    }

    @Test func hisMinistryIsTheOneNamedBefore() {
        let named =
            "Latvian_ADJ_4_amod Amber_PROPN_4_compound Foreign_PROPN_4_compound Ministry_PROPN_5_nsubj denied_VERB_0_root | ORG:1-4 NORP:0-1"
        let minister =
            "Latvian_ADJ_3_amod Minister_PROPN_3_compound Berzkalns_PROPN_4_nsubj spoke_VERB_0_root | NORP:0-1 PER:2-3"
        let his = "His_PRON_2_nmod:poss ministry_NOUN_3_nsubj paid_VERB_0_root"
        #expect(
            MentionFixture.dump([named, minister, his]).contains("His ministry=organization:amber-foreign-ministry"))
        #expect(MentionFixture.dump([minister, his]).contains("His ministry=!state:LVA"))
    }

    @Test func whoIsForOrAgainstSomebodyNamesThem() {
        let found = MentionFixture.dump([
            "The_DET_3_det pro-Kenyan_ADJ_3_amod rebels_NOUN_4_nsubj slept_VERB_0_root",
            "A_DET_3_det pro-peace_ADJ_3_amod rally_NOUN_4_nsubj began_VERB_0_root",
        ])
        #expect(found == ["The pro-Kenyan rebels=group:pro-kenyan-rebels", "pro-Kenyan=state:KEN"])
    }

    @Test func aVerbGivesAnOfficeToAPerson() {
        let resigned = MentionFixture.dump([
            "Ana_PROPN_2_compound Roe_PROPN_3_nsubj resign_VERB_0_root as_ADP_5_case president_NOUN_3_obl of_ADP_7_case Kenya_PROPN_5_nmod | PER:0-2 LOC:6-7"
        ])
        #expect(resigned.contains("president of Kenya=person:ana-roe"))
        let named = MentionFixture.dump([
            "Tom_PROPN_2_compound Finch_PROPN_3_nsubj name_VERB_0_root Ana_PROPN_5_compound Roe_PROPN_3_obj as_ADP_7_case president_NOUN_3_obl of_ADP_9_case Kenya_PROPN_7_nmod | PER:0-2 PER:3-5 LOC:8-9"
        ])
        #expect(named.contains("president of Kenya=person:ana-roe"))
        let met = MentionFixture.dump([
            "Tom_PROPN_2_compound Finch_PROPN_3_nsubj meet_VERB_0_root the_DET_5_det president_NOUN_3_obj of_ADP_7_case Kenya_PROPN_5_nmod | PER:0-2 LOC:6-7"
        ])
        #expect(!met.contains("the president of Kenya=person:tom-finch"))
    }

    @Test func theSpellingOfTheDocumentIsShown() {
        let (analysis, document) = MentionFixture.document([
            "Sergei_PROPN_2_compound Lavrov_PROPN_3_nsubj slept_VERB_0_root | PER:0-2"
        ])
        let entity = MentionPipeline(knowledge: .standard).analyze(analysis, document: document).entities.first
        #expect(entity?.name == "Sergei Lavrov")
        #expect(entity?.id == "person:sergey-lavrov")
    }
}

@Suite struct PairPhrases {
    private let two = "Kenya_PROPN_2_nsubj left_VERB_0_root Peru_PROPN_2_obj | LOC:0-1 LOC:2-3"
    private let both = "Both_DET_2_det countries_NOUN_3_nsubj agreed_VERB_0_root"

    @Test func bothCountriesAreTheTwoThatWereNamed() {
        #expect(
            MentionFixture.dump([two, both]).suffix(2) == [
                "Both countries=state:KEN", "Both countries=state:PER",
            ])
    }

    @Test func ofThreeOrOneNobodyIsMeant() {
        let third = "Chad_PROPN_2_nsubj left_VERB_0_root Kenya_PROPN_2_obj Peru_PROPN_2_obj | LOC:0-1 LOC:2-3 LOC:3-4"
        #expect(!MentionFixture.dump([third, both]).contains { $0.hasPrefix("Both countries=state") })
        let one = "Kenya_PROPN_2_nsubj slept_VERB_0_root | LOC:0-1"
        #expect(!MentionFixture.dump([one, both]).contains { $0.hasPrefix("Both countries=state") })
    }
}
