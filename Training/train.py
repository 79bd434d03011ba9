"""Trains the analyzer jointly on treebanks, names and relations; resumable.

usage: train.py CACHE_DIR [--name main] [--epochs N] [--until N] [--pairs PAIRS_DIR --gold GOLD_DIR] [--init NAME] [--lr X]
       [--head-lr X] [--limit PIECES] [--voa N] [--pair-loss X] [--name-loss X] [--swap X] [--teacher NAME] [--part X] [--keep]
       [--threads N] [--seed N]
       --epochs sets the schedule, --until stops it early (to go on later, with other pairs); --swap exchanges that share of
       the names in sentences with pairs; --teacher names the weights whose tags and trees the gold sentences are taught;
       --part takes that share of the treebanks in an epoch; --keep keeps the weights of every epoch
"""

import argparse
import pathlib
import pickle
import time

import numpy as np
import torch
import torch.nn.functional as F

import encoder
import evaluate
import swap
from batching import batches, collate
from mentions import read_dump
from model import Analyzer, Product, pair_arrays

WEIGHTS = {"upos": 1.0, "feats": 0.5, "lemma": 0.5, "arc": 1.0, "label": 1.0, "name": 2.0, "actor": 1.0, "pair": 1.5, "status": 0.5}


def options():
    """Command-line settings."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("--name", default="main")
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--until", type=int, help="stop before this epoch; the schedule stays that of --epochs")
    parser.add_argument("--limit", type=int, default=1400)
    parser.add_argument("--lr", type=float, default=2e-4)
    parser.add_argument("--head-lr", type=float, default=2e-3)
    parser.add_argument("--voa", type=int, default=9000)
    parser.add_argument("--masking", type=float, default=0.03)
    parser.add_argument("--quantize-from", type=float, default=1.0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gold", type=pathlib.Path, help="gold documents, for --pairs")
    parser.add_argument("--pairs", type=pathlib.Path, help="folder of the pipeline's mentions (train.jsonl, dev.jsonl)")
    parser.add_argument("--init", help="name of a checkpoint to start from")
    parser.add_argument("--measure", type=int, default=0)
    parser.add_argument("--teacher", help="checkpoint whose tags, trees and names the gold sentences are taught")
    parser.add_argument("--part", type=float, default=1.0, help="share of the treebanks in an epoch")
    parser.add_argument("--keep", action="store_true", help="keep the weights of every epoch")
    parser.add_argument("--swap", type=float, default=0.0, help="share of the names in sentences with pairs that are swapped")
    parser.add_argument("--name-loss", type=float, default=WEIGHTS["name"])
    parser.add_argument("--pair-loss", type=float, default=WEIGHTS["pair"])
    chosen = parser.parse_args()
    if chosen.pairs and not chosen.gold:
        parser.error("--pairs needs --gold")
    return chosen


class Losses:
    """Sums of cross-entropies, each divided by a running mean of its count, so that every example weighs alike."""

    def __init__(self):
        self.counts, self.shown = {}, {}

    def add(self, name, total, count):
        """The weighted loss of one task in one batch."""
        old = self.counts.get(name)
        self.counts[name] = max(count, 1) if old is None else 0.98 * old + 0.02 * count
        if count == 0:
            return 0.0
        mean = float(total.detach()) / count
        self.shown[name] = mean if name not in self.shown else 0.98 * self.shown[name] + 0.02 * mean
        return WEIGHTS[name] * total / max(self.counts[name], 1.0)

    def entropy(self, name, scores, target):
        """Cross-entropy over the words that have a target."""
        return self.add(name, F.cross_entropy(scores.reshape(-1, scores.shape[-1]), target.reshape(-1), ignore_index=-100, reduction="sum"),
                        int((target >= 0).sum()))


def acceptable_loss(scores, sets):
    """Minus the log of the summed probability of acceptable classes, for rows that have any."""
    rows = [i for i, s in enumerate(sets) if s]
    if not rows:
        return None, 0
    allowed = torch.full((len(rows), scores.shape[1]), -1e9)
    for r, i in enumerate(rows):
        allowed[r, list(sets[i])] = 0
    chosen = F.log_softmax(scores[rows], -1) + allowed.to(scores.device)
    return -torch.logsumexp(chosen, -1).sum(), len(rows)


def pair_losses(model, y, blocks_arcs, items, losses, with_trees):
    """Losses of the pair head; trees are the parser's own while it trains."""
    if not any(x.get("pairs") for x in items):
        return 0.0
    greedy = blocks_arcs.detach().argmax(-1).tolist() if with_trees else [None] * len(items)
    heads = [x.get("tree") or (row and row[: len(x["forms"])]) for row, x in zip(greedy, items)]
    rows, arrays = pair_arrays(items, y.shape[1], heads)
    relation, status = model.pair(y.reshape(-1, y.shape[-1]), arrays, model.head_drop if model.training else lambda x: x)
    total = 0.0
    loss, count = acceptable_loss(relation, [p[4] for _, p in rows])
    if count:
        total = total + losses.add("pair", loss, count)
    loss, count = acceptable_loss(status, [p[5] for _, p in rows])
    if count:
        total = total + losses.add("status", loss, count)
    return total


def batch_loss(model, items, rng, losses, options, fraction):
    """The joint loss of one batch."""
    batch = collate(items, rng, options.masking)
    y = model.encode(batch)
    blocks = model.blocks(y)
    words = model.words(blocks)
    arcs = model.arcs(blocks, batch["mask"])
    total = losses.entropy("arc", arcs, batch["head"])
    total = total + losses.entropy("label", model.labels(blocks, batch["head"]), batch["label"])
    for k, scores in words.items():
        total = total + losses.entropy(k, scores, batch[k])
    return total + pair_losses(model, y, arcs, items, losses, fraction > 0.25)


def epoch_items(sets, epoch, options):
    """The items of one epoch: everything gold, a turning part of the silver names."""
    silver = sets["voa-train"]
    order = np.random.default_rng(options.seed).permutation(len(silver))
    part = [silver[order[(epoch * options.voa + i) % len(silver)]] for i in range(options.voa)]
    trees = sets["ewt-train"] + sets["gum-train"]
    if options.part < 1:
        chosen = np.random.default_rng((options.seed, epoch, 3)).permutation(len(trees))[: int(options.part * len(trees))]
        trees = [trees[i] for i in chosen]
    items = trees + sets["wikigold"] + sets["gold-train"] + part
    return [x for x in items if len(x["ids"]) <= 220]


def with_pairs(sets, options):
    """Replaces the pairs of the gold items by those of the pipeline's mentions."""
    pieces = encoder.Pieces()
    for part in ("train", "dev"):
        items = {(x["document"], tuple(x["forms"])): x for x in sets[f"gold-{part}"]}
        for x in items.values():
            x.pop("pairs", None)
        for x in read_dump(options.pairs / f"{part}.jsonl", options.gold / part):
            known = items.get((x["document"], tuple(x["forms"])))
            if known is not None:
                known |= {"pairs": x["pairs"], "tree": x["tree"]}
            else:
                sets[f"gold-{part}"].append(x | pieces.encode(x["forms"]))
        rows = [p for x in sets[f"gold-{part}"] for p in x.get("pairs", ())]
        print(part, len(rows), "pairs", sum(1 for p in rows if p[4] and 0 not in p[4]), "positive", flush=True)


def teach(sets, options):
    """Gives the gold sentences, which nobody parsed, the tags, trees and names of an earlier model: they keep the encoder from
    forgetting how news is built while it learns pairs."""
    model = Analyzer(torch.load(options.cache / f"{options.teacher}.pt", weights_only=False)["lists"])
    model.load_state_dict(torch.load(options.cache / f"{options.teacher}.pt", weights_only=False)["model"])
    items = [x for x in sets["gold-train"] if "upos" not in x]
    for x, p in zip(items, evaluate.predict(model, items)):
        x |= {k: np.asarray(p[k], np.int64) for k in ("upos", "feats", "head", "label", "name")}
    print("taught", len(items), "sentences", flush=True)


def optimizer_of(model, options):
    """AdamW; the encoder learns slower than what is new."""
    slow, fast = [], []
    for name, p in model.named_parameters():
        if p.requires_grad:
            (slow if name.startswith(("layers", "position", "emb_ln")) else fast).append(p)
    groups = [dict(params=slow, lr=options.lr, base=options.lr, weight_decay=0.01),
              dict(params=fast, lr=options.head_lr, base=options.head_lr, weight_decay=1e-3)]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def save(path, model, optimizer, state):
    """Writes a checkpoint in one step."""
    temporary = path.with_suffix(".part")
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "lists": model.lists} | state, temporary)
    temporary.replace(path)


def main():
    o = options()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    WEIGHTS["pair"], WEIGHTS["name"] = o.pair_loss, o.name_loss
    with open(o.cache / "items.pickle", "rb") as file:
        data = pickle.load(file)
    sets = data["sets"]
    if o.pairs:
        with_pairs(sets, o)
    if o.teacher:
        teach(sets, o)
    model = Analyzer(data["lists"], seed=o.seed)
    model.load_pretrained(encoder.weights())
    if o.init:
        model.load_state_dict(torch.load(o.cache / f"{o.init}.pt", weights_only=False)["model"])
    optimizer, losses, path = optimizer_of(model, o), Losses(), o.cache / f"{o.name}.pt"
    start, begin = 0, time.time()
    if path.exists() and not o.measure:
        saved = torch.load(path, weights_only=False)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        start, losses.counts = saved["epoch"], saved["counts"]
    names = swap.pool(sets["gold-train"]) if o.swap else {}
    per_epoch = len(batches(epoch_items(sets, 0, o), o.limit))
    total = per_epoch * o.epochs
    print("batches per epoch", per_epoch, flush=True)
    for epoch in range(start, o.epochs if o.until is None else min(o.until, o.epochs)):
        rng = np.random.default_rng((o.seed, epoch))
        items = epoch_items(sets, epoch, o)
        if o.swap:
            swap_rng = np.random.default_rng((o.seed, epoch, 7))
            items = [swap.swapped(x, names, swap_rng, o.swap) if x.get("pairs") else x for x in items]
        model.train()
        Product.low = True
        for i, chosen in enumerate(batches(items, o.limit, rng)):
            step = min(epoch * per_epoch + i, total - 1)
            fraction = step / total
            Product.fake = fraction >= o.quantize_from
            for g in optimizer.param_groups:
                g["lr"] = g["base"] * min(1.0, (step + 1) / 200) * (1 - fraction)
            loss = batch_loss(model, [items[k] for k in chosen], rng, losses, o, fraction)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 2.0)
            optimizer.step()
            if o.measure and i + 1 >= o.measure:
                print("seconds per step", (time.time() - begin) / o.measure)
                return
            if i % 100 == 0:
                shown = " ".join(f"{k} {v:.3f}" for k, v in losses.shown.items())
                print(f"epoch {epoch} step {i}/{per_epoch} {shown} {time.time() - begin:.0f}s", flush=True)
        Product.fake = False
        if o.keep:
            torch.save({"model": model.state_dict(), "lists": model.lists}, path.with_name(f"{o.name}-{epoch}.pt"))
        save(path, model, optimizer, {"epoch": epoch + 1, "counts": losses.counts, "step": (epoch + 1) * per_epoch})
        print(f"epoch {epoch} done {time.time() - begin:.0f}s", evaluate.summary(model, sets, quick=True), flush=True)
    Product.low = False


if __name__ == "__main__":
    main()
