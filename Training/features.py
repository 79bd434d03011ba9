"""Features of words and the label inventories shared by training and export."""

from functools import lru_cache

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
RELATIONS = (
    "none leads represents memberOf partOf locatedIn alliedWith backs agreesWith meets cooperatesWith aids arms yieldsTo asks "
    "opposes criticizes accuses threatens sanctions protests deploysTo attacks fights seizes"
).split()
SYMMETRIC = {"alliedWith", "agreesWith", "meets", "cooperatesWith", "fights"}
STATUSES = "asserted denied alleged planned hypothetical".split()
NAME_KINDS = ["PER", "ORG", "LOC", "NORP"]
ACTOR_KINDS = ["person", "state", "organization", "place", "group"]
FORMS = ["name", "demonym", "nominal", "pronoun"]
SHAPES = 512
PIECES_PER_WORD = 8
CLS, SEP, UNK, MASK = 101, 102, 100, 103


def bioes(kinds):
    """The label list O, B-k, I-k, E-k, S-k for every kind."""
    return ["O"] + [f"{p}-{k}" for k in kinds for p in "BIES"]


NAME_LABELS, ACTOR_LABELS = bioes(NAME_KINDS), bioes(ACTOR_KINDS)


@lru_cache(maxsize=None)
def case_of(word):
    """The casing class of a word, 1...7 (0 is for the special pieces)."""
    if not any(c.isalpha() for c in word):
        return 1 if any(c.isdigit() for c in word) else 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) > 1 else 5
    return 6 if word[0].isupper() and word[1:].islower() else 7


@lru_cache(maxsize=None)
def shape_of(word):
    """The row of a word's shape in the shape table, 1...511."""
    shape = []
    for c in word:
        k = "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c
        if shape[-3:] != [k, k, k]:
            shape.append(k)
    value = 0x811C9DC5
    for byte in "".join(shape).encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return 1 + value % (SHAPES - 1)


def encode_spans(spans, count, kinds, labels):
    """BIOES label ids of non-overlapping (lo, hi, kind) spans."""
    index, out = {x: i for i, x in enumerate(labels)}, [0] * count
    for lo, hi, kind in spans:
        if hi - lo == 1:
            out[lo] = index["S-" + kind]
            continue
        out[lo], out[hi - 1] = index["B-" + kind], index["E-" + kind]
        for i in range(lo + 1, hi - 1):
            out[i] = index["I-" + kind]
    return out


def lemma_script(form, lemma):
    """The edit script that turns `form` into `lemma`."""
    def common(a, b):
        n = 0
        while n < min(len(a), len(b)) and a[n] == b[n]:
            n += 1
        return n

    low, keep = common(form.lower(), lemma), common(form, lemma)
    case, base, shared = ("k", form, keep) if keep > low or (form != form.lower() and keep == low > 0) else ("l", form.lower(), low)
    if shared == 0:
        return "=" + lemma
    return f"{case}|0||{len(base) - shared}|{lemma[shared:]}"


def apply_script(script, form, upos):
    """The lemma a script gives for a form, as the analyzer computes it."""
    if script.startswith("="):
        return script[1:]
    case, cut_prefix, add_prefix, cut_suffix, add_suffix = script.split("|")
    base, head, tail = form.lower() if case == "l" else form, int(cut_prefix), int(cut_suffix)
    if head + tail > len(base):
        return form if upos == "PROPN" else form.lower()
    return add_prefix + base[head : len(base) - tail] + add_suffix


def distance_bucket(a_lo, b_lo):
    """0...23: 12 plus the signed, coarsely logarithmic distance between two mentions' first words."""
    d = b_lo - a_lo
    size = abs(d)
    step = size if size <= 4 else 4 + sum(size > limit for limit in (4, 6, 9, 14, 21, 32, 48))
    return 12 + (step if d > 0 else -step)
