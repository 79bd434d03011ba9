// Nothing: the linker wants one file of the language, and main is of libFuzzer.
