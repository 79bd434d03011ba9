"""Reads the gold relation documents into items: actor spans, mention pairs with acceptable relations and statuses.

A pair is (a_lo, a_hi, b_lo, b_hi, relations, statuses): `relations` are the acceptable relation ids (0 none; empty: not
trained on), `statuses` the acceptable status ids.
"""

import collections
import json
import re
import unicodedata

import features
from text import sentences, words

IGNORE = -100
MENTION_LIMIT = 16
AMBIGUOUS_NOUNS = set(
    "rebels rebel troops forces officials official government authorities military army opposition militants militant fighters "
    "protesters demonstrators leaders leader lawmakers soldiers police insurgents gunmen coalition allies parliament court "
    "president minister spokesman spokeswoman ministry ambassador group groups party movement regime administration state "
    "country nation militia militias separatists police diplomats delegation union west north south security council".split()
)
SAME = {
    "us": "united states", "u s": "united states", "usa": "united states", "united states of america": "united states",
    "uk": "united kingdom", "u k": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom",
    "eu": "european union", "un": "united nations", "u n": "united nations", "isil": "islamic state", "isis": "islamic state",
    "daesh": "islamic state",
}


def norm(name):
    """A name without case, accents, articles and punctuation, as the judge compares names."""
    name = unicodedata.normalize("NFKD", name or "")
    name = "".join(c for c in name if not unicodedata.combining(c)).lower()
    name = re.sub(r"[^a-z0-9]+", " ", re.sub(r"[’']s\b", "", name)).strip()
    name = re.sub(r"^(the|a|an) ", "", name)
    return SAME.get(name, name)


def read_rows(path):
    """Gold rows with normalized alias sets."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for r in rows:
        r["S"], r["T"] = {norm(x) for x in r["source"]}, {norm(x) for x in r["target"]}
    return rows


def alias_kinds(rows):
    """The most frequent kind of every alias of a document."""
    counts = collections.defaultdict(collections.Counter)
    for r in rows:
        for side in ("source", "target"):
            for alias in r[side]:
                if alias != "*":
                    counts[alias][r[side + "_kind"]] += 1
    return {a: max(sorted(c), key=lambda k: c[k]) for a, c in counts.items()}


def occurrences(aliases, tokens, text):
    """Token ranges (lo, hi, alias) of the aliases in a sentence, longest first, without overlap."""
    starts, ends = {t[1]: i for i, t in enumerate(tokens)}, {t[2]: i for i, t in enumerate(tokens)}
    used, out = set(), []
    for alias in sorted(aliases, key=lambda a: (-len(a), a)):
        if len(alias) < 2:
            continue
        for match in re.finditer(r"(?<!\w)" + re.escape(alias) + r"(?!\w)", text):
            lo, hi = starts.get(match.start()), ends.get(match.end())
            if lo is None or hi is None or used & set(range(lo, hi + 1)):
                continue
            used |= set(range(lo, hi + 1))
            out.append((lo, hi + 1, alias))
    return sorted(out)


def other_names(forms, taken, peoples):
    """Runs of capitalized words (not sentence-initial, unless a nationality) outside the taken tokens."""
    out, i = [], 0
    while i < len(forms):
        ok = i not in taken and forms[i][0].isupper() and forms[i] != "I" and (i > 0 or forms[i] in peoples)
        if not ok or forms[i - 1 : i] in (['"'], ["“"]):
            i += 1
            continue
        j = i + 1
        while j < len(forms) and j not in taken and forms[j][0].isupper() and forms[i] not in peoples:
            j += 1
        out.append((i, j, None))
        i = j
    return out


def actor_labels(forms, spans):
    """BIOES actor labels; names and collective nouns that gold does not mark are left out, they may be actors."""
    labels = features.encode_spans(spans, len(forms), features.ACTOR_KINDS, features.ACTOR_LABELS)
    for i, form in enumerate(forms):
        if labels[i] == 0 and ((form[0].isupper() and (i > 0 or len(form) > 3)) or form.lower() in AMBIGUOUS_NOUNS):
            labels[i] = IGNORE
    return labels


def form_of(forms, lo, hi, kind, peoples):
    """0 name, 1 demonym, 2 nominal, 3 pronoun."""
    if forms[hi - 1] in peoples and kind in (None, "state", "group", "place"):
        return 1
    return 0 if forms[hi - 1][0].isupper() else 2


def pair_labels(mentions, rows, tokens):
    """Pairs of a sentence's mentions with acceptable relations and statuses."""
    found = collections.defaultdict(list)
    for r in rows:
        straight = [(i, j) for i, a in enumerate(mentions) for j, b in enumerate(mentions) if i != j and a["norm"] in r["S"] and b["norm"] in r["T"]]
        inside = [p for p in straight if all(mentions[k]["in"](r) for k in p)]
        chosen = inside or straight
        relations = [features.RELATIONS.index(x) for x in r["relation"] if x in features.RELATIONS]
        symmetric = bool(features.SYMMETRIC & set(r["relation"]))
        for p in straight:
            keep = p in chosen
            found[p].append((r, relations if keep else []))
            if symmetric:
                back = [x for x in relations if features.RELATIONS[x] in features.SYMMETRIC]
                found[p[::-1]].append((r, back if keep else []))
    pairs = []
    for i, a in enumerate(mentions):
        for j, b in enumerate(mentions):
            if i == j or (a["norms"] & b["norms"]):
                continue
            matches = found.get((i, j), [])
            good = [m for m in matches if m[1]]
            relations = sorted({x for m in good for x in m[1]}) if matches else [0]
            statuses = sorted({features.STATUSES.index(s) for m in good for s in m[0]["status"] if s in features.STATUSES})
            pairs.append((a["lo"], a["hi"], b["lo"], b["hi"], relations, statuses, a["form"], a["kind"], b["form"], b["kind"]))
    return pairs


def sentence_item(document, offset, body, rows, local, kinds, groups, peoples):
    """The item of one sentence."""
    tokens = words(body)
    forms = [t[0] for t in tokens]
    here = {}
    for r in local:
        for side in ("source", "target"):
            here.update({a: r[side + "_kind"] for a in r[side]})
    spans = [(lo, hi, alias) for lo, hi, alias in occurrences(kinds, tokens, body)]
    actors = [(lo, hi, here.get(alias, kinds[alias])) for lo, hi, alias in spans]
    taken = {k for lo, hi, _ in spans for k in range(lo, hi)}
    mentions = []
    for lo, hi, alias in sorted(spans + other_names(forms, taken, peoples), key=lambda s: s[:2])[:MENTION_LIMIT]:
        name = norm(alias or body[tokens[lo][1] : tokens[hi - 1][2]])
        kind = (here.get(alias) or kinds.get(alias)) if alias else None
        lo_char, hi_char = offset + tokens[lo][1], offset + tokens[hi - 1][2]
        mentions.append({
            "lo": lo, "hi": hi, "norm": name, "norms": groups.get(name, {name}), "form": form_of(forms, lo, hi, kind, peoples),
            "kind": features.ACTOR_KINDS.index(kind) if kind else (1 if forms[hi - 1] in peoples else 0),
            "in": lambda r, a=lo_char, b=hi_char: r["at"] <= a and b <= r["at"] + len(r["evidence"]),
        })
    return {
        "source": "gold", "document": document, "offset": offset, "text": body, "forms": forms, "tokens": [t[1:] for t in tokens],
        "actor": actor_labels(forms, actors), "actors": actors, "pairs": pair_labels(mentions, local, tokens),
    }


def alias_groups(rows):
    """Normalized alias -> all aliases that some row puts with it."""
    groups = collections.defaultdict(set)
    for r in rows:
        for side in ("S", "T"):
            for a in r[side]:
                groups[a] |= r[side]
    return groups


def gold_items(folder, peoples):
    """Items of all gold documents in a folder."""
    for path in sorted(folder.glob("*.jsonl")):
        text, rows = path.with_suffix(".txt").read_text(encoding="utf-8"), read_rows(path)
        for r in rows:
            r["at"] = text.find(r["evidence"])
        kinds, groups = alias_kinds(rows), alias_groups(rows)
        for start, end in sentences(text):
            body = text[start:end].rstrip()
            if len(body) < 2:
                continue
            local = [r for r in rows if start <= r["at"] < end or (r["at"] < start < r["at"] + len(r["evidence"]))]
            item = sentence_item(path.stem, start, body, rows, local, kinds, groups, peoples)
            if item["forms"] and len(item["forms"]) <= 150:
                yield item
