"""A model of Gephi's reader of DOT, which Gephi itself being absent stands in for it.

That reader knows no grammar. It takes tokens one after another: a word or quoted text where a statement may begin is a node,
unless it is `graph`, `node` or `edge`, which it skips without what follows; `-` after a node begins an edge, `[` its
attributes. So default statements leave bogus nodes or lose the rest.
"""

import re

TOKEN = re.compile(r'"(?P<text>(?:[^"\\\n]|\\.)*)"|(?P<word>[^\s;\[\]{}\->/*,"=]+)|(?P<sign>[\[\]{}\->/*,=])', re.S)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "a": "\a", "v": "\v"}


def tokens(text):
    """(kind, value): quoted texts with escapes as Java's StreamTokenizer resolves them, words, and single signs."""
    for match in TOKEN.finditer(text):
        if match["text"] is not None:
            yield "text", re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[1]), match["text"], flags=re.S)
        elif match["word"] is not None:
            yield "word", match["word"]
        else:
            yield "sign", match["sign"]
    yield "end", None


def read(path):
    """Labels of nodes by id, and edges (source, target, label, weight)."""
    stream = list(tokens(path.read_text(encoding="utf-8")))
    at = stream.index(("sign", "{")) + 1
    labels, edges = {}, []
    while stream[at][0] != "end":
        kind, value = stream[at]
        at += 1
        if kind == "sign" or value.lower() in ("graph", "node", "edge"):
            continue
        labels.setdefault(value, None)
        if stream[at] == ("sign", "["):
            attributes, at = bracket(stream, at + 1)
            labels[value] = attributes.get("label", labels[value])
        elif stream[at] == ("sign", "-") and stream[at + 1] == ("sign", ">"):
            target = stream[at + 2][1]
            labels.setdefault(target, None)
            at += 3
            attributes = {}
            if stream[at] == ("sign", "["):
                attributes, at = bracket(stream, at + 1)
            edges.append((value, target, attributes.get("label"), float(attributes.get("weight", 1))))
    return labels, edges


def bracket(stream, at):
    """The attributes up to the closing bracket, and what comes after it."""
    found = {}
    while stream[at] != ("sign", "]") and stream[at][0] != "end":
        kind, name = stream[at]
        at += 1
        if kind == "word" and stream[at] == ("sign", "=") and stream[at + 1][0] in ("word", "text"):
            found[name.lower()] = stream[at + 1][1]
            at += 2
    return found, at + 1
