"""Gold documents out of the marks in Training/marks and the raw texts that they were made on.

usage: marks.py TEXT_DIR OUT_DIR [REPORTS_DIR]
       TEXT_DIR holds voa.txt, wikinews_2019_2020.txt and wikipedia_current_events.txt; writes DOC.txt and DOC.jsonl into
       OUT_DIR/train, and of every seventh document into OUT_DIR/held: no scorer is trained on those, the confidence is
       fitted on them; REPORTS_DIR holds the five reports of September 2015, which go to OUT_DIR/reports; OUT_DIR/unseen
       and OUT_DIR/unseen-second are 30 documents as two readers marked them apart: nothing is trained or tuned on those

The texts are not ours to keep here, so a mark names its sentence by the start of a hash. A file of marks has, after a
header, blocks of lines:

    # DOC
    = HASH HASH ...                       the sentences of the document, in order
    N|SOURCE/K|RELATIONS|TARGET/K|STATUSES|SPEAKER|x

N counts sentences from 1, or is the range START-END of characters in a document that is one text; names of an entity are separated by ";", the fullest first; K is p, s, o, l or g (person, state,
organization, place, group); "-" stands for no speaker; x marks what a reader could leave out.
"""

import argparse
import hashlib
import json
import pathlib
import re
import sys

from text import sentences

APART = {"reports", "unseen", "unseen-second"}
KINDS = {"p": "person", "s": "state", "o": "organization", "l": "place", "g": "group"}


def joined(line):
    """A line of separate tokens as it is written: no blank before a full stop, inside quotation marks or brackets."""
    line = re.sub(r" (\.|,|;|:|\?|!|%|\))(?= |$)", r"\1", line.strip())
    line = re.sub(r"([($]) ", r"\1", line)
    line = re.sub(r" ('s|'re|'ve|'m|'ll|'d|n't|')(?=[ .,;]|$)", r"\1", line).replace(" - - ", " -- ")
    out, is_open, sticks = [], False, False
    for token in line.split(" "):
        if token.startswith('"') and is_open:
            out.append(token)
            is_open = sticks = False
            continue
        out.append(("" if sticks else " ") + token)
        sticks = token == '"'
        is_open = is_open or token.startswith('"')
    return "".join(out).strip()


def texts(folder):
    """Yields every sentence of the raw texts."""
    for line in (folder / "voa.txt").read_text(encoding="utf-8").splitlines():
        yield joined(line)
    for name in ("wikinews_2019_2020.txt", "wikipedia_current_events.txt"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            line = line.strip()
            yield line
            for start, end in sentences(line):
                yield line[start:end].strip()


def key(sentence):
    """The start of a sentence's hash."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:12]


def entity(field):
    """Names and kind of "NAME;NAME/K"."""
    names, _, kind = field.rpartition("/")
    return [n.strip() for n in names.split(";") if n.strip()], KINDS[kind]


def row(line, document):
    """The gold row of a mark."""
    number, source, relations, target, statuses, speaker, *tier = line.split("|")
    (sources, source_kind), (targets, target_kind) = entity(source), entity(target)
    return {
        "source": sources, "source_kind": source_kind, "relation": relations.split(","), "target": targets,
        "target_kind": target_kind, "status": statuses.split(","),
        "speaker": None if speaker == "-" else [n.strip() for n in re.sub(r"/\w$", "", speaker).split(";")],
        "tier": "extra" if tier == ["x"] else "core", "evidence": evidence(number, document),
    }


def evidence(place, document):
    """The sentence of a number, or the characters of a range."""
    if "-" in place:
        start, end = map(int, place.split("-"))
        return document[0][start:end]
    return document[int(place) - 1]


def documents(path, known):
    """Yields name, sentences and rows of the documents of a file whose sentences are all known."""
    name, body, rows = None, [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            if line.startswith("# "):
                if body:
                    yield name, body, rows
                name, body, rows = line[2:], [], []
            elif line.startswith("= "):
                body = [known[k] for k in line[2:].split()] if all(k in known for k in line[2:].split()) else []
            elif line and body:
                rows.append(row(line, body))
        except (KeyError, ValueError, IndexError) as error:
            sys.exit(f"{path}:{number}: not a mark ({error}): {line}")
    if body:
        yield name, body, rows


def write(folder, name, text, rows):
    """Writes a document and its rows."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("reports", type=pathlib.Path, nargs="?")
    o = parser.parse_args()
    known = {key(s): s for s in texts(o.texts)}
    for path in sorted(o.reports.glob("*.txt")) if o.reports else ():
        known[key(path.read_text(encoding="utf-8"))] = path.read_text(encoding="utf-8")
    count = 0
    for path in sorted((pathlib.Path(__file__).parent / "marks").glob("*.txt")):
        for name, body, rows in documents(path, known):
            text = body[0] if path.stem == "reports" else "\n\n".join(body) + "\n"
            folder = path.stem if path.stem in APART else "held" if int(name.split("-")[-1]) % 7 == 3 else "train"
            write(o.out / folder, name, text, rows)
            count += 1
    print(count, "documents")


if __name__ == "__main__":
    main()
