"""Writes Sources/CKnowledge/data.c: every file below Sources/Knowledge/data, embedded, sorted by name.

usage: embed.py   (from the top of the project)
"""
import pathlib, re

data = pathlib.Path("Sources/Knowledge/data")
files = sorted(p for p in data.rglob("*") if p.is_file() and not p.name.startswith("."))
names = sorted(str(p.relative_to(data)) for p in files)
symbol = {n: re.sub(r"[^a-z0-9]", "_", n.lower()) for n in names}
lines = ["// Written by Training/knowledge/embed.py.", '#include "CKnowledge.h"']
for n in names:
    lines += [f"static const unsigned char {symbol[n]}[] = {{", f'#embed "../Knowledge/data/{n}"', "};"]
lines += ["static const entente_knowledge_file files[] = {"]
lines += [f'    {{"{n}", {symbol[n]}, sizeof({symbol[n]})}},' for n in names]
lines += ["};", "const size_t entente_knowledge_file_count = sizeof(files) / sizeof(files[0]);",
          "entente_knowledge_file entente_knowledge_file_at(size_t index) { return files[index]; }"]
pathlib.Path("Sources/CKnowledge/data.c").write_text("\n".join(lines) + "\n")
