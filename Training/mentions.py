"""Items for the pair scorer out of the pipeline's own mentions (one JSON line per sentence, see README.md)."""

import collections
import json

import features
from gold import norm, read_rows

RULE_IDS = {name: i for i, name in enumerate(features.RELATIONS)}


def read_dump(path, gold):
    """Items of a dump file, labelled from the gold documents in `gold`."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = {}
    for line in lines:
        name = line["document"].rsplit("/", 1)[-1].removesuffix(".txt")
        if name not in documents:
            documents[name] = Document(gold, name)
        item = sentence_item(line, name, documents[name])
        if item["forms"] and len(item["forms"]) <= 150:
            yield item


class Document:
    """Text and rows of a gold document, with a cursor that finds tokens in order."""

    def __init__(self, gold, name):
        self.text = (gold / f"{name}.txt").read_text(encoding="utf-8")
        self.rows = read_rows(gold / f"{name}.jsonl")
        self.cursor = 0
        for r in self.rows:
            r["at"] = self.text.find(r["evidence"])

    def place(self, forms):
        """Character ranges of the next tokens."""
        out = []
        for form in forms:
            at = self.text.find(form, self.cursor)
            if at < 0 or at > self.cursor + 200:
                at = self.cursor
            out.append((at, at + len(form)))
            self.cursor = at + len(form)
        return out


def names_of(mention):
    """Normalized names a mention's entity goes by; a bare mention goes by its own words."""
    entity = mention.get("entity") or {}
    if isinstance(entity, str):
        entity = {"name": entity}
    names = [entity.get("name"), *entity.get("aliases", []), mention.get("text")]
    return {norm(n) for n in names if n} - {""}


def sentence_item(line, name, document):
    """Tokens, tree and labelled pairs of one sentence; what the document says of a pair elsewhere only is not trained on."""
    forms = line["tokens"]
    places = document.place(forms)
    item = {"source": "gold", "document": name, "forms": forms, "tree": line["heads"], "pairs": []}
    if not forms:
        return item
    start, end = places[0][0], places[-1][1]
    local = [r for r in document.rows if start < r["at"] + len(r["evidence"]) and r["at"] < end]
    elsewhere = [r for r in document.rows if r not in local]
    mentions = line["mentions"]
    canonical = [norm((m.get("entity") or {}).get("name", "")) if isinstance(m.get("entity"), dict) else "" for m in mentions]
    names = [names_of(m | {"text": m.get("text") or " ".join(forms[m["lo"] : m["hi"]])}) for m in mentions]
    rules = {(r["a"], r["b"]): r for r in line.get("rules", [])}
    item["rows"], item["names"], item["canonical"] = document.rows, names, canonical
    found = matches(mentions, names, places, local)
    doubtful = set(matches(mentions, names, places, elsewhere))
    for i, a in enumerate(mentions):
        for j, b in enumerate(mentions):
            if i == j or a["lo"] < b["hi"] and b["lo"] < a["hi"] or (canonical[i] and canonical[i] == canonical[j]):
                continue
            relations, statuses = acceptable(found.get((i, j), []))
            if relations == [0] and (i, j) in doubtful:
                relations = []
            rule = RULE_IDS.get(rules.get((i, j), {}).get("relation"), 0)
            item["pairs"].append((
                a["lo"], a["hi"], b["lo"], b["hi"], relations, statuses, form_id(a), kind_id(a), form_id(b), kind_id(b), rule,
                a.get("head", a["hi"] - 1), b.get("head", b["hi"] - 1), i, j,
            ))
    return item


def form_id(mention):
    """The row of a mention form."""
    return features.FORMS.index(mention.get("form", "name"))


def kind_id(mention):
    """The row of an entity kind."""
    return features.ACTOR_KINDS.index(mention.get("kind", "organization"))


def matches(mentions, names, places, rows):
    """(i, j) -> [(row, relations)]; where several mentions fit a row, those inside its evidence count, the rest are left out."""
    found = collections.defaultdict(list)
    for r in rows:
        relations = [features.RELATIONS.index(x) for x in r["relation"] if x in features.RELATIONS]
        symmetric = bool(features.SYMMETRIC & set(r["relation"]))
        fits = [(i, j) for i in range(len(mentions)) for j in range(len(mentions)) if i != j and names[i] & r["S"] and names[j] & r["T"]]
        if not fits:
            continue
        inside = [p for p in fits if all(r["at"] <= places[mentions[k]["lo"]][0] and places[mentions[k]["hi"] - 1][1] <= r["at"] + len(r["evidence"]) for k in p)]
        chosen = set(inside or fits)
        for p in fits:
            found[p].append((r, relations if p in chosen else []))
            if symmetric:
                back = [x for x in relations if features.RELATIONS[x] in features.SYMMETRIC]
                found[p[::-1]].append((r, back if p in chosen else []))
    return found


def acceptable(rows):
    """Acceptable relation and status ids of a pair's gold rows; no row: none; only doubtful rows: nothing to train on."""
    good = [m for m in rows if m[1]]
    relations = sorted({x for m in good for x in m[1]}) if rows else [0]
    return relations, sorted({features.STATUSES.index(s) for m in good for s in m[0]["status"] if s in features.STATUSES})
