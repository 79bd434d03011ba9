"""Writes the gold documents as the model parses them: CoNLL-U with byte offsets, names and actors in comments.

usage: parse.py CACHE_DIR GOLD_DIR OUT_DIR [--name main]     (OUT_DIR/{dev,train}/DOC.conllu)
"""

import argparse
import collections
import json
import pathlib
import pickle

import torch

import decoding
import evaluate
import features
from model import Product


def lines_of(item, prediction, lists, choice, text, number):
    """The CoNLL-U lines of one sentence."""
    start = item["offset"]
    name = [list(s) for s in decoding.spans([features.NAME_LABELS[i] for i in prediction["name"]])]
    actor = [list(s) for s in decoding.spans([features.ACTOR_LABELS[i] for i in prediction["actor"]])]
    yield f"# sent_id = {item['document']}-{number}"
    yield "# text = " + item["text"]
    yield "# names = " + json.dumps(name)
    yield "# actors = " + json.dumps(actor)
    before = len(text[:start].encode())

    def byte(character):
        return before + len(text[start : start + character].encode())

    for i, (form, (lo, hi)) in enumerate(zip(item["forms"], item["tokens"])):
        upos = features.UPOS[prediction["upos"][i]]
        lemma = choice.choose(form, prediction["upos"][i], prediction["lemma_top"][i])
        yield "\t".join([
            str(i + 1), form, lemma, upos, "_", lists["feats"][prediction["feats"][i]], str(prediction["head"][i]),
            lists["relations_ud"][prediction["label"][i]], "_", f"Start={byte(lo)}|End={byte(hi)}",
        ])
    yield ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--name", default="main")
    o = parser.parse_args()
    torch.set_num_threads(1)
    sets, model = evaluate.load(o.cache, o.name)
    Product.low = True
    with open(o.cache / "items.pickle", "rb") as file:
        model.lists = pickle.load(file)["lists"]
    choice = evaluate.Lemmas(model.lists)
    for part in ("dev", "train"):
        items = sets[f"gold-{part}"]
        by_document = collections.defaultdict(list)
        for x, p in zip(items, evaluate.predict(model, items)):
            by_document[x["document"]].append((x, p))
        folder = o.out / part
        folder.mkdir(parents=True, exist_ok=True)
        for document, rows in by_document.items():
            text = (o.gold / part / f"{document}.txt").read_text(encoding="utf-8")
            body = [line for n, (x, p) in enumerate(rows) for line in lines_of(x, p, model.lists, choice, text, n + 1)]
            (folder / f"{document}.conllu").write_text("\n".join(body) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
