#pragma once
#include <stddef.h>
/// One embedded knowledge file.
typedef struct { const char *name; const unsigned char *bytes; size_t size; } entente_knowledge_file;
/// The files of Sources/Knowledge/data, sorted by name.
extern const entente_knowledge_file entente_knowledge_files[];
extern const size_t entente_knowledge_file_count;
