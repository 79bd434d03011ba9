"""The graph as the JSON Lines say it: the truth that every reader is held against."""

import json

KINDS = ["group", "organization", "person", "place", "state"]
STATUSES = ["asserted", "denied", "alleged", "planned", "hypothetical"]


def clean(text):
    """The text without what no text format can hold."""
    return "".join(c for c in text if not (ord(c) < 32 and c not in "\t\n\r") and ord(c) != 127 and c not in "\ufffe\uffff")


class Graph:
    """Nodes by entity id, edges by (source, relation, target, status)."""

    def __init__(self, path):
        self.relations, self.documents, self.nodes, self.edges = {}, {}, {}, {}
        with open(path, encoding="utf-8", newline="\n") as file:
            for line in file:
                self.add(json.loads(line))
        for edge in self.edges.values():
            self.finish(edge)

    def add(self, row):
        kind = row.get("t")
        if kind == "relation":
            self.relations[row["id"]] = row
        elif kind == "document":
            self.documents[row["id"]] = row
        elif kind == "node":
            self.nodes[row["id"]] = {
                "entity": row["id"], "kind": row["kind"], "label": clean(row["name"]),
                "aliases": [clean(a) for a in row["aliases"]], "wikidata": row.get("wikidata"), "mentions": row["mentions"],
                "documents": row["documents"], "document_count": len(row["documents"]),
                "chain": [clean(c) for c in row.get("chain", [])],
            }
        elif kind is None:
            key = (row["source"]["id"], row["relation"], row["target"]["id"], row["status"])
            evidence = row["evidence"]
            passage = {"document": row["document"], "confidence": row["confidence"], **evidence}
            if row["speaker"]:
                passage["speaker"] = row["speaker"]["id"]
            self.edges.setdefault(key, {"passages": [], "speaker_ids": set()})["passages"].append(passage)
            self.edges[key]["speaker_ids"] |= {row["speaker"]["id"]} if row["speaker"] else set()
            self.edges[key]["key"] = key

    def finish(self, edge):
        relation, status = edge["key"][1], edge["key"][3]
        row = self.relations[relation]
        nothing = 1.0
        for passage in edge["passages"]:
            nothing *= 1 - passage["confidence"]
        edge.update(
            relation=relation, status=status, count=len(edge["passages"]), weight=float(len(edge["passages"])),
            confidence=min(0.99, 1 - nothing), symmetric=row["symmetric"], polarity=row["polarity"],
            label=row["label"] + ("" if status == "asserted" else f" ({status})"), interaction=relation,
            documents=sorted({p["document"] for p in edge["passages"]}),
            speakers=[self.nodes[s]["label"] for s in sorted(edge["speaker_ids"])])
        edge["document_count"] = len(edge["documents"])
        dates = [p["date"] for p in edge["passages"] if p.get("date")]
        edge["first_date"], edge["last_date"] = (min(dates), max(dates)) if dates else (None, None)


class Mismatch(AssertionError):
    """A reader saw something else than the JSON Lines say."""


def same(what, seen, expected):
    if isinstance(expected, float) and isinstance(seen, (int, float)):
        if abs(seen - expected) <= 1e-4:
            return
    elif seen == expected and not (isinstance(expected, bool) and not isinstance(seen, bool) and seen not in (0, 1)):
        return
    raise Mismatch(f"{what}: read {seen!r}, should be {expected!r}")


def compare(truth, nodes, edges, node_fields, edge_fields, evidence=True):
    """Compares what a reader gives: nodes {id: attributes}, edges [(source id, target id, attributes)]."""
    same("number of nodes", len(nodes), len(truth.nodes))
    same("number of edges", len(edges), len(truth.edges))
    entity = {}
    for node, seen in nodes.items():
        expected = truth.nodes.get(seen["entity"])
        if expected is None:
            raise Mismatch(f"unknown node {seen['entity']!r}")
        entity[node] = seen["entity"]
        for field in node_fields:
            same(f"{field} of node {node}", seen.get(field), expected[field])
    ids = set()
    for source, target, seen in edges:
        key = (entity[source], seen["relation"], entity[target], seen["status"])
        expected = truth.edges.get(key)
        if expected is None:
            raise Mismatch(f"unknown edge {key}")
        ids.add(seen["eid"])
        for field in edge_fields:
            same(f"{field} of edge {key}", seen.get(field), expected[field])
        if evidence:
            same(f"evidence of edge {key}", seen["evidence"], expected["passages"])
    same("number of different edge ids", len(ids), len(truth.edges))


NODE_FIELDS = ["entity", "kind", "label", "aliases", "wikidata", "mentions", "documents", "document_count", "chain"]
EDGE_FIELDS = [
    "relation", "label", "interaction", "weight", "status", "count", "confidence", "symmetric", "polarity", "documents",
    "document_count", "speakers", "first_date", "last_date",
]


def without(fields, *names):
    return [f for f in fields if f not in names]
