"""Names out of GUM's entity annotation: spans of proper nouns inside named persons, places and organizations."""

import re

CALENDAR = set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December English".split()
)
KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
TITLES = set(
    "mr. mrs. ms. dr. mr mrs ms dr president senator professor prof. sir king queen prince princess pope general minister chancellor "
    "secretary governor mayor judge justice captain colonel sergeant lord lady saint st. director chairman prime vice sen. rep. gov. "
    "mister justices justice gen. col. capt. sgt. lt. rev. father sister brother".split()
)


def entities(rows):
    """(lo, hi, type) of all entity mentions of a sentence, from the MISC column."""
    stack, out = {}, []
    for i, row in enumerate(rows):
        value = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for match in re.finditer(r"\(([^()]+?)(\)|(?=\()|$)|([^()]+)\)", value):
            if match.group(1):
                fields = match.group(1).split("-")
                kind = fields[1] if len(fields) > 1 else ""
                if match.group(2):
                    out.append((i, i + 1, kind))
                else:
                    stack.setdefault(fields[0], []).append((i, kind))
            elif stack.get(match.group(3)):
                start, kind = stack[match.group(3)].pop()
                out.append((start, i + 1, kind))
    return out


def head_of(rows, lo, hi):
    """The word of a span that depends on a word outside."""
    return next((i for i in range(lo, hi) if not lo <= int(rows[i][6]) - 1 < hi), hi - 1)


def name_span(rows, lo, hi, kind):
    """The run of proper nouns around the head of a mention, without titles; None where the head is no name."""
    head = head_of(rows, lo, hi)
    if rows[head][3] != "PROPN":
        return None
    def part(i):
        return rows[i][3] == "PROPN" or (kind != "PER" and rows[i][3] in ("NOUN", "ADJ", "VERB") and rows[i][1][0].isupper())
    start = stop = head
    while start > lo and (part(start - 1) or (rows[start - 1][1] == "-" and start - 2 >= lo and part(start - 2))):
        start -= 1
    while stop + 1 < hi and (part(stop + 1) or (rows[stop + 1][1] == "-" and stop + 2 < hi and part(stop + 2))):
        stop += 1
    stop += 1
    while kind == "ORG" and stop + 1 < hi and rows[stop][1].lower() in ("of", "for") and stop + 1 < hi:
        after = stop + 1 + (rows[stop + 1][1].lower() == "the")
        if after >= hi or not part(after):
            break
        stop = after + 1
        while stop < hi and part(stop):
            stop += 1
    while start < stop - 1 and kind == "PER" and rows[start][1].lower() in TITLES:
        start += 1
    return start, stop


def names(rows):
    """(name spans, unknown word positions) of a sentence, outermost names first."""
    found, used = [], set()
    for lo, hi, kind in sorted(entities(rows), key=lambda e: (e[0] - e[1], e[0])):
        if kind not in KINDS:
            continue
        span = name_span(rows, lo, hi, KINDS[kind])
        if span and not used & set(range(*span)):
            used |= set(range(*span))
            found.append((*span, KINDS[kind]))
    unknown = {i for i, r in enumerate(rows) if r[3] == "PROPN" and i not in used and r[1] not in CALENDAR}
    return sorted(found), unknown
