import Annotations
import Extraction
import Knowledge
import Testing

@Suite struct Entities {
    @Test func spellingsLastNameOfficeAndPronounAreOnePerson() {
        let found = MentionFixture.dump([
            "Syrian_ADJ_3_amod Foreign_PROPN_3_compound Minister_PROPN_5_compound Jamil_PROPN_5_flat Moallemi_PROPN_6_nsubj spoke_VERB_0_root | NORP:0-1 PER:3-5",
            "Jameel_PROPN_2_compound Muallemi_PROPN_3_nsubj left_VERB_0_root | PER:0-2",
            "Muallemi_PROPN_2_nsubj said_VERB_0_root he_PRON_4_nsubj agreed_VERB_2_ccomp | PER:0-1",
            "The_DET_4_det Syrian_ADJ_4_amod foreign_ADJ_4_amod minister_NOUN_5_nsubj smiled_VERB_0_root | NORP:1-2",
        ])
        let people = found.filter { $0.contains("person:") }
        #expect(
            people.map { $0.split(separator: "=")[0] } == [
                "Jamil Moallemi", "Jameel Muallemi", "Muallemi", "he", "The Syrian foreign minister",
            ])
        #expect(Set(people.map { $0.split(separator: "=")[1] }).count == 1)
    }

    @Test func twoPeopleOfOneLastNameStayApart() {
        let found = MentionFixture.dump([
            "Cristina_PROPN_2_compound Kirchnal_PROPN_3_nsubj met_VERB_0_root Nestor_PROPN_5_compound Kirchnal_PROPN_3_obj | PER:0-2 PER:3-5"
        ])
        #expect(found == ["Cristina Kirchnal=person:cristina-kirchnal", "Nestor Kirchnal=person:nestor-kirchnal"])
    }

    @Test func aShortFormInBracketsIsTheLongOne() {
        let found = MentionFixture.dump([
            "The_DET_4_det Baltic_PROPN_4_compound Amber_PROPN_4_compound League_PROPN_8_nsubj (_PUNCT_6_punct BAL_PROPN_4_appos )_PUNCT_6_punct met_VERB_0_root | ORG:1-4 ORG:5-6",
            "BAL_PROPN_2_nsubj agreed_VERB_0_root | ORG:0-1",
        ])
        #expect(Set(found.map { $0.split(separator: "=")[1] }) == ["organization:baltic-amber-league"])
    }

    @Test func theDateChoosesTheHolderWhereTheTextNamesNone() {
        let line = "The_DET_3_det Russian_ADJ_3_amod president_NOUN_4_nsubj spoke_VERB_0_root | NORP:1-2"
        #expect(
            MentionFixture.dump([line], date: "2009-05-01").contains("The Russian president=person:dmitry-medvedev"))
        #expect(MentionFixture.dump([line], date: "2015-09-18").contains("The Russian president=person:vladimir-putin"))
        #expect(MentionFixture.dump([line]).contains("The Russian president=!state:RUS"))
    }

    @Test func whoIsJudgedForADeedOwnsIt() {
        let found = MentionFixture.dump([
            "Denmark_PROPN_2_nsubj rebuked_VERB_0_root Belarus_PROPN_2_obj over_ADP_6_case its_PRON_6_nmod:poss raid_NOUN_2_obl | LOC:0-1 LOC:2-3"
        ])
        #expect(!found.contains("its=state:BLR"))
        let judged = MentionFixture.dump([
            "Denmark_PROPN_2_nsubj condemn_VERB_0_root Belarus_PROPN_2_obj over_ADP_6_case its_PRON_6_nmod:poss raid_NOUN_2_obl | LOC:0-1 LOC:2-3"
        ])
        #expect(judged.contains("its=state:BLR"))
    }

    @Test func anObjectIsNotTheUnderstoodSubjectOfItsClause() {
        let found = MentionFixture.dump([
            "Kenya_PROPN_2_nsubj left_VERB_0_root Chad_PROPN_2_obj ,_PUNCT_2_punct accusing_VERB_2_advcl it_PRON_5_obj | LOC:0-1 LOC:2-3"
        ])
        #expect(found.contains("it=state:TCD"))
    }

    @Test func hisCountryIsTheOneHeSpeaksFor() {
        let found = MentionFixture.dump([
            "Latvian_ADJ_3_amod President_PROPN_3_compound Berzkalns_PROPN_4_nsubj saw_VERB_0_root Peru_PROPN_4_obj before_ADP_8_case his_PRON_8_nmod:poss country_NOUN_4_obl | NORP:0-1 PER:2-3 LOC:4-5"
        ])
        #expect(found.contains("his country=state:LVA"))
    }

    @Test func aCountryWithAdjectivesTakesUpAState() {
        let found = MentionFixture.dump([
            "Peru_PROPN_2_nsubj voted_VERB_0_root | LOC:0-1",
            "The_DET_3_det poor_ADJ_3_amod country_NOUN_4_nsubj chose_VERB_0_root",
            "The_DET_3_det other_ADJ_3_amod country_NOUN_4_nsubj waited_VERB_0_root",
        ])
        #expect(found.prefix(2) == ["Peru=state:PER", "The poor country=state:PER"])
        #expect(!found.contains("The other country=state:PER"))
    }

    @Test func anOfficeOfOneBodyIsNotHeldInAnother() {
        let found = MentionFixture.dump([
            "Latvian_ADJ_3_amod spokesman_NOUN_3_compound Berzkalns_PROPN_4_nsubj slept_VERB_0_root | NORP:0-1 PER:2-3",
            "A_DET_2_det spokesman_NOUN_6_nsubj for_ADP_5_case the_DET_5_det NATO_PROPN_2_nmod spoke_VERB_0_root | ORG:4-5",
        ])
        #expect(found.contains("A spokesman for the NATO=!organization:nato"))
    }

    @Test func theBodyMostSpokenOfIsTakenUp() {
        let found = MentionFixture.dump([
            "Amber_PROPN_2_compound Court_PROPN_3_nsubj ruled_VERB_0_root | ORG:0-2",
            "Unlike_ADP_3_case Baltic_PROPN_3_compound Court_PROPN_5_obl it_PRON_5_nsubj agreed_VERB_0_root | ORG:1-3",
            "The_DET_2_det court_NOUN_3_nsubj adjourned_VERB_0_root",
        ])
        #expect(found.last == "The court=organization:amber-court")
    }

    @Test func theFirstPersonInAQuotationIsTheSpeaker() {
        let found = MentionFixture.dump([
            "\"_PUNCT_3_punct We_PRON_3_nsubj support_VERB_9_ccomp Syria_PROPN_3_obj \"_PUNCT_3_punct ,_PUNCT_9_punct Boris_PROPN_8_compound Ivanko_PROPN_9_nsubj said_VERB_0_root | LOC:3-4 PER:6-8"
        ])
        #expect(found == ["We=person:boris-ivanko", "Syria=state:SYR", "Boris Ivanko=person:boris-ivanko"])
        let outside = MentionFixture.dump(["We_PRON_2_nsubj support_VERB_0_root Syria_PROPN_2_obj | LOC:2-3"])
        #expect(outside == ["Syria=state:SYR"])
    }

    @Test func pronounsAgreeInGender() {
        let found = MentionFixture.dump([
            "Nancy_PROPN_2_compound Halloway_PROPN_3_nsubj called_VERB_0_root Robert_PROPN_5_compound Finch_PROPN_3_obj | PER:0-2 PER:3-5",
            "She_PRON_2_nsubj thanked_VERB_0_root him_PRON_2_obj",
        ])
        #expect(found.suffix(2) == ["She=person:nancy-halloway", "him=person:robert-finch"])
    }

    @Test func officesTellWhoseTheyAre() throws {
        let (analysis, document) = MentionFixture.document([
            "Former_ADJ_3_amod Latvian_ADJ_3_amod President_PROPN_5_compound Janis_PROPN_5_flat Berzkalns_PROPN_6_nsubj spoke_VERB_0_root | NORP:1-2 PER:3-5"
        ])
        let result = MentionPipeline(knowledge: .standard).analyze(analysis, document: document)
        let office = try #require(result.offices.first)
        #expect(result.entities[office.person].id == "person:janis-berzkalns")
        #expect(result.entities[office.owner].id == "state:LVA")
        #expect(office.relation == Relation(rawValue: "leads"))
        #expect(office.isFormer)
        #expect(result.offices.count == 1)
    }

    @Test func aUsersFileJoinsNames() throws {
        let user = [
            KnowledgeFile(name: "join.tsv", text: "# name\tsame as\nOld Bear\tRussia\n"),
            KnowledgeFile(name: "apart.tsv", text: "# a\tb\nJohan Smythe\tJohann Smythe\n"),
        ]
        let knowledge = try Knowledge.standard.adding(user)
        let line = "Old_PROPN_2_compound Bear_PROPN_3_nsubj growled_VERB_0_root | ORG:0-2"
        #expect(MentionFixture.dump([line], knowledge: knowledge) == ["Old Bear=state:RUS"])
        #expect(MentionFixture.dump([line]) == ["Old Bear=organization:old-bear"])
        let two =
            "Johan_PROPN_2_compound Smythe_PROPN_3_nsubj met_VERB_0_root Johann_PROPN_5_compound Smythe_PROPN_3_obj | PER:0-2 PER:3-5"
        #expect(Set(MentionFixture.dump([two], knowledge: knowledge)).count == 2)
        #expect(Set(MentionFixture.dump([two]).map { $0.split(separator: "=")[1] }).count == 1)
    }
}

@Suite struct Corpus {
    private func person(_ name: String, _ aliases: [String] = []) -> Entity {
        Entity(id: "person:" + NameKey.slug(name), name: name, kind: .person, aliases: aliases)
    }

    @Test func aLastNameJoinsItsOnlyPersonWhateverTheOrder() {
        let documents = [
            [person("Muallemi")], [person("Jamil Muallemi"), person("Ana Roe")], [person("Roe")], [person("Tom Roe")],
        ]
        let forward = CorpusResolver(knowledge: .standard).resolve(documents)
        let backward = CorpusResolver(knowledge: .standard).resolve(documents.reversed())
        #expect(forward.entities == backward.entities)
        #expect(forward.index == backward.index.reversed())
        #expect(forward.entities.map(\.name) == ["Ana Roe", "Jamil Muallemi", "Roe", "Tom Roe"])
        #expect(forward.index[0][0] == forward.index[1][0])
    }

    @Test func aShortNameJoinsTheBodyThatSomeDocumentCallsSo() {
        let long = Entity(
            id: "organization:baltic-amber-league", name: "Baltic Amber League", kind: .organization, aliases: ["BAL"])
        let short = Entity(id: "organization:bal", name: "BAL", kind: .organization)
        let result = CorpusResolver(knowledge: .standard).resolve([[short], [long]])
        #expect(result.entities.map(\.id) == ["organization:baltic-amber-league"])
        #expect(result.entities[0].chain == ["'BAL' is another name of 'Baltic Amber League'"])
    }

    @Test func aCommonNounThatNamesABodySomewhereJoinsNothing() {
        let named = Entity(
            id: "organization:amber-parliament", name: "Amber Parliament", kind: .organization, aliases: ["Parliament"])
        let bare = Entity(id: "organization:parliament", name: "Parliament", kind: .organization)
        let result = CorpusResolver(knowledge: .standard).resolve([[bare], [named]])
        #expect(result.entities.map(\.id) == ["organization:amber-parliament", "organization:parliament"])
    }
}

@Suite struct DateLines {
    private func holder(_ opening: String) -> String? {
        let line = "The_DET_3_det Russian_ADJ_3_amod president_NOUN_4_nsubj spoke_VERB_0_root | NORP:1-2"
        var (analysis, document) = MentionFixture.document([line])
        document.bytes += Array((" " + opening).utf8)
        return MentionPipeline(knowledge: .standard).analyze(analysis, document: document).entities.first?.name
    }

    @Test(arguments: ["2009-05-01", "Published on May 1, 2009", "1 May 2009"])
    func aDateLineStandsInForTheDate(opening: String) {
        #expect(holder(opening) == "Dmitry Medvedev")
    }

    @Test(arguments: ["2009-55-01", "May 99, 2009", "call 1-800 2009", "May"])
    func whatIsNoDateChoosesNobody(opening: String) {
        #expect(holder(opening) == "Russia")
    }
}
