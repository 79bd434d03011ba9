"""Scores of a model on the development sets (gold tokens).

usage: evaluate.py CACHE_DIR [--name main] [--int8] [--quick]     (--quick: a third of the sentences)
"""

import argparse
import collections
import json
import pathlib
import pickle

import numpy as np
import torch
import torch.nn.functional as F

import decoding
import encoder
import features
from batching import batches, collate
from model import Analyzer, Product, pair_arrays


@torch.no_grad()
def predict(model, items, limit=4000, pairs=False):
    """Analyses of items: dicts of upos, feats, lemma, name, actor (ids), head, label and, if wanted, pair scores."""
    model.eval()
    out = [None] * len(items)
    name_rules, actor_rules = decoding.legal(features.NAME_LABELS), decoding.legal(features.ACTOR_LABELS)
    for chosen in batches(items, limit):
        group = [items[i] for i in chosen]
        batch = collate(group)
        y = model.encode(batch)
        blocks = model.blocks(y)
        words = {k: v.numpy() for k, v in model.words(blocks).items()}
        arcs = F.log_softmax(model.arcs(blocks, batch["mask"]), -1).numpy()
        heads = torch.zeros_like(batch["head"])
        for r, x in enumerate(group):
            n = len(x["forms"])
            heads[r, :n] = torch.tensor(decoding.tree(arcs[r, :n, : n + 1]))
        labels = model.labels(blocks, heads).argmax(-1)
        for r, i in enumerate(chosen):
            n = len(group[r]["forms"])
            one = {k: words[k][r, :n].argmax(-1).tolist() for k in ("upos", "feats", "lemma")}
            one["lemma_top"] = np.argsort(-words["lemma"][r, :n], axis=-1, kind="stable")[:, :3].tolist()
            one["name"] = decoding.viterbi(words["name"][r, :n], name_rules)
            one["actor"] = decoding.viterbi(words["actor"][r, :n], actor_rules)
            one["head"], one["label"] = heads[r, :n].tolist(), labels[r, :n].tolist()
            out[i] = one
        if pairs and any(x.get("pairs") for x in group):
            trees = [items[i].get("tree") or out[i]["head"] for i in chosen]
            rows, arrays = pair_arrays(group, y.shape[1], trees)
            relation, status = model.pair(y.reshape(-1, y.shape[-1]), arrays)
            for i in chosen:
                out[i]["pairs"] = []
            for (k, p), a, b in zip(rows, relation.softmax(-1).numpy(), status.softmax(-1).numpy()):
                out[chosen[k]]["pairs"].append((p, a, b))
    return out


class Lemmas:
    """Chooses lemmas: the lexicon's; else the first script's; where that gives no whole word piece, the second's or third's that does."""

    def __init__(self, lists):
        self.scripts = lists["lemmas"]
        self.lexicon = {tuple(x[:2]): x[2] for x in (line.split("\t") for line in lists.get("lexicon", "").split("\n") if line)}
        self.pieces = set(encoder.Pieces().vocabulary())

    def choose(self, form, upos, ranked):
        """The lemma of a form with a tag id and its best script ids."""
        tag = features.UPOS[upos]
        known = self.lexicon.get((form, tag))
        if known is not None:
            return known
        first, *others = [features.apply_script(self.scripts[i], form, tag) for i in ranked]
        if tag not in ("VERB", "NOUN", "ADJ", "ADV", "AUX") or first in self.pieces or (tag != "VERB" and first == form.lower()):
            return first
        usable = [x for x, i in zip(others, ranked[1:]) if not self.scripts[i].startswith("=") and x in self.pieces and x not in (form, form.lower())]
        return usable[0] if usable else first


def treebank_scores(items, predictions, lists):
    """UPOS, feats, lemma, UAS, LAS in percent."""
    right, total, choice = collections.Counter(), 0, Lemmas(lists)
    for x, p in zip(items, predictions):
        for i, form in enumerate(x["forms"]):
            total += 1
            upos = features.UPOS[p["upos"][i]]
            right["upos"] += p["upos"][i] == x["upos"][i]
            right["feats"] += lists["feats"][p["feats"][i]] == x["gold_feats"][i]
            right["script"] += features.apply_script(lists["lemmas"][p["lemma"][i]], form, upos) == x["gold_lemma"][i]
            right["lemma"] += choice.choose(form, p["upos"][i], p["lemma_top"][i]) == x["gold_lemma"][i]
            arc = p["head"][i] == x["head"][i]
            right["uas"] += arc
            right["las"] += arc and lists["relations_ud"][p["label"][i]] == x["gold_label"][i]
    return {k: round(100 * v / total, 2) for k, v in right.items()}


def name_score(items, predictions):
    """F1 of PER, LOC, ORG in percent (NORP where the gold has none is not counted)."""
    good = found = wanted = 0
    for x, p in zip(items, predictions):
        if "gold_names" not in x:
            continue
        gold = set(x["gold_names"])
        guess = {s for s in decoding.spans([features.NAME_LABELS[i] for i in p["name"]]) if s[2] != "NORP"}
        good, found, wanted = good + len(gold & guess), found + len(guess), wanted + len(gold)
    return round(200 * good / max(1, found + wanted), 2)


def actor_score(items, predictions):
    """Span and kind F1 of actors against marked spans; guesses on ignored words are left out."""
    good = found = wanted = 0
    for x, p in zip(items, predictions):
        if "actors" not in x:
            continue
        gold = set(x["actors"])
        guess = {s for s in decoding.spans([features.ACTOR_LABELS[i] for i in p["actor"]]) if any(x["actor"][k] >= 0 for k in range(s[0], s[1]))}
        good, found, wanted = good + len(gold & guess), found + len(guess), wanted + len(gold)
    return round(200 * good / max(1, found + wanted), 2)


def pair_scores(predictions, thresholds=(0.3, 0.4, 0.5, 0.6, 0.7)):
    """Pair, relation and status F1 over thresholds, on pairs with a target, by mention pairs."""
    out = {}
    rows = [(p, a, b) for x in predictions for p, a, b in x.get("pairs", ()) if p[4]]
    wanted = sum(0 not in p[4] for p, _, _ in rows)
    for t in thresholds:
        hits = [(p, 1 + int(a[1:].argmax()), int(b.argmax())) for p, a, b in rows if 1 - a[0] >= t]
        pair = [h for h in hits if 0 not in h[0][4]]
        relation = [h for h in pair if h[1] in h[0][4]]
        status = [h for h in relation if h[2] in h[0][5]]
        out[t] = [round(200 * len(x) / max(1, len(hits) + wanted), 1) for x in (pair, relation, status)]
    return out


def summary(model, sets, quick=False):
    """All development scores."""
    step = 3 if quick else 1
    out = {}
    items = sets["ewt-dev"][::step]
    p = predict(model, items)
    out["ewt"] = treebank_scores(items, p, model.lists)
    out["uner"] = name_score(items, p)
    if not quick:
        out["gum"] = treebank_scores(sets["gum-dev"], predict(model, sets["gum-dev"]), model.lists)
    items = sets["voa-dev"][:: 4 * step]
    out["voa"] = name_score(items, predict(model, items))
    p = predict(model, sets["gold-dev"], pairs=True)
    out["actor"], out["pairs"] = actor_score(sets["gold-dev"], p), pair_scores(p)
    return out


def load(cache, name):
    """Data and model of a checkpoint."""
    with open(cache / "items.pickle", "rb") as file:
        data = pickle.load(file)
    saved = torch.load(cache / f"{name}.pt", weights_only=False, map_location="cpu")
    model = Analyzer(saved["lists"])
    model.load_state_dict(saved["model"])
    model.eval()
    return data["sets"], model


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("--name", default="main")
    parser.add_argument("--int8", action="store_true")
    parser.add_argument("--quick", action="store_true")
    o = parser.parse_args()
    torch.set_num_threads(1)
    sets, model = load(o.cache, o.name)
    Product.fake = o.int8
    print(json.dumps(summary(model, sets, o.quick), indent=1, default=str))


if __name__ == "__main__":
    main()
