"""Swaps the names in sentences for names of the same kind and length, so that pairs are learned from the words around them."""

import numpy as np


def pool(items):
    """Mentions by kind, form and the number of words and pieces: their pieces, cases and shapes."""
    out = {}
    for x in items:
        for lo, hi, form, kind in mentions(x):
            key, value = cut(x, lo, hi, form, kind)
            out.setdefault(key, []).append(value)
    return out


def mentions(x):
    """The distinct mentions of an item's pairs, without overlaps: (lo, hi, form, kind)."""
    found = sorted({(p[0], p[1], p[6], p[7]) for p in x.get("pairs", ())} | {(p[2], p[3], p[8], p[9]) for p in x.get("pairs", ())})
    end, out = 0, []
    for m in found:
        if m[0] >= end:
            out.append(m)
            end = m[1]
    return out


def cut(x, lo, hi, form, kind):
    """The key of a mention and its arrays."""
    at = np.flatnonzero((x["owner"] >= lo) & (x["owner"] < hi))
    owner = x["owner"][at] - lo
    return (form, kind, tuple(owner.tolist())), (x["ids"][at], x["case"][lo:hi], x["shape"][lo:hi])


def swapped(x, names, rng, rate):
    """The item with some mentions replaced; names and demonyms only, one draw for all mentions of the same words."""
    draws, ids, case, shape = {}, None, None, None
    for lo, hi, form, kind in mentions(x):
        if form > 1:
            continue
        key, value = cut(x, lo, hi, form, kind)
        words = tuple(value[0].tolist())
        if words not in draws:
            options = names.get(key, ())
            draws[words] = options[int(rng.integers(len(options)))] if options and rng.random() < rate else None
        new = draws[words]
        if new is None:
            continue
        if ids is None:
            ids, case, shape = x["ids"].copy(), x["case"].copy(), x["shape"].copy()
        at = np.flatnonzero((x["owner"] >= lo) & (x["owner"] < hi))
        ids[at], case[lo:hi], shape[lo:hi] = new
    return x if ids is None else x | {"ids": ids, "case": case, "shape": shape}
