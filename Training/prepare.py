"""Turns the data archives and the gold documents into cached training items.

usage: prepare.py DATA_DIR GOLD_DIR CACHE_DIR     (writes CACHE_DIR/items.pickle)
"""

import collections
import csv
import json
import pathlib
import pickle
import re
import sys

import features
import gum_names
from encoder import Pieces
from gold import gold_items

IGNORE = -100
PEOPLES = set(
    "Kurdish Kurd Kurds Arab Arabs Palestinian Palestinians Chechen Chechens Serb Serbs Croat Croats Turk Turks Turkmen Tamil "
    "Tamils Hutu Hutus Tutsi Tutsis Tibetan Tibetans Uighur Uighurs Uyghur Uyghurs Rohingya Western European Europeans African "
    "Africans Asian Asians Yugoslav Soviet Soviets Scottish Scots Welsh English British Briton Britons Dutch French Swiss Irish "
    "Spaniard Spaniards Dane Danes Swede Swedes Finn Finns Pole Poles Czech Czechs Slovak Slovaks Kashmiri Kashmiris Chilean "
    "Macedonian Macedonians Ivorian Darfuri Crimean Tatar Tatars Basque Catalan Catalans Bosniak Bosniaks Bosnian Korean Koreans "
    "Lankan Rican Zealander Latino Hispanic Burmese Saudi Saudis Emirati Emiratis Qatari Yemeni Omani Kuwaiti Bahraini Jordanian "
    "Congolese Sudanese Taiwanese Filipino Filipinos Afghan Afghans Iraqi Iraqis Syrian Syrians American Americans Cypriot Cypriots"
    .split()
)
RELIGIONS = set(
    "Muslim Muslims Islamic Islamist Islamists Christian Christians Jewish Jew Jews Sunni Sunnis Shiite Shiites Shia Shi Catholic "
    "Catholics Hindu Hindus Buddhist Buddhists Orthodox Protestant Protestants Republican Republicans Democrat Democrats Democratic "
    "Communist Communists Zionist Zionists Nazi Nazis Baathist Ba'athist Baathists Alawite Alawites Druze Maronite Shi'ite Shi'ites"
    .split()
)


def demonyms(data):
    """Nationality words of the gazetteers and of PEOPLES."""
    words = set(PEOPLES)
    with open(data / "gazetteers/country_nationality.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            words.update(re.split(r",\s*(?:or)?\s*|\s+or\s+", row["nationality"]))
    for line in (data / "gazetteers/countries_simple.jsonl").read_text().splitlines():
        words.update(json.loads(line).get("demonyms") or [])
    words = {w.split()[-1] for w in words if w and w[0].isupper()}
    return words | {w + "s" for w in words if not w.endswith(("s", "h", "ese"))}


def conllu(path):
    """Sentences of a CoNLL-U file as dicts of columns."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        rows = [r for r in rows if r[0].isdigit()]
        identity = re.search(r"# sent_id = (\S+)", block)
        if rows:
            yield identity.group(1) if identity else "", rows


def iob2(path):
    """(sentence id, forms, tags) of an IOB2 file."""
    identity, forms, tags = "", [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# sent_id"):
            identity = line.split("=", 1)[1].strip()
        elif "\t" in line:
            form, tag = line.rstrip("\n").rsplit("\t", 1)
            forms.append(form)
            tags.append(tag)
        elif not line.strip() and forms:
            yield identity, forms, tags
            identity, forms, tags = "", [], []
    if forms:
        yield identity, forms, tags


def iob_spans(tags):
    """(lo, hi, kind) of IOB2 tags."""
    out, start, kind = [], None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and (tag == "O" or tag[0] == "B" or tag[2:] != kind):
            out.append((start, i, kind))
            start = None
        if tag != "O" and start is None:
            start, kind = i, tag[2:]
    return out


def split_hyphens(forms, tags):
    """Splits hyphenated words as the treebank does; parts of an untagged hyphenated word with capitals are unknown."""
    new_forms, new_tags = [], []
    for form, tag in zip(forms, tags):
        parts = [p for p in re.split(r"(?<=\w)(-)(?=\w)|(?<=\.)(-)(?=\w)", form) if p]
        if len(parts) < 3 or not any(c.isalpha() for c in form):
            new_forms.append(form)
            new_tags.append(tag)
            continue
        for i, part in enumerate(parts):
            new_forms.append(part)
            if tag == "O":
                new_tags.append("?" if part[0].isupper() else "O")
            else:
                new_tags.append(tag if i == 0 else "I" + tag[1:])
    return new_forms, new_tags


def name_labels(forms, tags, peoples, source):
    """Name label ids under one policy: demonyms are NORP, other MISC is no name, doubtful words are ignored."""
    clean = ["O" if t == "?" else t for t in tags]
    found, ignored = [], {i for i, t in enumerate(tags) if t == "?"}
    for lo, hi, kind in iob_spans(clean):
        if kind == "MISC":
            if forms[hi - 1] in peoples or forms[lo] in peoples:
                found.append((lo, hi, "NORP"))
            elif any(f in RELIGIONS for f in forms[lo:hi]):
                ignored.update(range(lo, hi))
        else:
            found.append((lo, hi, kind))
    if source == "voa":
        found = join_compass(forms, found)
        for lo, hi, kind in found:
            if hi - lo == 1 and kind != "NORP" and forms[lo] in peoples:
                ignored.add(lo)
    labels = features.encode_spans(found, len(forms), features.NAME_KINDS, features.NAME_LABELS)
    for i, form in enumerate(forms):
        if labels[i] == 0 and (form in RELIGIONS or form in peoples):
            ignored.add(i)
    for i in ignored:
        labels[i] = IGNORE
    return labels


def join_compass(forms, found):
    """Joins 'North' (untagged or LOC) + 'Korean' into one demonym."""
    ends = {hi: (lo, kind) for lo, hi, kind in found}
    out = {lo: (lo, hi, kind) for lo, hi, kind in found}
    for lo, hi, kind in found:
        if kind == "NORP" and lo > 0 and forms[lo - 1] in ("North", "South", "West", "East"):
            before = ends.get(lo)
            if before is None or before[0] == lo - 1:
                out.pop(lo, None)
                out[lo - 1] = (lo - 1, hi, kind)
    return sorted(out.values())


def treebank_items(path, names, peoples, vocabulary, source):
    """Items of one treebank file, with names where the sentence has them."""
    for identity, rows in conllu(path):
        forms, n = [r[1] for r in rows], len(rows)
        item = {"source": source, "forms": forms}
        item["upos"] = [vocabulary["upos"].get(r[3], IGNORE) for r in rows]
        item["feats"] = [vocabulary["feats"].get(r[5], IGNORE) for r in rows]
        item["lemma"] = [vocabulary["lemmas"].get(features.lemma_script(r[1], r[2]), IGNORE) for r in rows]
        item["head"] = [int(r[6]) for r in rows]
        item["label"] = [vocabulary["relations_ud"].get(r[7], IGNORE) for r in rows]
        item["gold_lemma"] = [r[2] for r in rows]
        item["gold_feats"] = [r[5] for r in rows]
        item["gold_label"] = [r[7] for r in rows]
        tags = names.get(identity)
        if tags and tags[0] == forms:
            item["name"] = name_labels(forms, tags[1], peoples, source)
            item["gold_names"] = iob_spans(tags[1])
        elif source == "gum":
            item["name"] = gum_labels(forms, rows, peoples)
        else:
            item["name"] = [IGNORE] * n
        yield item


def gum_labels(forms, rows, peoples):
    """Name labels from GUM's entities; demonyms become NORP, other proper nouns are unknown."""
    found, unknown = gum_names.names(rows)
    found = [(lo, hi, "NORP" if hi - lo == 1 and forms[lo] in peoples else kind) for lo, hi, kind in found]
    labels = features.encode_spans(found, len(forms), features.NAME_KINDS, features.NAME_LABELS)
    doubtful = {i for i, f in enumerate(forms) if f in RELIGIONS or (f in peoples and labels[i] == 0)}
    return [IGNORE if i in unknown | doubtful else x for i, x in enumerate(labels)]


def name_items(path, peoples, source, split):
    """Items of one IOB2 file; with `split`, every other sentence has its hyphenated words split as in the treebank."""
    for number, (_, forms, tags) in enumerate(iob2(path)):
        if split and number % 2:
            forms, tags = split_hyphens(forms, tags)
        if len(forms) <= 120:
            yield {
                "source": source, "forms": forms, "name": name_labels(forms, tags, peoples, source),
                "gold_names": [s for s in iob_spans(["O" if t == "?" else t for t in tags]) if s[2] != "MISC"],
            }


def vocabularies(data):
    """Label inventories from the training treebanks."""
    feats, lemmas, relations = collections.Counter(), collections.Counter(), set()
    for name in ("en_ewt-train", "en_ewt-dev", "en_gum_open-train"):
        for _, rows in conllu(data / f"treebanks/{name}.conllu"):
            for r in rows:
                if name != "en_gum_open-train":
                    relations.add(r[7])
                if name == "en_ewt-train":
                    feats[r[5]] += 1
                if name != "en_ewt-dev":
                    lemmas[features.lemma_script(r[1], r[2])] += 1
    return {
        "upos": features.UPOS,
        "feats": ["_"] + sorted(x for x in feats if x != "_"),
        "lemmas": [x for x, c in sorted(lemmas.items(), key=lambda p: (-p[1], p[0])) if c >= 3],
        "relations_ud": sorted(relations),
    }


def lexicon(data):
    """Lemmas of the training treebanks' words by form and tag, where they are all but certain: lines "form TAB tag TAB lemma"."""
    counts = collections.defaultdict(collections.Counter)
    for name in ("en_ewt-train", "en_gum_open-train"):
        for _, rows in conllu(data / f"treebanks/{name}.conllu"):
            for r in rows:
                counts[r[1], r[3]][r[2]] += 1
    lines = []
    for (form, tag), lemmas in counts.items():
        lemma, count = max(sorted(lemmas.items()), key=lambda p: p[1])
        total = sum(lemmas.values())
        if count > 0.9 * total and lemma != "_" and (total > 1 or tag != "PROPN") and tag not in ("PUNCT", "NUM", "X", "SYM"):
            lines.append(f"{form}\t{tag}\t{lemma}")
    return "\n".join(sorted(lines))


def add_inputs(item, pieces):
    """Adds the encoder's input to an item."""
    item.update(pieces.encode(item["forms"]))
    return item


def main(data, gold, cache):
    data, gold, cache = map(pathlib.Path, (data, gold, cache))
    cache.mkdir(parents=True, exist_ok=True)
    pieces, peoples, lists = Pieces(), demonyms(data), vocabularies(data)
    lists["lexicon"] = lexicon(data)
    index = {k: {x: i for i, x in enumerate(v)} for k, v in lists.items() if k != "lexicon"}
    names = {s: {i: (f, t) for i, f, t in iob2(data / f"names/uner_ewt-{s}.iob2")} for s in ("train", "dev")}
    sets = {
        "ewt-train": treebank_items(data / "treebanks/en_ewt-train.conllu", names["train"], peoples, index, "ewt"),
        "ewt-dev": treebank_items(data / "treebanks/en_ewt-dev.conllu", names["dev"], peoples, index, "ewt"),
        "gum-train": treebank_items(data / "treebanks/en_gum_open-train.conllu", {}, peoples, index, "gum"),
        "gum-dev": treebank_items(data / "treebanks/en_gum_open-dev.conllu", {}, peoples, index, "gum"),
        "voa-train": name_items(data / "names/gmb_voa-train.iob2", peoples, "voa", True),
        "voa-dev": name_items(data / "names/gmb_voa-dev.iob2", peoples, "voa", False),
        "wikigold": name_items(data / "names/wikigold.iob2", peoples, "wikigold", True),
        "gold-train": gold_items(gold / "train", peoples),
        "gold-dev": gold_items(gold / "dev", peoples),
    }
    sets = {k: [add_inputs(x, pieces) for x in v] for k, v in sets.items()}
    for k, v in sets.items():
        print(k, len(v), "sentences", sum(len(x["forms"]) for x in v), "words", sum(len(x["ids"]) for x in v), "pieces",
              sum(len(x.get("pairs", ())) for x in v), "pairs", sum(1 for x in v for p in x.get("pairs", ()) if p[4] and 0 not in p[4]), "positive")
    print({k: len(v) for k, v in lists.items()})
    with open(cache / "items.pickle", "wb") as file:
        pickle.dump({"lists": lists, "sets": sets}, file)


if __name__ == "__main__":
    main(*sys.argv[1:4])
