// Written by Training/knowledge/embed.py.
#include "CKnowledge.h"
static const unsigned char actor_nouns_tsv[] = {
#embed "../Knowledge/data/actor-nouns.tsv"
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
static const unsigned char states_tsv[] = {
#embed "../Knowledge/data/states.tsv"
};
static const unsigned char titles_tsv[] = {
#embed "../Knowledge/data/titles.tsv"
};
static const entente_knowledge_file files[] = {
    {"actor-nouns.tsv", actor_nouns_tsv, sizeof(actor_nouns_tsv)},
    {"given-names.tsv", given_names_tsv, sizeof(given_names_tsv)},
    {"honorifics.tsv", honorifics_tsv, sizeof(honorifics_tsv)},
    {"leaders.tsv", leaders_tsv, sizeof(leaders_tsv)},
    {"ontology.tsv", ontology_tsv, sizeof(ontology_tsv)},
    {"organizations.tsv", organizations_tsv, sizeof(organizations_tsv)},
    {"places.tsv", places_tsv, sizeof(places_tsv)},
    {"regions.tsv", regions_tsv, sizeof(regions_tsv)},
    {"states.tsv", states_tsv, sizeof(states_tsv)},
    {"titles.tsv", titles_tsv, sizeof(titles_tsv)},
};
const size_t entente_knowledge_file_count = sizeof(files) / sizeof(files[0]);
entente_knowledge_file entente_knowledge_file_at(size_t index) { return files[index]; }
