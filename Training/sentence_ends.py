"""Learns the weights of the sentence splitter (Sources/Linguistics/Segmentation/BoundaryWeights.swift).

Input: lines as BoundaryExamples writes them (`entente examples FILE...`): 1 or 0, then the buckets of the features.
A logistic regression with quadratic regularization; weights are rounded to -45...45 and written a character each.

    python sentence_ends.py train.txt[=weight] ... --dev dev.txt --out ../Sources/Linguistics/Segmentation/BoundaryWeights.swift
"""

import argparse

import numpy
import torch

BUCKETS = 1 << 14
LARGEST = 45


def read(path):
    """Labels, all buckets in a row, and where each example begins in that row."""
    labels, buckets, starts = [], [], []
    for line in open(path, encoding="ascii"):
        values = line.split()
        if not values:
            continue
        labels.append(float(values[0]))
        starts.append(len(buckets))
        buckets.extend(map(int, values[1:]))
    return torch.tensor(labels), torch.tensor(buckets), torch.tensor(starts)


def train(files, penalty, steps):
    """The weights that separate the examples of all files."""
    torch.manual_seed(1)
    bag = torch.nn.EmbeddingBag(BUCKETS, 1, mode="sum")
    torch.nn.init.zeros_(bag.weight)
    optimizer = torch.optim.Adam(bag.parameters(), lr=0.05)
    loss = torch.nn.functional.binary_cross_entropy_with_logits
    total = sum(float(weight) * len(labels) for (labels, _, _), weight in files)
    for _ in range(steps):
        optimizer.zero_grad()
        value = penalty * (bag.weight**2).sum()
        for (labels, buckets, starts), weight in files:
            value = value + weight * loss(bag(buckets, starts)[:, 0], labels, reduction="sum") / total
        value.backward()
        optimizer.step()
    return bag.weight.detach()[:, 0].numpy()


def quantize(weights):
    """The weights as integers; the few largest are cut."""
    scale = LARGEST / numpy.quantile(numpy.abs(weights[weights != 0]), 0.9995)
    return numpy.clip(numpy.rint(weights * scale), -LARGEST, LARGEST).astype(int)


def f1(weights, examples):
    """F1 of the ends found, in percent."""
    labels, buckets, starts = examples
    sums = torch.nn.functional.embedding_bag(buckets, torch.tensor(weights, dtype=torch.float)[:, None], starts, mode="sum")
    found = sums[:, 0] > 0
    correct = (found & (labels > 0)).sum().item()
    return 200 * correct / (found.sum().item() + (labels > 0).sum().item())


def source(weights):
    """The Swift file."""
    codes = [0x50 + int(weight) for weight in weights]
    text = "".join(chr(code if code < 0x5C else code + 1) for code in codes)
    lines = [text[start : start + 104] for start in range(0, len(text), 104)]
    body = "".join(f"        {line}\n" for line in lines)
    head = "/// The weights of `BoundaryModel`, a character each (written by Training/sentence_ends.py).\nenum BoundaryWeights {\n"
    return head + '    static let table = #"""\n' + body + '        """#\n}\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", nargs="+")
    parser.add_argument("--dev", nargs="*", default=[])
    parser.add_argument("--out")
    parser.add_argument("--penalty", type=float, default=3e-6)
    parser.add_argument("--steps", type=int, default=100)
    options = parser.parse_args()
    files = [(name.partition("=")[0], float(name.partition("=")[2] or 1)) for name in options.train]
    weights = train([(read(name), weight) for name, weight in files], options.penalty, options.steps)
    rounded = quantize(weights)
    for name in options.dev:
        examples = read(name)
        print(f"{name}: F1 of ends {f1(weights, examples):.2f}, rounded {f1(rounded, examples):.2f}")
    if options.out:
        open(options.out, "w", encoding="ascii").write(source(rounded))


if __name__ == "__main__":
    main()
