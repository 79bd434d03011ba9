#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 would pull in the headers of its ICU, which Foundation's own ICU contradicts; nothing here uses them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
