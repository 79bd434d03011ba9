import Annotations
import Extraction
import Knowledge
import Testing

@Suite struct Mentions {
    @Test func stateAgentsActForTheirState() {
        let found = MentionFixture.dump([
            "Russian_ADJ_2_amod troops_NOUN_3_nsubj entered_VERB_0_root Latakia_PROPN_3_obj ._PUNCT_3_punct | NORP:0-1 LOC:3-4"
        ])
        #expect(found == ["Russian troops=!state:RUS", "Latakia=place:latakia"])
    }

    @Test func seatsOfGovernmentActAndCapitalsAlsoLocate() {
        let acting = MentionFixture.dump(["Moscow_PROPN_2_nsubj denied_VERB_0_root it_PRON_2_obj | LOC:0-1"])
        #expect(acting.first == "Moscow=state:RUS")
        let locating = MentionFixture.dump([
            "They_PRON_2_nsubj met_VERB_0_root in_ADP_4_case Moscow_PROPN_2_obl | LOC:3-4"
        ])
        #expect(locating == ["Moscow=place:moscow"])
    }

    @Test func aNamePartlyInsideAModifierOwnsNothing() {
        let found = MentionFixture.dump([
            "Western_ADJ_3_compound -_PUNCT_3_punct backed_VERB_5_amod rebel_NOUN_5_compound groups_NOUN_6_nsubj fled_VERB_0_root | NORP:0-1"
        ])
        #expect(found.contains("Western-backed rebel groups=group:western-backed-rebel-groups"))
        #expect(found.contains("Western=group:west"))
    }

    @Test func theNounOfAGroupKeepsItsOwnersAdjective() {
        let found = MentionFixture.dump([
            "The_DET_3_det Syrian_ADJ_3_amod rebels_NOUN_4_nsubj left_VERB_0_root | NORP:1-2"
        ])
        #expect(found == ["The Syrian rebels=group:syrian-rebels", "Syrian=state:SYR"])
    }

    @Test func aMinistryIsABodyOfItsState() {
        let found = MentionFixture.dump([
            "The_DET_4_det Russian_ADJ_4_amod Defense_PROPN_4_compound Ministry_PROPN_5_nsubj denied_VERB_0_root | ORG:1-4"
        ])
        #expect(found == ["Russian Defense Ministry=organization:russian-ministry-of-defence", "Russian=state:RUS"])
    }

    @Test func aTitleStaysOutsideTheName() {
        let found = MentionFixture.dump([
            "Kremlin_PROPN_2_compound spokesman_NOUN_4_compound Dmitry_PROPN_4_compound Peskov_PROPN_5_nsubj spoke_VERB_0_root | LOC:0-1 PER:2-4"
        ])
        #expect(found == ["Kremlin=state:RUS", "Dmitry Peskov=person:dmitry-peskov"])
    }

    @Test func whoIsAPronounAndWHOIsABody() {
        let found = MentionFixture.dump([
            "WHO_PROPN_2_nsubj asked_VERB_0_root who_PRON_4_nsubj left_VERB_2_ccomp ._PUNCT_2_punct | ORG:0-1"
        ])
        #expect(found == ["WHO=organization:world-health-organization"])
    }

    @Test func daysAreNoActors() {
        #expect(MentionFixture.dump(["It_PRON_2_nsubj rained_VERB_0_root Monday_PROPN_2_obl | PER:2-3"]).isEmpty)
    }

    @Test func mentionsAreOrderedAndTheirBytesAreTheirText() {
        let (analysis, document) = MentionFixture.document([
            "Türkiye_PROPN_2_nsubj met_VERB_0_root Iran_PROPN_2_obj ._PUNCT_2_punct | LOC:0-1 LOC:2-3",
            "Iran_PROPN_2_nsubj thanked_VERB_0_root Turkey_PROPN_2_obj ._PUNCT_2_punct | LOC:0-1 LOC:2-3",
        ])
        let result = MentionPipeline(knowledge: .standard).analyze(analysis, document: document)
        #expect(result.mentions.map { document.text($0.range) } == ["Türkiye", "Iran", "Iran", "Turkey"])
        #expect(result.mentions.map(\.entity) == [0, 1, 1, 0])
        #expect(result.entities[0].name == "Turkey")
    }

    @Test func thoseFromAStateActForIt() {
        let found = MentionFixture.dump([
            "soldiers_NOUN_4_nsubj from_ADP_3_case Chad_PROPN_1_nmod attacked_VERB_0_root | LOC:2-3"
        ])
        #expect(found.contains("soldiers from Chad=!state:TCD"))
        let gone = MentionFixture.dump([
            "France_PROPN_2_nsubj withdraw_VERB_0_root soldiers_NOUN_2_obj from_ADP_5_case Chad_PROPN_3_nmod | LOC:0-1 LOC:4-5"
        ])
        #expect(!gone.contains { $0.hasPrefix("soldiers from Chad") })
    }

    @Test func aFragmentIsWidenedToTheNameOfTheBody() {
        let found = MentionFixture.dump([
            "Amber_PROPN_5_nsubj joined_VERB_0_root the_DET_6_det Central_PROPN_6_compound Honey_PROPN_6_compound Commission_PROPN_2_obj | LOC:3-4"
        ])
        #expect(found.contains("Central Honey Commission=organization:central-honey-commission"))
        let secretary = MentionFixture.dump([
            "Secretary_PROPN_4_compound of_ADP_3_case Defense_PROPN_1_nmod Halloway_PROPN_5_nsubj left_VERB_0_root | ORG:2-3 PER:3-4"
        ])
        #expect(secretary == ["Halloway=person:halloway"])
    }

    @Test func theirMissionIsNoBody() {
        let found = MentionFixture.dump([
            "Peru_PROPN_2_nsubj wrote_VERB_0_root | LOC:0-1",
            "Their_PRON_2_nmod:poss mission_NOUN_3_nsubj ended_VERB_0_root",
        ])
        #expect(!found.contains { $0.contains("mission") })
    }

    @Test func joinedNamesShareTheirLastWord() {
        let found = MentionFixture.dump([
            "North_PROPN_5_nsubj and_CCONJ_4_cc South_PROPN_4_compound Korea_PROPN_1_conj met_VERB_0_root | LOC:0-1 LOC:2-4"
        ])
        #expect(found == ["North=state:PRK", "South Korea=state:KOR"])
    }
}
