#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 would pull in the headers of its ICU, which Foundation's own ICU contradicts; nothing here uses them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/parser.h>
/* xmlFree is a variable of the library, which Swift takes for shared mutable state. */
static inline void entente_xml_free(void *memory) { xmlFree(memory); }
