#pragma once
#include <stddef.h>
/// The script of the HTML explorer.
const unsigned char *entente_explorer_script_start(void);
extern const size_t entente_explorer_script_size;
/// The style sheet of the HTML explorer.
const unsigned char *entente_explorer_style_start(void);
extern const size_t entente_explorer_style_size;
