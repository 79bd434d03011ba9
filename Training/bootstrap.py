"""Writes the gold documents' mentions, trees and tokens as the pipeline would, from the model alone (before the pipeline exists).

usage: bootstrap.py CACHE_DIR OUT_DIR [--name main]     (OUT_DIR/{train,dev}.jsonl, the format of mentions.py)
"""

import argparse
import json
import pathlib

import torch

import decoding
import evaluate
import features
from model import Product

NAME_TO_ACTOR = {"PER": "person", "ORG": "organization", "LOC": "place", "NORP": "state"}


def mentions_of(item, prediction, with_gold):
    """Actors, then gold mentions (training), then other names, without overlap."""
    forms, used, out = item["forms"], set(), []
    names = decoding.spans([features.NAME_LABELS[i] for i in prediction["name"]])
    actors = decoding.spans([features.ACTOR_LABELS[i] for i in prediction["actor"]])
    candidates = [(*s, None) for s in item["actors"]] if with_gold else []
    candidates += [(*s, None) for s in actors] + [(lo, hi, NAME_TO_ACTOR[k], k) for lo, hi, k in names]
    kinds = {i: k for lo, hi, k in names for i in range(lo, hi)}
    for lo, hi, kind, _ in candidates:
        if used & set(range(lo, hi)):
            continue
        used |= set(range(lo, hi))
        last = hi - 1
        form = "demonym" if kinds.get(last) == "NORP" else "name" if forms[last][0].isupper() else "nominal"
        inner = [" ".join(forms[a:b]) for a, b, _ in names if lo <= a and b <= hi and b == hi]
        out.append({"lo": lo, "hi": hi, "form": form, "kind": kind, "entity": {"name": inner[0] if inner else " ".join(forms[lo:hi]), "aliases": inner}})
    return sorted(out, key=lambda m: m["lo"])[:20]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--name", default="main")
    o = parser.parse_args()
    torch.set_num_threads(1)
    sets, model = evaluate.load(o.cache, o.name)
    Product.low = True
    o.out.mkdir(parents=True, exist_ok=True)
    for part in ("train", "dev"):
        items = sets[f"gold-{part}"]
        with open(o.out / f"{part}.jsonl", "w", encoding="utf-8") as file:
            for x, p in zip(items, evaluate.predict(model, items)):
                line = {"document": x["document"], "tokens": x["forms"], "heads": p["head"], "mentions": mentions_of(x, p, part == "train"), "rules": []}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
