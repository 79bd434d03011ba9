// Written by Training/knowledge/embed.py.
#include "CKnowledge.h"
static const unsigned char actor_nouns_tsv[] = {
#embed "../Knowledge/data/actor-nouns.tsv"
};
static const unsigned char adherents_tsv[] = {
#embed "../Knowledge/data/adherents.tsv"
};
static const unsigned char given_names_tsv[] = {
#embed "../Knowledge/data/given-names.tsv"
};
static const unsigned char honorifics_tsv[] = {
#embed "../Knowledge/data/honorifics.tsv"
};
static const unsigned char leaders_tsv[] = {
#embed "../Knowledge/data/leaders.tsv"
};
static const unsigned char ontology_tsv[] = {
#embed "../Knowledge/data/ontology.tsv"
};
static const unsigned char organizations_tsv[] = {
#embed "../Knowledge/data/organizations.tsv"
};
static const unsigned char places_tsv[] = {
#embed "../Knowledge/data/places.tsv"
};
static const unsigned char regions_tsv[] = {
#embed "../Knowledge/data/regions.tsv"
};
static const unsigned char rules_accuses_rules[] = {
#embed "../Knowledge/data/rules/accuses.rules"
};
static const unsigned char rules_agreeswith_rules[] = {
#embed "../Knowledge/data/rules/agreesWith.rules"
};
static const unsigned char rules_aids_rules[] = {
#embed "../Knowledge/data/rules/aids.rules"
};
static const unsigned char rules_alliedwith_rules[] = {
#embed "../Knowledge/data/rules/alliedWith.rules"
};
static const unsigned char rules_arms_rules[] = {
#embed "../Knowledge/data/rules/arms.rules"
};
static const unsigned char rules_asks_rules[] = {
#embed "../Knowledge/data/rules/asks.rules"
};
static const unsigned char rules_attacks_rules[] = {
#embed "../Knowledge/data/rules/attacks.rules"
};
static const unsigned char rules_backs_rules[] = {
#embed "../Knowledge/data/rules/backs.rules"
};
static const unsigned char rules_calibration_tsv[] = {
#embed "../Knowledge/data/rules/calibration.tsv"
};
static const unsigned char rules_cooperateswith_rules[] = {
#embed "../Knowledge/data/rules/cooperatesWith.rules"
};
static const unsigned char rules_criticizes_rules[] = {
#embed "../Knowledge/data/rules/criticizes.rules"
};
static const unsigned char rules_deploysto_rules[] = {
#embed "../Knowledge/data/rules/deploysTo.rules"
};
static const unsigned char rules_fights_rules[] = {
#embed "../Knowledge/data/rules/fights.rules"
};
static const unsigned char rules_leads_rules[] = {
#embed "../Knowledge/data/rules/leads.rules"
};
static const unsigned char rules_locatedin_rules[] = {
#embed "../Knowledge/data/rules/locatedIn.rules"
};
static const unsigned char rules_meets_rules[] = {
#embed "../Knowledge/data/rules/meets.rules"
};
static const unsigned char rules_memberof_rules[] = {
#embed "../Knowledge/data/rules/memberOf.rules"
};
static const unsigned char rules_opposes_rules[] = {
#embed "../Knowledge/data/rules/opposes.rules"
};
static const unsigned char rules_partof_rules[] = {
#embed "../Knowledge/data/rules/partOf.rules"
};
static const unsigned char rules_protests_rules[] = {
#embed "../Knowledge/data/rules/protests.rules"
};
static const unsigned char rules_represents_rules[] = {
#embed "../Knowledge/data/rules/represents.rules"
};
static const unsigned char rules_sanctions_rules[] = {
#embed "../Knowledge/data/rules/sanctions.rules"
};
static const unsigned char rules_seizes_rules[] = {
#embed "../Knowledge/data/rules/seizes.rules"
};
static const unsigned char rules_threatens_rules[] = {
#embed "../Knowledge/data/rules/threatens.rules"
};
static const unsigned char rules_words_tsv[] = {
#embed "../Knowledge/data/rules/words.tsv"
};
static const unsigned char rules_yieldsto_rules[] = {
#embed "../Knowledge/data/rules/yieldsTo.rules"
};
static const unsigned char states_tsv[] = {
#embed "../Knowledge/data/states.tsv"
};
static const unsigned char titles_tsv[] = {
#embed "../Knowledge/data/titles.tsv"
};
static const entente_knowledge_file files[] = {
    {"actor-nouns.tsv", actor_nouns_tsv, sizeof(actor_nouns_tsv)},
    {"adherents.tsv", adherents_tsv, sizeof(adherents_tsv)},
    {"given-names.tsv", given_names_tsv, sizeof(given_names_tsv)},
    {"honorifics.tsv", honorifics_tsv, sizeof(honorifics_tsv)},
    {"leaders.tsv", leaders_tsv, sizeof(leaders_tsv)},
    {"ontology.tsv", ontology_tsv, sizeof(ontology_tsv)},
    {"organizations.tsv", organizations_tsv, sizeof(organizations_tsv)},
    {"places.tsv", places_tsv, sizeof(places_tsv)},
    {"regions.tsv", regions_tsv, sizeof(regions_tsv)},
    {"rules/accuses.rules", rules_accuses_rules, sizeof(rules_accuses_rules)},
    {"rules/agreesWith.rules", rules_agreeswith_rules, sizeof(rules_agreeswith_rules)},
    {"rules/aids.rules", rules_aids_rules, sizeof(rules_aids_rules)},
    {"rules/alliedWith.rules", rules_alliedwith_rules, sizeof(rules_alliedwith_rules)},
    {"rules/arms.rules", rules_arms_rules, sizeof(rules_arms_rules)},
    {"rules/asks.rules", rules_asks_rules, sizeof(rules_asks_rules)},
    {"rules/attacks.rules", rules_attacks_rules, sizeof(rules_attacks_rules)},
    {"rules/backs.rules", rules_backs_rules, sizeof(rules_backs_rules)},
    {"rules/calibration.tsv", rules_calibration_tsv, sizeof(rules_calibration_tsv)},
    {"rules/cooperatesWith.rules", rules_cooperateswith_rules, sizeof(rules_cooperateswith_rules)},
    {"rules/criticizes.rules", rules_criticizes_rules, sizeof(rules_criticizes_rules)},
    {"rules/deploysTo.rules", rules_deploysto_rules, sizeof(rules_deploysto_rules)},
    {"rules/fights.rules", rules_fights_rules, sizeof(rules_fights_rules)},
    {"rules/leads.rules", rules_leads_rules, sizeof(rules_leads_rules)},
    {"rules/locatedIn.rules", rules_locatedin_rules, sizeof(rules_locatedin_rules)},
    {"rules/meets.rules", rules_meets_rules, sizeof(rules_meets_rules)},
    {"rules/memberOf.rules", rules_memberof_rules, sizeof(rules_memberof_rules)},
    {"rules/opposes.rules", rules_opposes_rules, sizeof(rules_opposes_rules)},
    {"rules/partOf.rules", rules_partof_rules, sizeof(rules_partof_rules)},
    {"rules/protests.rules", rules_protests_rules, sizeof(rules_protests_rules)},
    {"rules/represents.rules", rules_represents_rules, sizeof(rules_represents_rules)},
    {"rules/sanctions.rules", rules_sanctions_rules, sizeof(rules_sanctions_rules)},
    {"rules/seizes.rules", rules_seizes_rules, sizeof(rules_seizes_rules)},
    {"rules/threatens.rules", rules_threatens_rules, sizeof(rules_threatens_rules)},
    {"rules/words.tsv", rules_words_tsv, sizeof(rules_words_tsv)},
    {"rules/yieldsTo.rules", rules_yieldsto_rules, sizeof(rules_yieldsto_rules)},
    {"states.tsv", states_tsv, sizeof(states_tsv)},
    {"titles.tsv", titles_tsv, sizeof(titles_tsv)},
};
const size_t entente_knowledge_file_count = sizeof(files) / sizeof(files[0]);
entente_knowledge_file entente_knowledge_file_at(size_t index) { return files[index]; }
