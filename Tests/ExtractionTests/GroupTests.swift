import Annotations
import Extraction
import Knowledge
import Testing

/// What groups and unnamed bodies are called, and which of them are one.
@Suite struct Groups {
    private func entities(_ lines: [String]) -> [Entity] {
        let (analysis, document) = MentionFixture.document(lines)
        return MentionPipeline(knowledge: .standard).analyze(analysis, document: document).entities
    }

    @Test func peopleAreKnownByTheirNumberUnlessItIsRounded() {
        let counted = "Kenya_PROPN_2_nsubj jailed_VERB_0_root 36_NUM_4_nummod people_NOUN_2_obj | LOC:0-1"
        #expect(entities([counted]).map(\.name) == ["Kenya", "36 people"])
        let rounded =
            "Kenya_PROPN_2_nsubj jailed_VERB_0_root over_ADV_4_advmod 36_NUM_5_nummod people_NOUN_2_obj | LOC:0-1"
        #expect(entities([rounded]).map(\.name) == ["Kenya", "people"])
        let rebels = "Kenya_PROPN_2_nsubj jailed_VERB_0_root 36_NUM_4_nummod rebels_NOUN_2_obj | LOC:0-1"
        #expect(entities([rebels]).map(\.name) == ["Kenya", "rebels"])
    }

    @Test func membersAreNamedWithWhatTheyBelongTo() {
        let found = entities([
            "Two_NUM_2_nummod members_NOUN_6_nsubj of_ADP_5_case the_DET_5_det senate_NOUN_2_nmod slept_VERB_0_root"
        ])
        #expect(found.contains { $0.name == "members of the senate" })
    }

    @Test func supportersOfTwoAreTwoAndOfOneAreSupporters() {
        let one =
            "Supporters_NOUN_5_nsubj of_ADP_4_case Ana_PROPN_4_compound Roe_PROPN_1_nmod marched_VERB_0_root | PER:2-4"
        let two =
            "Supporters_NOUN_5_nsubj of_ADP_4_case Tom_PROPN_4_compound Finch_PROPN_1_nmod slept_VERB_0_root | PER:2-4"
        #expect(entities([one]).map(\.name) == ["Supporters", "Ana Roe"])
        let both = entities([one, two]).filter { $0.kind == .group }
        #expect(both.map(\.name) == ["Supporters of Ana Roe", "Supporters of Tom Finch"])
        #expect(Set(both.map(\.id)).count == 2)
    }

    @Test func forcesLoyalToSomebodyAreNotTheState() {
        let found = entities([
            "Kenya_PROPN_2_nsubj saw_VERB_0_root forces_NOUN_2_obj loyal_ADJ_3_amod to_ADP_7_case Ana_PROPN_7_compound Roe_PROPN_4_obl | LOC:0-1 PER:5-7"
        ])
        #expect(found.map(\.name) == ["Kenya", "forces loyal to Ana Roe", "Ana Roe"])
    }

    @Test func coalitionForcesAreTheCoalition() {
        let found = MentionFixture.dump([
            "The_DET_6_det Kenyan_ADJ_4_amod -_PUNCT_4_punct led_VERB_6_amod coalition_NOUN_6_compound forces_NOUN_7_nsubj left_VERB_0_root | NORP:1-2"
        ])
        #expect(found.first == "The Kenyan-led coalition forces=group:kenyan-led-coalition")
    }

    @Test func theRegionalGovernmentIsNotThatOfTheState() {
        let line =
            "The_DET_3_det regional_ADJ_3_amod government_NOUN_4_nsubj paid_VERB_0_root Kenya_PROPN_4_obj | LOC:4-5"
        let found = entities(["Kenya_PROPN_2_nsubj slept_VERB_0_root | LOC:0-1", line])
        #expect(found.map(\.name) == ["Kenya", "regional government"])
        let whole = MentionFixture.dump([
            "Kenya_PROPN_2_nsubj slept_VERB_0_root | LOC:0-1", "The_DET_2_det government_NOUN_3_nsubj paid_VERB_0_root",
        ])
        #expect(whole.last == "The government=!state:KEN")
    }

    @Test func unnamedGroupsOfTwoDocumentsStayApart() {
        let first = entities(["Rebels_NOUN_2_nsubj fled_VERB_0_root"])
        let second = entities(["Rebels_NOUN_2_nsubj slept_VERB_0_root"])
        #expect(first[0].id != second[0].id)
        #expect(first[0].id == entities(["Rebels_NOUN_2_nsubj fled_VERB_0_root"])[0].id)
        let named = entities(["Syrian_ADJ_2_amod rebels_NOUN_3_nsubj fled_VERB_0_root | NORP:0-1"])
        let again = entities(["Syrian_ADJ_2_amod rebels_NOUN_3_nsubj slept_VERB_0_root | NORP:0-1"])
        #expect(named.first { $0.kind == .group }?.id == again.first { $0.kind == .group }?.id)
    }
}

@Suite struct StoryBreaks {
    private let kenya = "Kenya_PROPN_2_nsubj slept_VERB_0_root | LOC:0-1"
    private let peru = "¶ Peru_PROPN_2_nsubj voted_VERB_0_root | LOC:0-1"
    private let government = "The_DET_2_det government_NOUN_3_nsubj paid_VERB_0_root"

    @Test func aPhraseStaysInItsStory() {
        let strange = "¶ Ana_PROPN_2_compound Roe_PROPN_3_nsubj praised_VERB_0_root police_NOUN_3_obj | PER:0-2"
        let found = MentionFixture.dump([kenya, strange, government])
        #expect(!found.contains("The government=!state:KEN"))
        #expect(MentionFixture.dump([kenya, peru, government]).last == "The government=!state:PER")
    }

    @Test func aParagraphThatTakesUpTheLastOneGoesOn() {
        let tied = "¶ It_PRON_2_nsubj praised_VERB_0_root Ana_PROPN_4_compound Roe_PROPN_2_obj | PER:2-4"
        #expect(MentionFixture.dump([kenya, tied, government]).last == "The government=!state:KEN")
    }

    @Test func anAsideBreaksNothingWhereTheNextParagraphGoesOn() {
        let aside = "¶ Ana_PROPN_2_compound Roe_PROPN_3_nsubj spoke_VERB_0_root | PER:0-2"
        let back = "¶ She_PRON_2_nsubj praised_VERB_0_root Kenya_PROPN_2_obj | LOC:2-3"
        let found = MentionFixture.dump([kenya, aside, back, government])
        #expect(found.last == "The government=!state:KEN")
    }

    @Test func groupsWithoutANameAreNotTakenUpFromAnotherStory() {
        let found = MentionFixture.dump([
            "Rebels_NOUN_2_nsubj left_VERB_0_root Kenya_PROPN_2_obj | LOC:2-3", peru,
            "The_DET_2_det rebels_NOUN_3_nsubj slept_VERB_0_root",
        ])
        let ids = found.filter { $0.contains("group:") }.map { $0.split(separator: "=")[1] }
        #expect(Set(ids).count == 2)
    }
}
