#include "CModels.h"
// 64-byte alignment lets the kernels read the weights where they lie.
__attribute__((aligned(64))) const unsigned char entente_model[] = {
#embed "entente.model"
};
const size_t entente_model_size = sizeof(entente_model);
