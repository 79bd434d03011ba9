#pragma once
#include <stddef.h>
/// The trained model (format: Training/README.md), embedded; empty where none was trained yet.
extern const unsigned char entente_model[];
extern const size_t entente_model_size;
