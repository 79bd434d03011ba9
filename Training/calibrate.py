"""Fits the weights with which rules and scorer are joined, and prints how far the confidence can be trusted.

usage: calibrate.py GOLD_DIR WEIGHED.jsonl [GOLD_DIR WEIGHED.jsonl ...] [--write WEIGHTS.tsv LEAST] [--penalty X]
       WEIGHED is what `entente __weighed` prints of the documents of GOLD_DIR, which no scorer was trained on: every
       proposal with its features; LEAST is the confidence below which an assertion is left out

A logistic regression with a quadratic penalty says how likely a proposal is right in relation and status. The scores
printed are of five-fold cross-validation by document, for each folder of documents.
"""

import argparse
import collections
import json
import pathlib
import random

import numpy as np

from features import SYMMETRIC
from gold import norm, read_rows

HEAD = "# name\tweight (log odds of being right; Training/calibrate.py fits them on documents that the scorer has not seen)\n"
RAREST = 8


def options():
    """Command-line settings."""
    parser = argparse.ArgumentParser()
    parser.add_argument("inputs", type=pathlib.Path, nargs="+")
    parser.add_argument("--write", nargs=2, metavar=("WEIGHTS", "LEAST"))
    parser.add_argument("--penalty", type=float, default=6.0)
    chosen = parser.parse_args()
    if len(chosen.inputs) % 2:
        parser.error("every GOLD_DIR needs its WEIGHED.jsonl")
    return chosen


def matched(row, proposal):
    """Whether a proposal is right as a gold row has it, relation and status included."""
    straight = ("*" in row["source"] or proposal["s"] in row["S"]) and ("*" in row["target"] or proposal["t"] in row["T"])
    turned = proposal["s"] in row["T"] and proposal["t"] in row["S"] and (proposal["relation"] in SYMMETRIC or SYMMETRIC & set(row["relation"]))
    return (
        (straight or turned) and (proposal["relation"] in row["relation"] or "*" in row["relation"])
        and (proposal["status"] in row["status"] or "*" in row["status"])
    )


class Documents:
    """Marked documents with all that was proposed of them."""

    def __init__(self, folder, weighed):
        self.name = folder.name
        self.gold = {path.stem: read_rows(path) for path in sorted(folder.glob("*.jsonl"))}
        self.proposals = []
        for line in weighed.read_text(encoding="utf-8").splitlines():
            proposal = json.loads(line)
            document = pathlib.Path(proposal["document"]).stem
            if document in self.gold:
                proposal |= {"doc": document, "s": norm(proposal["source"]), "t": norm(proposal["target"])}
                proposal["hits"] = {i for i, row in enumerate(self.gold[document]) if matched(row, proposal)}
                self.proposals.append(proposal)

    def scores(self, least):
        """Precision, recall and F1 at the depth of the status, as the judge counts, and the number of assertions."""
        kept, hits = {}, collections.defaultdict(set)
        for p in self.proposals:
            if p["p"] >= least:
                kept.setdefault((p["doc"], p["s"], p["relation"], p["t"], p["status"]), p)
                hits[p["doc"]] |= p["hits"]
        precision = sum(bool(p["hits"]) for p in kept.values()) / max(1, len(kept))
        core = [(d, i) for d, rows in self.gold.items() for i, row in enumerate(rows) if row["tier"] == "core"]
        recall = sum(i in hits[d] for d, i in core) / max(1, len(core))
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall), len(kept)


def matrix(proposals, names):
    """The features of proposals, one row each."""
    out = np.zeros((len(proposals), len(names)))
    for row, proposal in zip(out, proposals):
        for name, value in proposal["features"].items():
            if name in names:
                row[names[name]] = value
    return out


def fit(proposals, penalty, steps=30):
    """Weights by name, by Newton's method; features of fewer than `RAREST` proposals are left out."""
    counts = collections.Counter(name for p in proposals for name in p["features"])
    names = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= RAREST))}
    x, y = matrix(proposals, names), np.array([bool(p["hits"]) for p in proposals], float)
    weights = np.zeros(len(names))
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (p - y) + penalty * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty * np.eye(len(names))
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return {name: float(weights[i]) for name, i in names.items()}


def probability(weights, proposal):
    """How likely a proposal is right, in the bounds that the program has."""
    total = sum(weights.get(name, 0.0) * value for name, value in proposal["features"].items())
    return min(0.99, max(0.01, 1 / (1 + np.exp(-total))))


def cross_validate(sets, penalty, folds=5):
    """Gives every proposal the probability `p` that weights fitted on the other documents have for it."""
    documents = sorted(name for s in sets for name in s.gold)
    random.Random(1).shuffle(documents)
    for part in range(folds):
        held = set(documents[part::folds])
        weights = fit([p for s in sets for p in s.proposals if p["doc"] not in held], penalty)
        for p in (p for s in sets for p in s.proposals if p["doc"] in held):
            p["p"] = probability(weights, p)


def report(documents):
    """Prints scores over least confidences and the reliability of the confidence."""
    print(f"{documents.name}: {len(documents.gold)} documents\nleast confidence | precision recall F1 (status) | assertions")
    for least in [x / 100 for x in range(20, 75, 5)]:
        precision, recall, f1, count = documents.scores(least)
        print(f"  {least:.2f} | {precision:.3f} {recall:.3f} {f1:.3f} | {count}")
    print("confidence | right | assertions")
    for low in range(1, 10):
        held = [p for p in documents.proposals if low / 10 <= p["p"] < (low + 1) / 10]
        if held:
            print(f"  {low / 10:.1f}-{low / 10 + 0.1:.1f} | {sum(bool(p['hits']) for p in held) / len(held):.2f} | {len(held)}")


def write(path, weights, least):
    """Writes the rows of the weights that count."""
    rows = [f"{name}\t{weight:.3f}\n" for name, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    path.write_text(HEAD + f"least\t{least}\nleast:model\t{float(least) + 0.03:.2f}\n" + "".join(rows), encoding="utf-8")


def main():
    o = options()
    sets = [Documents(folder, weighed) for folder, weighed in zip(o.inputs[::2], o.inputs[1::2])]
    cross_validate(sets, o.penalty)
    for documents in sets:
        report(documents)
    if o.write:
        write(pathlib.Path(o.write[0]), fit([p for s in sets for p in s.proposals], o.penalty), o.write[1])


if __name__ == "__main__":
    main()
