"""Fits the weights with which rules and scorer are joined, and prints how far the confidence can be trusted.

usage: calibrate.py GOLD_DIR EXTRACTED.jsonl [WEIGHTS.tsv LEAST]

EXTRACTED is what `entente extract --min-confidence 0` prints of the documents of GOLD_DIR. A logistic regression over the
features of Sources/Extraction/Assembly/Calibration.swift with a quadratic penalty says how likely an assertion is right in
relation and status; the scores printed are of five-fold cross-validation by document. With WEIGHTS the file is written, with LEAST as the confidence
below which an assertion is left out.
"""
import collections, json, math, pathlib, random, re, sys, unicodedata

SYMMETRIC = {"alliedWith", "agreesWith", "meets", "cooperatesWith", "fights"}
SAME = {"us": "united states", "u s": "united states", "usa": "united states", "uk": "united kingdom", "u k": "united kingdom",
        "britain": "united kingdom", "great britain": "united kingdom", "eu": "european union", "un": "united nations",
        "u n": "united nations", "isil": "islamic state", "isis": "islamic state", "daesh": "islamic state",
        "united states of america": "united states"}


def fold(name):
    """A name without case, accents, articles and punctuation."""
    name = "".join(c for c in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(c)).lower()
    name = re.sub(r"[^a-z0-9]+", " ", re.sub(r"[’']s\b", "", name)).strip()
    name = re.sub(r"^(the|a|an) ", "", name)
    return SAME.get(name, name)


def gold_rows(folder):
    rows = collections.defaultdict(list)
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        for line in path.read_text().splitlines():
            if line.strip():
                row = json.loads(line)
                row["S"], row["T"] = ({fold(n) for n in row[k]} for k in ("source", "target"))
                rows[path.stem].append(row)
    return rows


def matches(row, assertion):
    """Whether an assertion is right as a gold row has it, relation and status included."""
    source, target = fold(assertion["source"]["name"]), fold(assertion["target"]["name"])
    straight = ("*" in row["source"] or source in row["S"]) and ("*" in row["target"] or target in row["T"])
    turned = source in row["T"] and target in row["S"] and (
        assertion["relation"] in SYMMETRIC or SYMMETRIC & set(row["relation"]))
    return ((straight or turned) and (assertion["relation"] in row["relation"] or "*" in row["relation"])
            and (assertion["status"] in row["status"] or "*" in row["status"]))


def odds(p):
    p = min(0.99, max(0.01, p))
    return math.log(p / (1 - p))


def features(assertion):
    found = collections.defaultdict(float)
    for finding in assertion["evidence"]["findings"]:
        found[finding["method"]] = max(found[finding["method"]], finding["score"])
    kind = "both" if len(found) == 2 else "rule" if "rule" in found else "model"
    row = {kind: 1.0}
    if "rule" in found: row[kind + ":rule"] = odds(found["rule"])
    if "model" in found: row[kind + ":relation"] = odds(found["model"])
    row[assertion["relation"]] = 1.0
    row["status:" + assertion["status"]] = 1.0
    row["source:" + assertion["source"]["kind"]] = 1.0
    row["target:" + assertion["target"]["kind"]] = 1.0
    return row


PENALTY = collections.defaultdict(lambda: 4.0, {"both": 0.1, "rule": 0.1, "model": 0.1, "both:rule": 1.0, "rule:rule": 1.0,
                                                "both:relation": 0.3, "model:relation": 0.3})


def fit(rows, steps=600, rate=0.5):
    """Weights by gradient descent with a step size per weight (Adagrad)."""
    weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-8)
    for _ in range(steps):
        gradient = collections.defaultdict(float)
        for x, y in rows:
            error = 1 / (1 + math.exp(-sum(weights[k] * v for k, v in x.items()))) - y
            for k, v in x.items(): gradient[k] += error * v
        for k in gradient:
            g = gradient[k] + PENALTY[k] * weights[k]
            squares[k] += g * g
            weights[k] -= rate * g / math.sqrt(squares[k])
    return weights


def probability(weights, x):
    return 1 / (1 + math.exp(-sum(weights[k] * v for k, v in x.items())))


def scores(gold, kept):
    """Precision, recall and F1 at the depth of the status, as the judge counts."""
    distinct = {}
    for a in kept:
        a_key = (a["doc"], fold(a["source"]["name"]), a["relation"], fold(a["target"]["name"]), a["status"])
        distinct.setdefault(a_key, a)
    right = sum(a["right"] for a in distinct.values()) / max(1, len(distinct))
    core = [(d, r) for d in gold for r in gold[d] if r["tier"] == "core"]
    by = collections.defaultdict(list)
    for a in distinct.values(): by[a["doc"]].append(a)
    found = sum(any(matches(r, a) for a in by[d]) for d, r in core) / max(1, len(core))
    return right, found, 2 * right * found / max(1e-9, right + found), len(distinct)


def main():
    gold = gold_rows(sys.argv[1])
    assertions = []
    for line in open(sys.argv[2]):
        a = json.loads(line)
        if "relation" not in a: continue
        a["doc"] = pathlib.Path(a["document"]).stem
        a["right"] = any(matches(r, a) for r in gold[a["doc"]])
        assertions.append(a)
    data = [(features(a), float(a["right"])) for a in assertions]
    documents = sorted(gold)
    random.Random(1).shuffle(documents)
    for fold_number in range(5):
        held = set(documents[fold_number::5])
        weights = fit([d for d, a in zip(data, assertions) if a["doc"] not in held])
        for d, a in zip(data, assertions):
            if a["doc"] in held: a["p"] = probability(weights, d[0])
    print("least confidence | precision recall F1 (status) | assertions")
    for least in [x / 100 for x in range(20, 75, 5)]:
        p, r, f, n = scores(gold, [a for a in assertions if a["p"] >= least])
        print(f"  {least:.2f} | {p:.3f} {r:.3f} {f:.3f} | {n}")
    print("confidence | right | assertions")
    for low in range(1, 10):
        held = [a for a in assertions if low / 10 <= a["p"] < (low + 1) / 10]
        if held: print(f"  {low/10:.1f}-{low/10+.1:.1f} | {sum(a['right'] for a in held)/len(held):.2f} | {len(held)}")
    if len(sys.argv) > 3:
        weights = fit(data)
        with open(sys.argv[3], "w") as out:
            out.write("# name\tweight (log odds of being right; Training/calibrate.py fits them on the development documents)\n")
            out.write(f"least\t{sys.argv[4]}\n")
            for name in sorted(weights):
                if abs(weights[name]) >= 0.005: out.write(f"{name}\t{weights[name]:.3f}\n")


main()
