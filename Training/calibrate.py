"""Fits the weights with which rules and scorer are joined, and prints how far the confidence can be trusted.

usage: calibrate.py GOLD_DIR EXTRACTED.jsonl [WEIGHTS.tsv LEAST]
       EXTRACTED is what `entente extract --min-confidence 0` prints of the documents of GOLD_DIR; with WEIGHTS that file is written,
       with LEAST as the confidence below which an assertion is left out

A logistic regression over the features of Sources/Extraction/Assembly/Calibration.swift with a quadratic penalty says how likely
an assertion is right in relation and status. The scores printed are of five-fold cross-validation by document.
"""

import argparse
import collections
import json
import math
import pathlib
import random

from features import SYMMETRIC
from gold import norm, read_rows

PENALTY = collections.defaultdict(lambda: 4.0, {
    "both": 0.1, "rule": 0.1, "model": 0.1, "both:rule": 1.0, "rule:rule": 1.0, "both:relation": 0.3, "model:relation": 0.3,
})
HEAD = "# name\tweight (log odds of being right; Training/calibrate.py fits them on the development documents)\n"


def options():
    """Command-line settings."""
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("extracted", type=pathlib.Path)
    parser.add_argument("weights", type=pathlib.Path, nargs="?")
    parser.add_argument("least", nargs="?")
    chosen = parser.parse_args()
    if chosen.weights and chosen.least is None:
        parser.error("WEIGHTS needs LEAST")
    return chosen


def matches(row, assertion):
    """Whether an assertion is right as a gold row has it, relation and status included."""
    source, target = norm(assertion["source"]["name"]), norm(assertion["target"]["name"])
    straight = ("*" in row["source"] or source in row["S"]) and ("*" in row["target"] or target in row["T"])
    turned = source in row["T"] and target in row["S"] and (assertion["relation"] in SYMMETRIC or SYMMETRIC & set(row["relation"]))
    return (
        (straight or turned) and (assertion["relation"] in row["relation"] or "*" in row["relation"])
        and (assertion["status"] in row["status"] or "*" in row["status"])
    )


def read_assertions(path, gold):
    """The assertions of a file, each with its document and whether it is right."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        assertion = json.loads(line)
        if "relation" in assertion:
            document = pathlib.Path(assertion["document"]).stem
            out.append(assertion | {"doc": document, "right": any(matches(r, assertion) for r in gold.get(document, ()))})
    return out


def odds(p):
    """Log odds of a bounded probability."""
    p = min(0.99, max(0.01, p))
    return math.log(p / (1 - p))


def traits(assertion):
    """Features by name, those of Calibration.swift."""
    found = collections.defaultdict(float)
    for finding in assertion["evidence"]["findings"]:
        found[finding["method"]] = max(found[finding["method"]], finding["score"])
    kind = "both" if len(found) == 2 else "rule" if "rule" in found else "model"
    row = {kind: 1.0}
    if "rule" in found:
        row[kind + ":rule"] = odds(found["rule"])
    if "model" in found:
        row[kind + ":relation"] = odds(found["model"])
    row[assertion["relation"]] = 1.0
    row["status:" + assertion["status"]] = 1.0
    row["source:" + assertion["source"]["kind"]] = 1.0
    row["target:" + assertion["target"]["kind"]] = 1.0
    return row


def probability(weights, x):
    """How likely an assertion with these features is right."""
    return 1 / (1 + math.exp(-sum(weights[k] * v for k, v in x.items())))


def fit(rows, steps=600, rate=0.5):
    """Weights by gradient descent with a step size per weight (Adagrad)."""
    weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-8)
    for _ in range(steps):
        gradient = collections.defaultdict(float)
        for x, y in rows:
            error = probability(weights, x) - y
            for k, v in x.items():
                gradient[k] += error * v
        for k in gradient:
            g = gradient[k] + PENALTY[k] * weights[k]
            squares[k] += g * g
            weights[k] -= rate * g / math.sqrt(squares[k])
    return weights


def cross_validate(assertions, data, documents):
    """Gives every assertion the probability `p` that weights fitted on the other four fifths of the documents have for it."""
    documents = sorted(documents)
    random.Random(1).shuffle(documents)
    for part in range(5):
        held = set(documents[part::5])
        weights = fit([d for d, a in zip(data, assertions) if a["doc"] not in held])
        for (x, _), a in zip(data, assertions):
            if a["doc"] in held:
                a["p"] = probability(weights, x)


def scores(gold, kept):
    """Precision, recall and F1 at the depth of the status, as the judge counts."""
    distinct = {}
    for a in kept:
        distinct.setdefault((a["doc"], norm(a["source"]["name"]), a["relation"], norm(a["target"]["name"]), a["status"]), a)
    right = sum(a["right"] for a in distinct.values()) / max(1, len(distinct))
    by = collections.defaultdict(list)
    for a in distinct.values():
        by[a["doc"]].append(a)
    core = [(d, r) for d in gold for r in gold[d] if r["tier"] == "core"]
    found = sum(any(matches(r, a) for a in by[d]) for d, r in core) / max(1, len(core))
    return right, found, 2 * right * found / max(1e-9, right + found), len(distinct)


def report(gold, assertions):
    """Prints scores over least confidences and the reliability of the confidence."""
    print("least confidence | precision recall F1 (status) | assertions")
    for least in [x / 100 for x in range(20, 75, 5)]:
        p, r, f, n = scores(gold, [a for a in assertions if a["p"] >= least])
        print(f"  {least:.2f} | {p:.3f} {r:.3f} {f:.3f} | {n}")
    print("confidence | right | assertions")
    for low in range(1, 10):
        held = [a for a in assertions if low / 10 <= a["p"] < (low + 1) / 10]
        if held:
            print(f"  {low / 10:.1f}-{low / 10 + 0.1:.1f} | {sum(a['right'] for a in held) / len(held):.2f} | {len(held)}")


def write(path, weights, least):
    """Writes the rows of the weights that count."""
    rows = [f"{name}\t{weights[name]:.3f}\n" for name in sorted(weights) if abs(weights[name]) >= 0.005]
    path.write_text(HEAD + f"least\t{least}\nleast:model\t{float(least) + 0.05:.2f}\n" + "".join(rows), encoding="utf-8")


def main():
    o = options()
    gold = {path.stem: read_rows(path) for path in sorted(o.gold.glob("*.jsonl"))}
    assertions = read_assertions(o.extracted, gold)
    data = [(traits(a), float(a["right"])) for a in assertions]
    cross_validate(assertions, data, gold)
    report(gold, assertions)
    if o.weights:
        write(o.weights, fit(data), o.least)


if __name__ == "__main__":
    main()
