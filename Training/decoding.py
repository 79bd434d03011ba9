"""Tree and span decoders: Chu-Liu/Edmonds with one root, legal BIOES Viterbi."""

import numpy as np


def arborescence(scores):
    """Heads (index 0 is the root, -1) of the best tree; scores[d, h]."""
    n = scores.shape[0]
    scores = scores.copy()
    np.fill_diagonal(scores, -1e9)
    scores[0, :] = -1e9
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    members = set(cycle)
    rest = [i for i in range(n) if i not in members]
    m, position = len(rest), {}
    position = {r: i for i, r in enumerate(rest)}
    small = np.full((m + 1, m + 1), -1e9)
    small[:m, :m] = scores[np.ix_(rest, rest)]
    inner = np.array([scores[c, heads[c]] for c in cycle])
    entering = scores[np.ix_(cycle, rest)] - inner[:, None]
    best_entry, small[m, :m] = entering.argmax(0), entering.max(0)
    leaving = scores[np.ix_(rest, cycle)]
    best_exit, small[:m, m] = leaving.argmax(1), leaving.max(1)
    solved, result = arborescence(small), np.array(heads)
    for i, x in enumerate(rest):
        if x != 0:
            result[x] = cycle[best_exit[i]] if solved[i] == m else rest[solved[i]]
    result[cycle[best_entry[solved[m]]]] = rest[solved[m]]
    result[0] = -1
    return result


def _cycle(heads):
    color = [0] * len(heads)
    for i in range(1, len(heads)):
        path, j = [], i
        while j > 0 and color[j] == 0:
            color[j] = 1
            path.append(j)
            j = heads[j]
        if j > 0 and color[j] == 1 and j in path:
            return path[path.index(j) :]
        for q in path:
            color[q] = 2
    return None


def tree(log_probabilities):
    """Heads 0...n of n words with exactly one root; input [n, n + 1], column 0 the root."""
    n = log_probabilities.shape[0]
    scores = np.full((n + 1, n + 1), -1e9)
    scores[1:] = log_probabilities[:, : n + 1]
    np.fill_diagonal(scores, -1e9)
    heads = arborescence(scores)
    roots = [i for i in range(1, n + 1) if heads[i] == 0]
    if len(roots) != 1:
        best = None
        for r in roots:
            trial = scores.copy()
            trial[1:, 0] = -1e8
            trial[r, 0] = scores[r, 0]
            trial[r, 1:] = -1e8
            h = arborescence(trial)
            value = sum(scores[i, h[i]] for i in range(1, n + 1))
            if best is None or value > best[0]:
                best = (value, h)
        heads = best[1]
    return [int(h) for h in heads[1:]]


def legal(labels):
    """allowed[i, j] (previous i, next j), start and end masks of BIOES labels."""
    n = len(labels)
    open_ = [x[0] in "BI" and x != "O" for x in labels]
    allowed = np.zeros((n, n), bool)
    for i, a in enumerate(labels):
        for j, b in enumerate(labels):
            continues = b[0] in "IE"
            allowed[i, j] = (open_[i] and continues and a[2:] == b[2:]) or (not open_[i] and not continues)
    start = np.array([x[0] in "OBS" for x in labels])
    return allowed, start, ~np.array(open_)


def viterbi(scores, legality):
    """The best legal label sequence for scores [n, labels]."""
    allowed, start, end = legality
    penalty = np.where(allowed, 0, -1e9)
    best, back = np.where(start, scores[0], -1e9), []
    for row in scores[1:]:
        total = best[:, None] + penalty
        back.append(total.argmax(0))
        best = total.max(0) + row
    label = int(np.where(end, best, -1e9).argmax())
    path = [label]
    for pointers in reversed(back):
        label = int(pointers[label])
        path.append(label)
    return path[::-1]


def spans(labels):
    """(lo, hi, kind) of a legal BIOES sequence of label strings."""
    out, start = [], None
    for i, x in enumerate(labels):
        if x[0] in "BS":
            start = i
        if x[0] in "ES" and start is not None:
            out.append((start, i + 1, x[2:]))
            start = None
    return out
