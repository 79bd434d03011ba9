"""Trains the pair scorer on the pipeline's own mentions, over a frozen encoder.

usage: pairs.py CACHE_DIR GOLD_DIR PAIRS_DIR [--name main] [--out pairs] [--epochs N] [--strict] [--fresh] [--lr X] [--decay X]
       [--drop X] [--rule-drop X] [--seed N]
       PAIRS_DIR holds train.jsonl and dev.jsonl; writes CACHE_DIR/OUT.pt, the whole model with the new scorer
"""

import argparse
import copy
import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

import encoder
import evaluate
import features
from batching import batches, collate
from mentions import read_dump
from model import MaskPool, PairHead, Product, pair_arrays
from train import acceptable_loss


def options():
    """Command-line settings."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("pairs", type=pathlib.Path)
    parser.add_argument("--name", default="main")
    parser.add_argument("--out", default="pairs")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--lr", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.05)
    parser.add_argument("--drop", type=float, default=0.3)
    parser.add_argument("--rule-drop", type=float, default=0.15)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--strict", action="store_true", help="score by canonical names alone, as the judge does")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


@torch.no_grad()
def vectors(model, items):
    """Adds the encoder's word vectors to items."""
    model.eval()
    for chosen in batches(items, 4000):
        y = model.encode(collate([items[i] for i in chosen]))
        for r, i in enumerate(chosen):
            items[i]["y"] = y[r, : len(items[i]["forms"])].float()


def grouped(items, size, rng=None):
    """Groups of items with about `size` pairs."""
    order = rng.permutation(len(items)) if rng else range(len(items))
    group, count = [], 0
    for i in order:
        group.append(items[i])
        count += len(items[i]["pairs"])
        if count >= size:
            yield group
            group, count = [], 0
    if group:
        yield group


def forward(head, group, drop=lambda x: x, rng=None, rule_drop=0.0):
    """Rows and scores of all pairs of a group."""
    width = max(len(x["forms"]) for x in group)
    y = torch.zeros(len(group), width, group[0]["y"].shape[1])
    for r, x in enumerate(group):
        y[r, : len(x["forms"])] = x["y"]
    rows, arrays = pair_arrays(group, width, [x["tree"] for x in group])
    if rng is not None and rule_drop:
        arrays["rule"] = torch.where(torch.from_numpy(rng.random(len(rows)) < rule_drop), 0, arrays["rule"])
    return rows, *head(y.view(-1, y.shape[-1]), arrays, drop)


@torch.no_grad()
def scored(head, items):
    """(item, pair, relation probabilities, status probabilities) of all pairs."""
    head.eval()
    out = []
    for group in grouped(items, 600):
        rows, relation, status = forward(head, group)
        out += [(group[k], p, a, b) for (k, p), a, b in zip(rows, relation.softmax(-1).numpy(), status.softmax(-1).numpy())]
    return out


def table(rows, thresholds=(0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)):
    """Threshold -> precision, recall (of labelled pairs) and F1 at the three depths, mention pairs given."""
    kept = [r for r in rows if r[1][4]]
    wanted = sum(0 not in r[1][4] for r in kept)
    out = {}
    for t in thresholds:
        hits = [(p, 1 + int(a[1:].argmax()), int(b.argmax())) for _, p, a, b in kept if 1 - a[0] >= t]
        pair = [h for h in hits if 0 not in h[0][4]]
        relation = [h for h in pair if h[1] in h[0][4]]
        status = [h for h in relation if h[2] in h[0][5]]
        out[t] = {n: [round(100 * len(x) / max(1, len(hits)), 1), round(100 * len(x) / max(1, wanted), 1), round(200 * len(x) / max(1, len(hits) + wanted), 1)]
                  for n, x in (("pair", pair), ("relation", relation), ("status", status))}
    return out


def matched(row, source, relation, target, status):
    """How deep a prediction matches a gold row, as the judge has it: 0 not, 1 pair, 2 relation, 3 status."""
    symmetric = features.SYMMETRIC
    straight = ("*" in row["source"] or source & row["S"]) and ("*" in row["target"] or target & row["T"])
    turned = source & row["T"] and target & row["S"] and (relation in symmetric or symmetric & set(row["relation"]))
    if not (straight or turned):
        return 0
    if relation not in row["relation"] and "*" not in row["relation"]:
        return 1
    return 3 if status in row["status"] or "*" in row["status"] else 2


def document_table(rows, items, strict, thresholds=(0.3, 0.4, 0.5, 0.6, 0.7, 0.8)):
    """Threshold -> precision, recall and F1 at the three depths over whole documents; strict: canonical names alone."""
    gold = {x["document"]: x["rows"] for x in items}
    core = [(d, r) for d, rs in gold.items() for r in rs if r["tier"] == "core"]
    out = {}
    for t in thresholds:
        found = {}
        for x, p, a, b in rows:
            if 1 - a[0] < t:
                continue
            i, j = p[13], p[14]
            source, target = ({x["canonical"][k]} if strict else frozenset(x["names"][k]) for k in (i, j))
            relation, status = features.RELATIONS[1 + int(a[1:].argmax())], features.STATUSES[int(b.argmax())]
            found.setdefault((x["document"], min(source, default=""), relation, min(target, default=""), status), (source, target))
        best, recalled = [], {}
        for (d, _, relation, _, status), (source, target) in found.items():
            depths = [(matched(r, source, relation, target, status), k) for k, r in enumerate(gold[d])]
            best.append(max((v for v, _ in depths), default=0))
            for v, k in depths:
                recalled[d, k] = max(recalled.get((d, k), 0), v)
        hit = [max(recalled.get((d, k), 0) for k, q in enumerate(gold[d]) if q is r) for d, r in core]
        line = {}
        for depth, name in ((1, "pair"), (2, "relation"), (3, "status")):
            precision, recall = sum(v >= depth for v in best) / max(1, len(best)), sum(v >= depth for v in hit) / max(1, len(hit))
            line[name] = [round(100 * v, 1) for v in (precision, recall, 2 * precision * recall / max(1e-9, precision + recall))]
        out[t] = line
    return out


def reliability(rows, bins=5):
    """Mean confidence against the share that is right (relation and status acceptable), in bins."""
    pairs = sorted((float(a[1:].max() * b.max()), 1 + int(a[1:].argmax()) in p[4] and int(b.argmax()) in p[5]) for _, p, a, b in rows if p[4] and 1 - a[0] >= 0.3)
    parts = np.array_split(np.array(pairs, float), bins) if pairs else []
    return [[round(float(x[:, 0].mean()), 3), round(float(x[:, 1].mean()), 3), len(x)] for x in parts if len(x)]


def fit(head, train, dev, o):
    """Trains a head; returns the one with the best status F1 on dev and its score."""
    rng, drop = np.random.default_rng(o.seed), MaskPool(o.drop, o.seed)
    optimizer = torch.optim.AdamW(head.parameters(), lr=o.lr, weight_decay=o.decay)
    steps, total, best = 0, o.epochs * sum(1 for _ in grouped(train, 300)), (-1.0, None)
    for epoch in range(o.epochs):
        head.train()
        shown = []
        for group in grouped(train, 300, rng):
            for g in optimizer.param_groups:
                g["lr"] = o.lr * min(1, (steps + 1) / 50) * max(0.02, 1 - steps / total)
            rows, relation, status = forward(head, group, drop, rng, o.rule_drop)
            loss, count = acceptable_loss(relation, [p[4] for _, p in rows])
            other, positives = acceptable_loss(status, [p[5] for _, p in rows])
            if not count:
                continue
            value = loss / count + (0.5 * other / count * 2 if positives else 0)
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            shown.append(float(loss.detach()) / count)
            steps += 1
        rows = scored(head, dev)
        scores = document_table(rows, dev, o.strict)
        top, pair = (max((v[k][2], t) for t, v in scores.items()) for k in ("status", "pair"))
        given = max(v["status"][2] for v in table(rows).values())
        print(f"epoch {epoch} loss {np.mean(shown):.3f} status F1 {top[0]} at {top[1]}, pair F1 {pair[0]}, of given pairs {given}", flush=True)
        if top[0] > best[0]:
            best = (top[0], copy.deepcopy(head.state_dict()))
    head.load_state_dict(best[1])
    return best[0]


def main():
    o = options()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    _, model = evaluate.load(o.cache, o.name)
    pieces = encoder.Pieces()
    sets = {}
    for part in ("train", "dev"):
        items = [x | pieces.encode(x["forms"]) for x in read_dump(o.pairs / f"{part}.jsonl", o.gold / part)]
        sets[part] = [x for x in items if x["pairs"]]
        print(part, len(sets[part]), "sentences", sum(len(x["pairs"]) for x in sets[part]), "pairs",
              sum(1 for x in sets[part] for p in x["pairs"] if p[4] and 0 not in p[4]), "positive")
        Product.low = True
        vectors(model, sets[part])
        Product.low = False
    if o.fresh:
        model.pair = PairHead()
    print("best status F1", fit(model.pair, sets["train"], sets["dev"], o))
    rows = scored(model.pair, sets["dev"])
    for t, line in document_table(rows, sets["dev"], o.strict).items():
        print(t, json.dumps(line))
    print("reliability", reliability(rows))
    torch.save({"model": model.state_dict(), "lists": model.lists}, o.cache / f"{o.out}.pt")


if __name__ == "__main__":
    main()
