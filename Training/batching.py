"""Batches of items of like length, with augmentation."""

import numpy as np
import torch

import features

IGNORE = -100
WORD_TARGETS = ("upos", "feats", "lemma", "head", "label", "name", "actor")


def batches(items, limit, rng=None):
    """Lists of item positions, at most `limit` padded pieces each; shuffled with `rng`."""
    lengths = np.array([len(x["ids"]) for x in items], float)
    order = np.argsort(lengths + (rng.random(len(items)) * 3 if rng else 0), kind="stable")
    out, current, widest = [], [], 0
    for i in order:
        wide = max(widest, int(lengths[i]))
        if current and wide * (len(current) + 1) > limit:
            out.append(current)
            current, wide = [], int(lengths[i])
        current.append(int(i))
        widest = wide
    if current:
        out.append(current)
    if rng:
        rng.shuffle(out)
    return out


def recased(forms, rng):
    """The forms as in an all-capitals or title-case headline, now and then."""
    draw = rng.random()
    if draw < 0.015:
        return [f.upper() for f in forms]
    if draw < 0.03:
        return [f[0].upper() + f[1:] if len(f) > 3 else f for f in forms]
    return None


def collate(items, rng=None, masking=0.0):
    """Tensors of a batch; with `rng`, some sentences are recased and some words masked."""
    count, pieces, width = len(items), max(len(x["ids"]) for x in items), max(len(x["forms"]) for x in items)
    ids, piece_case, piece_shape = (np.zeros((count, pieces), np.int64) for _ in range(3))
    first, mask = np.zeros((count, width), np.int64), np.zeros((count, width), bool)
    attention = np.full((count, 1, 1, pieces), -1e4, np.float32)
    targets = {k: np.full((count, width), IGNORE, np.int64) for k in WORD_TARGETS}
    for r, x in enumerate(items):
        case, shape, row, n = x["case"], x["shape"], x["ids"], len(x["forms"])
        if rng is not None:
            new = recased(x["forms"], rng)
            if new:
                case, shape = (np.array([f(w) for w in new]) for f in (features.case_of, features.shape_of))
            if masking:
                hidden = rng.random(n) < masking
                row = np.where((x["owner"] >= 0) & hidden[x["owner"].clip(min=0)], features.MASK, row)
        length = len(row)
        ids[r, :length] = row
        inner = slice(1, length - 1)
        piece_case[r, inner], piece_shape[r, inner] = case[x["owner"][inner]], shape[x["owner"][inner]]
        attention[r, 0, 0, :length] = 0
        first[r, :n], mask[r, :n] = x["first"], True
        for k in WORD_TARGETS:
            if k in x:
                targets[k][r, :n] = x[k]
    out = {"ids": ids, "piece_case": piece_case, "piece_shape": piece_shape, "first": first, "mask": mask}
    out = {k: torch.from_numpy(v) for k, v in (out | targets).items()}
    out["attention"] = torch.from_numpy(attention) if (attention < 0).any() else None
    return out
