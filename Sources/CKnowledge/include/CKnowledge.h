#pragma once
#include <stddef.h>
/// One embedded knowledge file.
typedef struct { const char *name; const unsigned char *bytes; size_t size; } entente_knowledge_file;
/// The number of files of Sources/Knowledge/data.
extern const size_t entente_knowledge_file_count;
/// A file by its index; they are sorted by name.
entente_knowledge_file entente_knowledge_file_at(size_t index);
