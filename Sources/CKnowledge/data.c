#include "CKnowledge.h"
static const unsigned char ontology_tsv[] = {
#embed "../Knowledge/data/ontology.tsv"
};
const entente_knowledge_file entente_knowledge_files[] = {
    {"ontology.tsv", ontology_tsv, sizeof(ontology_tsv)},
};
const size_t entente_knowledge_file_count = sizeof(entente_knowledge_files) / sizeof(entente_knowledge_files[0]);
