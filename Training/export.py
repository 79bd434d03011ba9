"""Writes the weight file of the analyzer and reference outputs to check an implementation against.

usage: export.py CACHE_DIR OUT.model [--name main] [--reference REFERENCE.jsonl]
"""

import argparse
import json
import pathlib
import pickle
import struct

import numpy as np
import torch

import decoding
import encoder
import evaluate
import features
from batching import collate
from model import Product, pair_arrays

ALIGNMENT = 64


def rows_to_bytes(weight, limit):
    """int8 rows and their float32 scales."""
    weight = weight.detach().float().numpy()
    scale = np.maximum(np.abs(weight).max(1), 1e-12) / limit
    return np.clip(np.rint(weight / scale[:, None]), -limit, limit).astype(np.int8), scale.astype(np.float32)


def tensors_of(model):
    """Name -> array of everything the file holds."""
    out = {}

    def plain(name, value):
        out[name] = value.detach().float().numpy()

    def linear(name, layer):
        out[name + ".weight"], out[name + ".scale"] = rows_to_bytes(layer.weight, 63)
        plain(name + ".bias", layer.bias)

    out["emb.word"], out["emb.word.scale"] = rows_to_bytes(model.word, 127)
    plain("emb.position", model.position)
    plain("emb.case", model.case)
    plain("emb.shape", model.shape)
    plain("emb.ln.weight", model.emb_ln.weight)
    plain("emb.ln.bias", model.emb_ln.bias)
    for i, layer in enumerate(model.layers):
        for part in ("qkv", "out", "up", "down"):
            linear(f"layer.{i}.{part}", getattr(layer, part))
        for part in ("ln1", "ln2"):
            plain(f"layer.{i}.{part}.weight", getattr(layer, part).weight)
            plain(f"layer.{i}.{part}.bias", getattr(layer, part).bias)
    linear("trunk", model.trunk)
    for name, layer in model.word_heads.items():
        linear(name, layer)
    out["arc.U.weight"], out["arc.U.scale"] = rows_to_bytes(model.arc.weight, 63)
    plain("arc.U.bias", model.arc.bias)
    plain("root.arc", model.root_arc)
    plain("root.lab", model.root_lab)
    for name in ("P", "Q", "hidden", "relation", "status"):
        linear(f"pair.{name}", getattr(model.pair, name))
    for name in ("dist", "kindA", "kindB", "rule"):
        plain(f"pair.{name}", getattr(model.pair, name).weight)
    return out


def write(model, path):
    """Writes the file in one step."""
    arrays, entries, offset, parts = tensors_of(model), {}, 0, []
    for name, array in arrays.items():
        pad = -offset % ALIGNMENT
        parts.append(b"\0" * pad)
        offset += pad
        entry = {"dtype": "i8" if array.dtype == np.int8 else "f32", "shape": list(array.shape), "offset": offset}
        scale = name + ".scale" if name == "emb.word" else name.removesuffix("weight") + "scale"
        if array.dtype == np.int8:
            entry["scales"] = scale
        entries[name] = entry
        parts.append(np.ascontiguousarray(array).tobytes())
        offset += len(parts[-1])
    lists = model.lists
    header = {
        "version": 1, "vocabulary": encoder.Pieces().vocabulary(), "feats": lists["feats"], "lemmas": lists["lemmas"],
        "relations_ud": lists["relations_ud"], "names": features.NAME_LABELS, "actors": features.ACTOR_LABELS,
        "lexicon": lists["lexicon"], "relations": features.RELATIONS, "statuses": features.STATUSES, "tensors": entries,
    }
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    front = b"ENTENTE1" + struct.pack("<I", len(text)) + text
    front += b"\0" * (-len(front) % ALIGNMENT)
    temporary = path.with_suffix(".part")
    temporary.write_bytes(front + b"".join(parts))
    temporary.replace(path)


def rounded(values):
    """Floats short enough for a reference file."""
    return [round(float(v), 6) for v in values]


@torch.no_grad()
def reference(model, items, quantized):
    """Outputs of single sentences, float or as the shipped integers give them."""
    Product.fake, model.word.data, kept = quantized, dequantized_words(model) if quantized else model.word.data, model.word.data
    predictions, choice = evaluate.predict(model, items), evaluate.Lemmas(model.lists)
    for x, p in zip(items, predictions):
        batch = collate([x])
        y = model.encode(batch)
        words = model.words(model.blocks(y))
        arcs = model.arcs(model.blocks(y), batch["mask"])
        row = {
            "tokens": x["forms"], "pieces": x["ids"].tolist(), "first": x["first"].tolist(), "case": x["case"].tolist(),
            "shape": x["shape"].tolist(), "quantized": quantized, "y": [rounded(v) for v in y[0, :3]],
            "upos_scores_first": rounded(words["upos"][0, 0]), "arc_scores_first": rounded(arcs[0, 0]),
            "upos": [features.UPOS[i] for i in p["upos"]], "feats": [model.lists["feats"][i] for i in p["feats"]],
            "lemma_scripts": [model.lists["lemmas"][i] for i in p["lemma"]],
            "lemmas": [choice.choose(f, u, s) for f, u, s in zip(x["forms"], p["upos"], p["lemma_top"])],
            "names": [features.NAME_LABELS[i] for i in p["name"]], "actors": [features.ACTOR_LABELS[i] for i in p["actor"]],
            "heads": p["head"], "labels": [model.lists["relations_ud"][i] for i in p["label"]],
        }
        if len(x["forms"]) > 12:
            pairs = [(0, 2, 5, 6), (5, 6, 0, 2), (3, 4, 9, 12)]
            with_types = [q + ([0], [], 0, 1, 2, 4, 3 * k) for k, q in enumerate(pairs)]
            rows, arrays = pair_arrays([x | {"pairs": with_types}], y.shape[1], [p["head"]])
            relation, status = model.pair(y[0], arrays)
            row["pairs"] = [
                {"a": list(q[:2]), "b": list(q[2:]), "formA": 0, "kindA": 1, "formB": 2, "kindB": 4, "rule": 3 * k, "bucket": features.distance_bucket(q[0], q[2]),
                 "path": sorted(i for i in arrays["path"][k].tolist() if i >= 0) if arrays["path"].shape[1] else [],
                 "relation": rounded(relation[k]), "status": rounded(status[k])} for k, q in enumerate(pairs)
            ]
        yield row
    Product.fake, model.word.data = False, kept


def dequantized_words(model):
    """The word table as the file's integers give it."""
    values, scale = rows_to_bytes(model.word, 127)
    return torch.from_numpy(values.astype(np.float32) * scale[:, None])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--name", default="main")
    parser.add_argument("--reference", type=pathlib.Path)
    o = parser.parse_args()
    torch.set_num_threads(1)
    sets, model = evaluate.load(o.cache, o.name)
    with open(o.cache / "items.pickle", "rb") as file:
        model.lists = pickle.load(file)["lists"]
    write(model, o.out)
    if o.reference:
        items = sets["ewt-dev"][5:17] + sets["gold-dev"][5:15]
        lines = [json.dumps(r, ensure_ascii=False) for q in (False, True) for r in reference(model, items, q)]
        temporary = o.reference.with_suffix(".part")
        temporary.write_text("\n".join(lines) + "\n")
        temporary.replace(o.reference)


if __name__ == "__main__":
    main()
