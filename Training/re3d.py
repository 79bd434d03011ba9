"""Scores `entente extract` on re3d, given the pairs of its relations.

usage: re3d.py RE3D_DIR ENTENTE [--min-confidence P] [--json]

RE3D_DIR holds documents.jsonl and relations.jsonl. A pair is two spans of a document between which re3d marks a relation. The
program is right about a pair where an assertion between mentions that overlap the two spans, of one passage, maps to a relation
that re3d has there. Denied assertions count as none. Precision, recall and F1 per class and their macro average are given over
all pairs (of other relations, such as CoLocated, too: there every class is wrong) and over the pairs of the seven classes alone.
Nothing is trained or tuned on it.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import tempfile

MAPPING = {
    "FightingAgainst": "fights attacks seizes",
    "AlliesOf": "alliedWith cooperatesWith aids arms",
    "BelongsTo": "memberOf partOf represents",
    "InChargeOf": "leads",
    "CommWith": "meets asks agreesWith",
    "Likes": "backs",
    "Dislikes": "opposes criticizes accuses threatens sanctions protests",
}
CLASS = {relation: name for name, relations in MAPPING.items() for relation in relations.split()}
UNDIRECTED = {"FightingAgainst", "AlliesOf", "CommWith"}


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def byte_span(text, begin, end):
    """Offsets in characters as offsets in UTF-8 bytes."""
    start = len(text[:begin].encode())
    return start, start + len(text[begin:end].encode())


def gold_pairs(folder):
    """The texts, and for each pair (document, source span, target span) the relations that re3d has."""
    texts = {d["_id"]: d["text"] for d in rows(folder / "documents.jsonl")}
    pairs = collections.defaultdict(set)
    for r in rows(folder / "relations.jsonl"):
        text = texts[r["documentId"]]
        source = byte_span(text, r["sourceBegin"], r["sourceEnd"])
        target = byte_span(text, r["targetBegin"], r["targetEnd"])
        pairs[r["documentId"], source, target].add(r["type"])
    return texts, dict(pairs)


def extract(program, texts, least):
    """The assertions of each document, as (class, source span, target span)."""
    command = [program, "extract"] + (["--min-confidence", str(least)] if least is not None else [])
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "documents.jsonl"
        path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts.items()))
        done = subprocess.run(command + [str(path)], capture_output=True, text=True, check=True)
    found = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        row = json.loads(line)
        name = CLASS.get(row["relation"])
        if name and row["status"] != "denied":
            evidence = row["evidence"]
            found[row["document"]].append((name, tuple(evidence["source"]), tuple(evidence["target"])))
    return found


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def classes(assertions, source, target):
    """The classes that assertions between mentions in the two spans map to."""
    result = set()
    for name, a, b in assertions:
        straight = overlap(a, source) and overlap(b, target)
        turned = overlap(a, target) and overlap(b, source)
        if straight or (turned and name in UNDIRECTED):
            result.add(name)
    return result


def has(types, reverse, name):
    """Whether re3d has a relation at a pair; a relation without direction may be marked the other way round."""
    return name in types or (name in UNDIRECTED and name in reverse)


def score(pairs, answers, chosen):
    counts = {name: [0, 0, 0] for name in MAPPING}
    for pair in chosen:
        document, source, target = pair
        reverse = pairs.get((document, target, source), set())
        for name, count in counts.items():
            gold, given = has(pairs[pair], reverse, name), name in answers[pair]
            count[0] += gold and given
            count[1] += given
            count[2] += gold
    table = {}
    for name, (right, given, gold) in counts.items():
        precision, recall = right / max(1, given), right / max(1, gold)
        table[name] = {
            "precision": precision, "recall": recall, "f1": 2 * right / max(1, given + gold), "right": right,
            "given": given, "gold": gold,
        }
    right, given, gold = (sum(c[k] for c in counts.values()) for k in range(3))
    macro = {k: sum(row[k] for row in table.values()) / len(table) for k in ("precision", "recall", "f1")}
    micro = {"precision": right / max(1, given), "recall": right / max(1, gold), "f1": 2 * right / max(1, given + gold)}
    return {"pairs": len(chosen), "classes": table, "macro": macro, "micro": micro}


def show(title, result):
    print(f"{title}: {result['pairs']} pairs")
    print(f"  {'':16}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'given':>7}{'gold':>7}")
    for name, row in result["classes"].items():
        figures = "".join(f"{100 * row[k]:7.1f}" for k in ("precision", "recall", "f1"))
        print(f"  {name:16}{figures}{row['right']:7}{row['given']:7}{row['gold']:7}")
    for name in ("macro", "micro"):
        print(f"  {name:16}" + "".join(f"{100 * result[name][k]:7.1f}" for k in ("precision", "recall", "f1")))


def main():
    parser = argparse.ArgumentParser(description="Scores entente on the relations of re3d.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("--min-confidence", type=float)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    texts, pairs = gold_pairs(options.folder)
    found = extract(options.program, texts, options.min_confidence)
    answers = {p: classes(found[p[0]], p[1], p[2]) for p in pairs}
    seven = [p for p in pairs if pairs[p] & set(MAPPING)]
    results = {"all": score(pairs, answers, list(pairs)), "seven": score(pairs, answers, seven)}
    if options.json:
        print(json.dumps(results))
        return
    show("pairs of all relations", results["all"])
    show("pairs of the seven relations", results["seven"])


if __name__ == "__main__":
    main()
