#include "CExplorer.h"
static const unsigned char script[] = {
#embed "explorer.js"
};
static const unsigned char style[] = {
#embed "explorer.css"
};
const unsigned char *entente_explorer_script_start(void) { return script; }
const size_t entente_explorer_script_size = sizeof(script);
const unsigned char *entente_explorer_style_start(void) { return style; }
const size_t entente_explorer_style_size = sizeof(style);
