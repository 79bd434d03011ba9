"""Random graphs with nasty texts, as saved graphs in JSON Lines; the same for the same seed."""

import json
import random

from .truth import STATUSES

RELATIONS = [
    # id, label, symmetric, polarity, plover, cameo, wikidata
    ("leads", "leads", False, "structural", "", "", "P35/P6/P488"),
    ("alliedWith", "allied with", True, "cooperative", "", "", "P945"),
    ("backs", "backs", False, "cooperative", "SUPPORT", "05", ""),
    ("deploysTo", "deploys to", False, "neutral", "MOBILIZE", "15", ""),
    ("fights", "fights", True, "hostile", "ASSAULT", "19", "P607"),
    ("yieldsTo", "yields to", False, "cooperative", "CONCEDE, RETREAT", "08", ""),
]

NASTY = [
    'Angela "M" \\ <b> & Zürich 東京 🙂', "]]>", '"]; x [label="pwn', "\\N \\G \\", "</script><script>alert(1)</script>",
    "x'}) DETACH DELETE n //", "`}) ", "\\u0027 or \\'", "=HYPERLINK(1)", "+1", "@cmd", "-2", " leading and trailing ",
    "tab\there", "line\nbreak", "carriage\r\nreturn", "a;b,c|d", "&amp; &#39; &bogus;", "<html><b>bold", "%20 # ? %",
    "<!DOCTYPE x>", "javascript:alert(1)", '"""', "'", "''", "\u202eright to left", "\u2028 separators \u2029 \u0085",
    "e\u0301 \u00e9", "null", "NaN", "true", "1e400", "(((((", "\u200b", "n1", "end", "--", "{}", "[]", "$x", "$(reboot)",
]

CONTROLS = ["\x1b[31mred\x1b[0m", "bell \x07", "nul \x00", "delete \x7f", "\ufffe\uffff"]


def text(rng, controls):
    pool = NASTY + (CONTROLS if controls else [])
    choice = rng.random()
    if choice < 0.5:
        return rng.choice(pool)
    if choice < 0.75:
        return "".join(rng.choice(pool) for _ in range(2))
    low, high = rng.choice([(0x20, 0x7E), (0xA0, 0x24F), (0x400, 0x4FF), (0x4E00, 0x4FFF), (0x1F600, 0x1F64F)])
    return "".join(chr(rng.randint(low, high)) for _ in range(rng.randint(1, 12)))


def write(path, seed, nodes=8, edges=12, controls=True):
    """Writes a random graph; returns nothing, so that only the file is the truth."""
    rng = random.Random(seed)
    documents = sorted({f"doc {i} {text(rng, False)}".strip() for i in range(3)})
    rows = [{"t": "relation", "id": r[0], "label": r[1], "symmetric": r[2], "polarity": r[3],
             **{k: v for k, v in zip(("plover", "cameo", "wikidata"), r[4:]) if v}} for r in RELATIONS]
    for document in documents:
        row = {"t": "document", "id": document}
        if rng.random() < 0.7:
            row["title"] = text(rng, False)
        if rng.random() < 0.7:
            row["date"] = f"2015-0{rng.randint(1, 9)}-{rng.randint(10, 28)}"
        rows.append(row)
    kinds = ["group", "organization", "person", "place", "state"]
    made = []
    for i in range(nodes):
        kind = rng.choice(kinds)
        ending = rng.choice(["a", "b c", "é", '"', "<", ":"])
        made.append({"id": f"{kind}:{i:04d}-{ending}", "name": text(rng, controls) or "?", "kind": kind})
    made.sort(key=lambda n: n["id"].encode())
    for node in made:
        row = {"t": "node", **node}
        if rng.random() < 0.3:
            row["wikidata"] = f"Q{rng.randint(1, 99999)}"
        row["aliases"] = sorted({text(rng, False) for _ in range(rng.randint(0, 2))})
        row["mentions"] = rng.choice([1, 3, 9007199254740993 if rng.random() < 0.1 else 7])
        row["documents"] = sorted(rng.sample(documents, rng.randint(0, len(documents))))
        if rng.random() < 0.3:
            row["chain"] = [text(rng, False)]
        rows.append(row)
    keys = set()
    for _ in range(edges if nodes else 0):
        relation = rng.choice(RELATIONS)
        source, target = rng.choice(made), rng.choice(made)
        if relation[2] and source["id"].encode() > target["id"].encode():
            source, target = target, source
        keys.add((source["id"], relation[0], target["id"], STATUSES.index(rng.choice(STATUSES))))
    by_id = {n["id"]: n for n in made}
    assertions = []
    for source, relation, target, status in sorted(keys, key=lambda k: (k[0].encode(), k[1], k[2].encode(), k[3])):
        for passage in range(rng.choice([1, 1, 2])):
            start = rng.randint(0, 900)
            sentence = text(rng, controls)
            evidence = {"start": start, "end": start + len(sentence.encode()), "text": sentence, "source": [start, start + 1],
                        "target": [start + 1, start + 2]}
            if rng.random() < 0.6:
                evidence["date"] = f"2015-0{rng.randint(1, 9)}-{rng.randint(10, 28)}"
            if rng.random() < 0.3:
                evidence["attribution"] = [text(rng, False)]
            if rng.random() < 0.8:
                evidence["findings"] = [{"method": "rule", "name": text(rng, False), "score": rng.randint(0, 10000) / 10000}]
            assertions.append({
                "document": documents[min(passage, len(documents) - 1)], "source": by_id[source], "relation": relation,
                "target": by_id[target], "status": STATUSES[status],
                "speaker": rng.choice(made) if rng.random() < 0.5 else None, "confidence": rng.randint(1, 10000) / 10000,
                "evidence": evidence})
    head = {"t": "graph", "format": "entente", "version": 1, "documents": len(documents), "nodes": nodes, "edges": len(keys),
            "assertions": len(assertions)}
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for row in [head, *rows, *assertions]:
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
