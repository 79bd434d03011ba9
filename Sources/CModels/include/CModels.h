#pragma once
#include <stddef.h>
/// The trained model (format: Training/README.md), embedded; no more than a few bytes where none was trained yet.
extern const unsigned char entente_model[];
extern const size_t entente_model_size;

// Swift does not import arrays of unknown length: these hand over the bytes as a pointer.
static inline const void *_Nonnull entente_model_bytes(void) { return entente_model; }
static inline size_t entente_model_count(void) { return entente_model_size; }
