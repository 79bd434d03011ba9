#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/parser.h>
/* xmlFree is a variable of the library, which Swift takes for shared mutable state. */
static inline void entente_xml_free(void *memory) { xmlFree(memory); }
