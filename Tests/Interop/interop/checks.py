"""One check per gate; the number is the gate's."""

import contextlib
import csv
import html
import io
import json
import multiprocessing
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import tempfile
import warnings

from . import generate, gephi_dot
from .fixture import ENDINGS
from .truth import EDGE_FIELDS, NODE_FIELDS, Graph, Mismatch, clean, compare, same, without


class Skip(Exception):
    """The reader is not on this machine."""


def needs(program):
    if not shutil.which(program):
        raise Skip(f"{program} is not installed")


def lists(attributes, *names):
    """The attributes with JSON strings taken apart; absent lists are empty."""
    result = dict(attributes)
    for name in names:
        result[name] = json.loads(result[name]) if result.get(name) else []
    return result


def node_lists(attributes):
    return lists(attributes, "aliases", "documents", "chain")


def edge_lists(attributes):
    return lists(attributes, "documents", "speakers", "evidence")


def quiet(*arguments, **options):
    """Runs a program that must neither fail nor complain."""
    result = subprocess.run(arguments, capture_output=True, text=True, **options)
    if result.returncode != 0 or result.stderr.strip():
        raise Mismatch(f"{' '.join(arguments)}: {result.returncode} {result.stderr[:400]}")
    return result.stdout


# GraphML


def f01_graphml_well_formed(fixture):
    needs("xmllint")
    for ending in ("graphml", "yed.graphml", "gexf"):
        quiet("xmllint", "--noout", "--nonet", str(fixture.path(ending)))


SCHEMAS = pathlib.Path(__file__).parent.parent / "schemas"

# (what is broken, what to look for, what to put there): each must make a valid file invalid.
BROKEN_GRAPHML = [
    ("a type that is none", 'attr.type="long"', 'attr.type="date"'),
    ("a key for all", 'for="edge"', 'for="all"'),
    ("a node without id", '<node id="[^"]*"', "<node"),
    ("an id with a space", '<node id="', '<node id="a b'),
    ("an edge without target", ' target="[^"]*"', ""),
    ("a port", "</node>", '<port name="p"/></node>'),
    ("a hyperedge", "</graph>", "<hyperedge/></graph>"),
    ("a node after the edges", "</graph>", '<node id="late"/></graph>'),
    ("the direction of one edge", "<edge ", '<edge directed="false" '),
    ("data without a key", "<data key=", "<data name="),
    ("a second graph", "</graphml>", '<graph id="H" edgedefault="directed"/></graphml>'),
    ("another namespace", "graphml.graphdrawing.org/xmlns", "example.org/xmlns"),
]
BROKEN_YED = BROKEN_GRAPHML + [
    ("a shape that yEd has not", 'y:Shape type="[a-z]*"', 'y:Shape type="blob"'),
    ("a color by name", 'y:Fill color="[^"]*"', 'y:Fill color="red"'),
    ("an edge without line", "<y:LineStyle [^>]*/>", ""),
]
BROKEN_GEXF = [
    ("an older version", 'version="1.3"', 'version="1.1"'),
    ("a type that is none", 'type="liststring"', 'type="list"'),
    ("a node without label", '(<node id="[^"]*") label="[^"]*"', r"\1"),
    ("an edge without kind", ' kind="[^"]*"', ""),
    ("a weight of nothing", ' weight="[^"]*"', ' weight="0"'),
    ("a color out of range", ' r="[0-9]+"', ' r="256"'),
    ("a date that is none", 'spell start="[^"]*"', 'spell start="2015-02-30"'),
    ("edges before nodes", "<nodes ", '<edges count="0"/><nodes '),
    ("an attribute without title", ' title="[^"]*"', ""),
    ("a size below zero", 'viz:size value="', 'viz:size value="-'),
]


def f01_f15_schemas(fixture):
    """Our own schemas of GraphML and GEXF: whole files are valid, broken ones are not."""
    needs("xmllint")
    for ending, schema, broken in (("graphml", "graphml.rng", BROKEN_GRAPHML), ("yed.graphml", "graphml.rng", BROKEN_YED),
                                   ("gexf", "gexf.rng", BROKEN_GEXF)):
        problem = invalid(schema, fixture.path(ending))
        if problem:
            raise Mismatch(f"{ending}: {problem[:400]}")
        text = fixture.path(ending).read_text(encoding="utf-8")
        for what, pattern, replacement in broken if fixture.name == "nasty" else []:
            changed = re.sub(pattern, replacement, text, count=1)
            same(f"{ending} could be broken: {what}", changed != text, True)
            copy = fixture.folder / f"broken.{ending}"
            copy.write_text(changed, encoding="utf-8")
            same(f"{ending} with {what} is invalid", bool(invalid(schema, copy)), True)


def invalid(schema, path):
    """What xmllint has against a file; empty where it is valid."""
    result = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", str(SCHEMAS / schema), str(path)],
                            capture_output=True, text=True)
    return result.stderr if result.returncode != 0 else ""


def f01_graphml_structure(fixture):
    """The rules of the schema, checked by hand where the schema itself is not at hand, and the rules that readers add."""
    import xml.etree.ElementTree as tree

    root = tree.parse(fixture.path("graphml")).getroot()
    ns = "{http://graphml.graphdrawing.org/xmlns}"
    same("root", root.tag, ns + "graphml")
    names = [child.tag.removeprefix(ns) for child in root]
    same("keys before the graph", names, ["key"] * (len(names) - 1) + ["graph"])
    token = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
    keys = {}
    for key in root.findall(ns + "key"):
        identity, element = key.get("id"), key.get("for")
        if not token.fullmatch(identity) or identity in keys or element not in ("graph", "node", "edge"):
            raise Mismatch(f"bad key {key.attrib}")
        if key.get("attr.type") not in ("boolean", "int", "long", "float", "double", "string") or len(key):
            raise Mismatch(f"bad type {key.attrib}")
        keys[identity] = (element, key.get("attr.name"), key.get("attr.type"))
    same("attribute names unique per element", len({k[:2] for k in keys.values()}), len(keys))
    for wanted in ("labelV", "label", "labelE", "weight"):
        if wanted not in keys:
            raise Mismatch(f"no key {wanted}")
    graph = root.find(ns + "graph")
    order = [child.tag.removeprefix(ns) for child in graph]
    same("data, nodes, edges in order", order, sorted(order, key=["data", "node", "edge"].index))
    same("direction", graph.get("edgedefault"), "directed")
    nodes, edges = set(), set()
    for child in graph:
        tag = child.tag.removeprefix(ns)
        datas = [d.get("key") for d in child.findall(ns + "data")]
        same("one value per key", len(datas), len(set(datas)))
        for data in child.findall(ns + "data"):
            element, _, kind = keys[data.get("key")]
            same("element of key", element, tag)
            if len(data) or (kind != "string" and not data.text):
                raise Mismatch(f"bad data {data.attrib}")
        if tag == "node":
            same("attributes of a node", set(child.attrib), {"id"})
            same("desc first", child[0].tag, ns + "desc")
            if child.get("id") in nodes or not token.fullmatch(child.get("id")):
                raise Mismatch(f"bad node id {child.get('id')}")
            nodes.add(child.get("id"))
        if tag == "edge":
            same("attributes of an edge", set(child.attrib), {"id", "source", "target"})
            if child.get("id") in edges | nodes or not {child.get("source"), child.get("target")} <= nodes:
                raise Mismatch(f"bad edge {child.attrib}")
            values = {d.get("key"): d.text for d in child.findall(ns + "data")}
            same("eid", values["e_eid"], child.get("id"))
            edges.add(child.get("id"))
    if fixture.path("graphml").read_bytes().find(b"<!DOCTYPE") >= 0:
        raise Mismatch("a DOCTYPE")


def networkx_graph(graph, edges_have_key=True):
    nodes = {n: node_lists(d) for n, d in graph.nodes(data=True)}
    edges = []
    if graph.is_multigraph():
        for s, t, k, d in graph.edges(keys=True, data=True):
            if edges_have_key:
                same("edge key", k, d["eid"])
            edges.append((s, t, edge_lists(d)))
    else:
        edges = [(s, t, edge_lists(d)) for s, t, d in graph.edges(data=True)]
    return nodes, edges


def f02_graphml_networkx(fixture):
    import networkx

    graph = networkx.read_graphml(fixture.path("graphml"))
    compare(fixture.truth, *networkx_graph(graph), NODE_FIELDS, EDGE_FIELDS)
    same("documents", {d["id"]: d for d in json.loads(graph.graph["documents"])},
         {i: {k: v for k, v in d.items() if k != "t"} for i, d in fixture.truth.documents.items()})


def igraph_read(path, method):
    import igraph

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return method(igraph)(str(path))


def igraph_graph(graph, identity="id"):
    empty = lambda d: {k: (None if v == "" or v != v else v) for k, v in d.items()}
    nodes = {v[identity]: {**node_lists(empty(v.attributes())), "label": v["label"]} for v in graph.vs}
    edges = []
    for e in graph.es:
        attributes = edge_lists(empty(e.attributes()))
        edges.append((graph.vs[e.source][identity], graph.vs[e.target][identity], attributes))
    return nodes, edges


def f03_graphml_igraph(fixture):
    graph = igraph_read(fixture.path("graphml"), lambda i: i.Graph.Read_GraphML)
    nodes, edges = igraph_graph(graph)
    # igraph reads whole numbers as doubles, so those beyond 2^53 are off by one there.
    compare(fixture.truth, nodes, edges, without(NODE_FIELDS, "mentions"), EDGE_FIELDS)
    for seen in nodes.values():
        same("mentions", seen["mentions"], float(fixture.truth.nodes[seen["entity"]]["mentions"]))


def f04_graphml_graph_tool(fixture):
    script = """
import json, sys
from graph_tool import load_graph
g = load_graph(sys.argv[1])
out = {"nodes": {}, "edges": []}
for v in g.vertices():
    out["nodes"][g.vp["_graphml_vertex_id"][v]] = {k: g.vp[k][v] for k in g.vp.keys()}
for e in g.edges():
    d = {k: g.ep[k][e] for k in g.ep.keys()}
    out["edges"].append([g.vp["_graphml_vertex_id"][e.source()], g.vp["_graphml_vertex_id"][e.target()], d])
print(json.dumps(out))
"""
    python = "/usr/bin/python3"
    if subprocess.run([python, "-c", "import graph_tool"], capture_output=True).returncode != 0:
        raise Skip("graph-tool is not installed (Debian package python3-graph-tool)")
    read = json.loads(subprocess.run([python, "-c", script, str(fixture.path("graphml"))], capture_output=True, text=True,
                                     check=True).stdout)
    none = lambda d: {k: (None if v == "" else v) for k, v in d.items()}
    for _, _, d in read["edges"]:
        same("edge id", d["_graphml_edge_id"], d["eid"])
    compare(fixture.truth, {n: node_lists(none(d)) for n, d in read["nodes"].items()},
            [(s, t, edge_lists(none(d))) for s, t, d in read["edges"]], NODE_FIELDS, EDGE_FIELDS)


def f05_f08_graphml_rules(fixture):
    """What Gephi, Cytoscape, TinkerPop and APOC go by, according to their sources."""
    text = fixture.path("graphml").read_text(encoding="utf-8")
    for rule in ('<key id="label" for="node" attr.name="label"', '<key id="labelV" for="node"', '<key id="labelE" for="edge"',
                 '<key id="weight" for="edge" attr.name="weight" attr.type="double"', 'attr.name="interaction"'):
        if rule not in text:
            raise Mismatch(f"no {rule}")
    for name in ("SUID", "selected", "shared name", 'attr.name="id"', 'for="all"', "<default", "<port", "<hyperedge"):
        if name in text.split("<graph ")[0]:
            raise Mismatch(f"{name} in the keys")
    if "<edge" in text and text.rindex("<node ") > text.index("<edge "):
        raise Mismatch("an edge before a node")


def f09_yed_readers(fixture):
    import networkx

    graph = networkx.read_graphml(fixture.path("yed.graphml"))
    nodes, edges = networkx_graph(graph)
    # NetworkX takes the label of a node from yEd's label; an empty or blank one it cannot see.
    for seen in nodes.values():
        seen["label"] = (seen.get("label") or "").replace("<\u200bhtml", "<html")
        expected = fixture.truth.nodes[seen["entity"]]["label"]
        if seen["label"].strip() == expected.strip():
            seen["label"] = expected
    compare(fixture.truth, nodes, edges, NODE_FIELDS, without(EDGE_FIELDS, "label", "interaction"))
    read = igraph_read(fixture.path("yed.graphml"), lambda i: lambda p: quiet_igraph(i, p))
    same("nodes in igraph", read.vcount(), len(fixture.truth.nodes))
    same("edges in igraph", read.ecount(), len(fixture.truth.edges))


def quiet_igraph(igraph, path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return igraph.Graph.Read_GraphML(path)


# DOT


def f11_dot_canon(fixture):
    needs("dot")
    first = quiet("dot", "-Tcanon", str(fixture.path("dot")))
    second = quiet("dot", "-Tcanon", input=first)
    # Graphviz orders statements by its own hashes, so the statements are compared and not their order.
    same("second canonical form", sorted(second.splitlines()), sorted(first.splitlines()))
    counts = quiet("gvpr", 'BEGIN{int n=0; int e=0} N{n++} E{e++} END{printf("%d %d", n, e)}', str(fixture.path("dot")))
    same("nodes and edges", counts.split(), [str(len(fixture.truth.nodes)), str(len(fixture.truth.edges))])


def f12_dot_pydot(fixture):
    import pydot

    graphs = pydot.graph_from_dot_file(str(fixture.path("dot")), encoding="utf-8")
    graph = graphs[0]
    names = {n.get_name() for n in graph.get_nodes()} - {"node", "edge", "graph"}
    wanted = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
    bad = [n for n in names if not wanted.fullmatch(n)]
    same("bogus nodes", bad, [])
    same("nodes", len(names), len(fixture.truth.nodes))
    same("edges", len(graph.get_edges()), len(fixture.truth.edges))


def f14_dot_plain(fixture):
    """Without default statements, all attributes still there, and read in full by the rules of Gephi's DOT reader."""
    import pydot

    prefix = f"{fixture.name}-plain"
    fixture.export(fixture.path("jsonl"), ["dot"], prefix, ["--dot-style", "plain"])
    path = fixture.folder / f"{prefix}.dot"
    quiet("dot", "-Tcanon", str(path))
    statement = re.compile(r'[A-Za-z_"][A-Za-z0-9_"]*( -> [A-Za-z_"][A-Za-z0-9_"]*)? \[.*\];')
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    same("statements that are neither node nor edge", [l for l in lines[1:-1] if not statement.fullmatch(l)], [])
    graph = pydot.graph_from_dot_file(str(path), encoding="utf-8")[0]
    nodes = {n.get_name(): node_lists(dot_values(n)) for n in graph.get_nodes()}
    edges = [(e.get_source(), e.get_destination(), edge_lists(dot_values(e))) for e in graph.get_edges()]
    compare(fixture.truth, nodes, edges, without(NODE_FIELDS, "label"), without(EDGE_FIELDS, "interaction"))
    wanted = {i: spaced(fixture.truth.nodes[d["entity"]]["label"]) for i, d in nodes.items()}
    same("labels", {i: d["label"] for i, d in nodes.items()}, wanted)
    labels, weights = gephi_dot.read(path)
    # Graphviz decodes `&lt;` in labels, so what looks like it has `&amp;`, which Gephi shows as it is.
    wanted = {i: t.replace("&", "&amp;") if "&" in t and ";" in t else t for i, t in wanted.items()}
    same("labels by the rules of Gephi", labels, wanted)
    same("weights by the rules of Gephi", sorted(weights), sorted(
        (s, t, d["label"], d["weight"]) for s, t, d in edges))
    if fixture.truth.nodes:
        drawn, _ = gephi_dot.read(fixture.path("dot"))
        same("the drawing's file is misread, or this check could not fail", set(drawn) == set(nodes), False)


def spaced(text):
    """The text as labels in DOT have it: spaces for tabulators, line feeds alone."""
    return text.replace("\t", " ").replace("\r", "")


def dot_values(element):
    """The attributes of a node or edge in pydot, without quotes and escapes, as the types that they are."""
    result = {}
    for name, value in element.get_attributes().items():
        if value.startswith('"'):
            unescaped = re.sub(r"\\([n\"\\])", lambda m: "\n" if m[1] == "n" else m[1], value[1:-1])
            value = html.unescape(unescaped) if name == "label" and "&amp;" in value else unescaped
        elif value in ("true", "false"):
            value = value == "true"
        elif name != "key":
            value = float(value) if "." in value else int(value)
        result["eid" if name == "key" else name] = value
    return result


# GEXF


def f15_gexf_structure(fixture):
    import xml.etree.ElementTree as tree

    ns = "{http://gexf.net/1.3}"
    root = tree.parse(fixture.path("gexf")).getroot()
    same("version", root.get("version"), "1.3")
    graph = root.find(ns + "graph")
    declared = {(a.get("class"), d.get("id")): d.get("type") for a in graph.findall(ns + "attributes") for d in a}
    types = {"integer", "long", "double", "float", "boolean", "liststring", "string", "anyURI"}
    same("types", set(declared.values()) - types, set())
    for part, kind in (("nodes", "node"), ("edges", "edge")):
        group = graph.find(ns + part)
        same("count", int(group.get("count")), len(group))
        for element in group:
            order = [c.tag for c in element]
            same("attvalues first", order[0], ns + "attvalues")
            for value in element[0]:
                if (kind, value.get("for")) not in declared:
                    raise Mismatch(f"undeclared {value.attrib}")


def f16_gexf_networkx(fixture):
    import networkx

    graph = networkx.read_gexf(fixture.path("gexf"))
    # NetworkX gives a graph that has a spell a multigraph's keys of its own, so ids come from the attribute.
    nodes, edges = networkx_graph(graph, edges_have_key=False)
    compare(fixture.truth, nodes, edges, without(NODE_FIELDS, "wikidata") + ["wikidata"],
            without(EDGE_FIELDS, "interaction"))
    for _, _, seen in edges:
        key = (seen["first_date"], seen["last_date"]) if seen.get("first_date") else None
        if key:
            same("spell", seen["spells"], [key])


def f17_gexf_gephi_rules(fixture):
    """Gephi merges edges of one pair and kind, so those must differ in kind; and lists must be JSON."""
    import xml.etree.ElementTree as tree

    ns = "{http://gexf.net/1.3}"
    seen = set()
    for edge in tree.parse(fixture.path("gexf")).getroot().iter(ns + "edge"):
        key = (edge.get("source"), edge.get("target"), edge.get("kind"))
        if key in seen:
            raise Mismatch(f"two edges {key}")
        seen.add(key)
        json.loads(next(v.get("value") for v in edge[0] if v.get("for") == "e_documents"))


# JSON


def f18_node_link(fixture):
    import networkx

    for ending, name in (("json", "edges"), ("d3.json", "links")):
        data = json.loads(fixture.path(ending).read_text(encoding="utf-8"))
        graph = networkx.node_link_graph(data, edges=name)
        again = networkx.node_link_graph(networkx.node_link_data(graph, edges="edges"), edges="edges")
        same("there and back", networkx.utils.graphs_equal(graph, again), True)
        absent = lambda d, *names: {**{n: [] for n in names}, **d}
        compare(fixture.truth, {n: absent(d, "aliases", "documents", "chain") for n, d in graph.nodes(data=True)},
                [(s, t, absent({**d, "eid": k}, "speakers")) for s, t, k, d in graph.edges(keys=True, data=True)], NODE_FIELDS,
                EDGE_FIELDS)


def f19_cytoscape(fixture):
    import networkx

    data = json.loads(fixture.path("cyjs").read_text(encoding="utf-8"))
    ids = [e["data"]["id"] for part in ("nodes", "edges") for e in data["elements"][part]]
    same("ids unique over nodes and edges", len(ids), len(set(ids)))
    graph = networkx.cytoscape_graph(data)
    absent = lambda d, *names: {**{n: [] for n in names}, **d}
    compare(fixture.truth, {n: absent(d, "aliases", "documents", "chain") for n, d in graph.nodes(data=True)},
            [(s, t, absent(d, "speakers")) for s, t, k, d in graph.edges(keys=True, data=True)], NODE_FIELDS, EDGE_FIELDS)


def f20_jsonl_lossless(fixture):
    fixture.export(fixture.path("jsonl"), ["jsonl", "graphml"], prefix="again")
    same("JSON Lines again", (fixture.folder / "again.jsonl").read_bytes(), fixture.path("jsonl").read_bytes())
    same("rows", rows(fixture.path("jsonl")), rows(fixture.source))
    fixture.export(fixture.path("graphml"), ["graphml"], prefix="back")
    same("GraphML back", (fixture.folder / "back.graphml").read_bytes(), fixture.path("graphml").read_bytes())


def rows(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


# GML


def camel(name):
    head, *tail = name.split("_")
    return head + "".join(t.capitalize() for t in tail)


def f21_gml(fixture):
    import networkx

    names = {camel(n): n for n in ("document_count", "first_date", "last_date")}
    back = lambda d: {names.get(k, k): v for k, v in d.items()}
    rename = lambda d: {**{k: v for k, v in back(d).items() if k != "name"}, "label": d["name"], "mentions": int(d["mentions"])}
    graph = networkx.read_gml(fixture.path("gml"), label="label")
    nodes = {n: node_lists(rename(d)) for n, d in graph.nodes(data=True)}
    edges = [(s, t, edge_lists(back(d))) for s, t, k, d in graph.edges(keys=True, data=True)]
    compare(fixture.truth, nodes, edges, NODE_FIELDS, EDGE_FIELDS)
    if fixture.truth.nodes:
        # igraph leaves references to characters outside ASCII as they are and warns of them, so only counts and ids here.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read = __import__("igraph").Graph.Read_GML(str(fixture.path("gml")))
        same("ids in igraph", set(read.vs["label"]), set(graph))
        same("nodes in igraph", read.vcount(), len(fixture.truth.nodes))
        same("edges in igraph", read.ecount(), len(fixture.truth.edges))
    needs("gml2gv")
    quiet("gml2gv", str(fixture.path("gml")))


# CSV


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def f14_spreadsheet(fixture):
    """No cell that a spreadsheet would calculate; row for row the passages."""
    seen = table(fixture.path("csv"))
    same("rows", len(seen), sum(e["count"] for e in fixture.truth.edges.values()))
    for row in seen:
        for name, value in row.items():
            if value and value[0] in "=+-@\t\r" and name not in ("confidence", "start", "end"):
                raise Mismatch(f"formula {value!r}")


def f22_gephi_csv(fixture):
    nodes = {r["Id"]: node_lists({**numbers(r, "mentions", "document_count"), "label": r["Label"], "wikidata": r["wikidata"] or None})
             for r in table(fixture.path("gephi") / "nodes.csv")}
    edges = []
    for r in table(fixture.path("gephi") / "edges.csv"):
        same("type", r["Type"], "Directed")
        d = numbers(r, "count", "document_count", "confidence")
        d.update(eid=r["Id"], label=r["Label"], relation=r["Kind"], weight=float(r["Weight"]), symmetric=r["symmetric"] == "true",
                 first_date=r["first_date"] or None, last_date=r["last_date"] or None)
        edges.append((r["Source"], r["Target"], edge_lists(d)))
    compare(fixture.truth, nodes, edges, NODE_FIELDS, EDGE_FIELDS)


def numbers(row, *names):
    return {**row, **{n: float(row[n]) if "." in row[n] else int(row[n]) for n in names}}


def f22_neo4j_csv(fixture):
    folder = fixture.path("neo4j")
    nodes = table(folder / "nodes.csv")
    edges = table(folder / "relationships.csv")
    header = re.compile(r"[a-z_]*(:(ID|START_ID|END_ID)\(Entity\)|:LABEL|:TYPE|:(long|double|boolean|date|string\[\]))?")
    for name in list(nodes[0] if nodes else []) + list(edges[0] if edges else []):
        if not header.fullmatch(name):
            raise Mismatch(f"header {name}")
    ids = {r["id:ID(Entity)"] for r in nodes}
    same("nodes", len(ids), len(fixture.truth.nodes))
    same("edges", len(edges), len(fixture.truth.edges))
    for r in nodes:
        expected = fixture.truth.nodes[r["entity"]]
        same("name", r["name"], expected["label"])
        same("aliases", r["aliases:string[]"].split(";") if r["aliases:string[]"] else [],
             [a.replace(";", ",") for a in expected["aliases"]])
        same("labels", r[":LABEL"], "Entity;" + expected["kind"].capitalize())
    for r in edges:
        if not {r[":START_ID(Entity)"], r[":END_ID(Entity)"]} <= ids or not re.fullmatch(r"[A-Z_]+", r[":TYPE"]):
            raise Mismatch(f"edge {r}")
        json.loads(r["evidence"])
    quiet("sh", "-n", str(folder / "import.sh"))


def in_a_process_of_its_own(function, fixture):
    """Kuzu and Ladybug register the same types, so one process cannot load both."""
    for name in ("kuzu", "ladybug"):
        with multiprocessing.get_context("fork").Pool(1) as pool:
            problem = pool.apply(guarded, (function, name, fixture))
        if problem:
            raise Mismatch(f"{name}: {problem}")


def guarded(function, name, fixture):
    try:
        function(name, fixture)
    except Exception as problem:
        return f"{type(problem).__name__}: {problem}"


def f23_kuzu(fixture):
    in_a_process_of_its_own(load_tables, fixture)


def load_tables(name, fixture):
    module = __import__(name)
    with tempfile.TemporaryDirectory() as folder:
        connection = module.Connection(module.Database(os.path.join(folder, "db")))
        with contextlib.chdir(fixture.path("kuzu")):
            for statement in pathlib.Path("schema.cypher").read_text().split(";\n"):
                if statement.strip():
                    connection.execute(statement)
        nodes = {}
        for row in fetch(connection, "MATCH (n:Entity) RETURN n"):
            d = node_lists({**row[0], "label": row[0]["name"]})
            nodes[row[0]["id"]] = d
        edges = []
        for s, r, t in fetch(connection, "MATCH (a:Entity)-[r:RELATES]->(b:Entity) RETURN a.id, r, b.id"):
            d = edge_lists({**r, "eid": r["id"], "interaction": r["relation"]})
            for date in ("first_date", "last_date"):
                d[date] = d[date].isoformat() if d[date] else None
            edges.append((s, t, d))
        compare(fixture.truth, nodes, edges, NODE_FIELDS, EDGE_FIELDS)


def fetch(connection, query):
    result, out = connection.execute(query), []
    while result.has_next():
        out.append(result.get_next())
    return out


def f24_cypher(fixture):
    in_a_process_of_its_own(load_script, fixture)


def load_script(name, fixture):
    script = fixture.path("cypher").read_bytes().decode("utf-8")
    statements = [s for s in script.split(";\n") if s.strip() and not s.startswith("CREATE CONSTRAINT")]
    types = sorted(set(re.findall(r"MERGE \(a\)-\[r:`([A-Z_]+)` ", script)))
    lists_ = "documents STRING[], speakers STRING[]"
    module = __import__(name)
    with tempfile.TemporaryDirectory() as folder:
        connection = module.Connection(module.Database(os.path.join(folder, "db")))
        connection.execute(
            "CREATE NODE TABLE Entity(id STRING, name STRING, entity STRING, kind STRING, aliases STRING[], wikidata STRING,"
            " mentions INT64, documents STRING[], document_count INT64, chain STRING[], PRIMARY KEY(id))")
        for kind in types:
            connection.execute(
                f"CREATE REL TABLE {kind}(FROM Entity TO Entity, id STRING, relation STRING, label STRING, weight DOUBLE,"
                f" status STRING, count INT64, confidence DOUBLE, symmetric BOOLEAN, polarity STRING, {lists_},"
                " document_count INT64, first_date DATE, last_date DATE, evidence STRING)")
        for _ in range(2):
            for statement in statements:
                connection.execute(statement)
        nodes = {r[0]["id"]: {**r[0], "label": r[0]["name"], **{n: r[0][n] or [] for n in ("aliases", "documents", "chain")}}
                 for r in fetch(connection, "MATCH (n:Entity) RETURN n")}
        edges = []
        for kind in types:
            for s, r, t in fetch(connection, f"MATCH (a:Entity)-[r:{kind}]->(b:Entity) RETURN a.id, r, b.id"):
                d = {**r, "eid": r["id"], "interaction": r["relation"], "evidence": json.loads(r["evidence"]),
                     "speakers": r["speakers"] or []}
                for date in ("first_date", "last_date"):
                    d[date] = d[date].isoformat() if d[date] else None
                edges.append((s, t, d))
        compare(fixture.truth, nodes, edges, NODE_FIELDS, EDGE_FIELDS)


def f25_duckdb(fixture):
    import duckdb

    folder = fixture.path("gephi")
    for name, count in (("nodes.csv", len(fixture.truth.nodes)), ("edges.csv", len(fixture.truth.edges))):
        path = str(folder / name)
        seen = duckdb.sql(f"SELECT count(*) FROM read_csv('{path}', header=true, all_varchar=true, quote='\"', escape='\"',"
                          " delim=',', strict_mode=true, parallel=false)").fetchall()[0][0]
        same(f"rows of {name}", seen, count)
    path = str(fixture.path("jsonl"))
    if fixture.truth.edges:
        seen = duckdb.sql(f"SELECT count(*) FROM read_json('{path}', format='newline_delimited', union_by_name=true)"
                          " WHERE relation IS NOT NULL").fetchall()[0][0]
        same("assertions", seen, sum(e["count"] for e in fixture.truth.edges.values()))


# RDF


def f26_rdf(fixture):
    import pyoxigraph
    import rdflib
    from rdflib.compare import to_isomorphic

    nt = rdflib.Graph().parse(fixture.path("nt"), format="nt")
    ttl = rdflib.Graph().parse(fixture.path("ttl"), format="turtle")
    ld = rdflib.Graph().parse(fixture.path("jsonld"), format="json-ld")
    same("Turtle and N-Triples", set(ttl) == set(nt), True)
    if set(ld) != set(nt):
        raise Mismatch(f"JSON-LD and N-Triples differ: {list(set(ld) ^ set(nt))[:4]}")
    for ending, form in (("nt", pyoxigraph.RdfFormat.N_TRIPLES), ("ttl", pyoxigraph.RdfFormat.TURTLE),
                         ("jsonld", pyoxigraph.RdfFormat.JSON_LD)):
        store = pyoxigraph.Store()
        store.load(path=str(fixture.path(ending)), format=form)
        same(f"triples of {ending} in oxigraph", len(store), len(nt))
    if shutil.which("rapper"):
        for ending, form in (("nt", "ntriples"), ("ttl", "turtle")):
            # The grammar allows U+FFFE and U+FFFF in literals; rapper alone refuses them.
            copy = fixture.folder / f"{fixture.name}-rapper.{ending}"
            text = fixture.path(ending).read_text(encoding="utf-8")
            copy.write_text(re.sub(r"[\ufffe\uffff]|\\u[fF]{3}[eEfF]", "\ufffd", text), encoding="utf-8")
            out = subprocess.run(["rapper", "-q", "-i", form, "-o", "ntriples", str(copy)], capture_output=True,
                                 text=True, check=True).stdout
            same(f"triples of {ending} in rapper", len(set(out.splitlines())), len(nt))
    rdf = rdflib.RDF
    rdf_content(fixture.truth, nt, lambda edge: tuple(nt.value(edge, p) for p in (rdf.subject, rdf.predicate, rdf.object)))


def f27_nquads(fixture):
    """The triple of every edge stands in the edge's own graph, and all else in the default graph."""
    import pyoxigraph
    import rdflib

    path = fixture.path("nq")
    lines = set(path.read_text(encoding="utf-8").rstrip("\n").split("\n")) - {""}
    data = rdflib.Dataset()
    data.parse(path, format="nquads")
    same("quads in rdflib", len(set(data.quads())), len(lines))
    store = pyoxigraph.Store()
    store.load(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS)
    same("quads in oxigraph", len(store), len(lines))
    if shutil.which("rapper"):
        copy = fixture.folder / f"{fixture.name}-rapper.nq"
        text = path.read_text(encoding="utf-8")
        copy.write_text(re.sub(r"[\ufffe\uffff]|\\u[fF]{3}[eEfF]", "\ufffd", text), encoding="utf-8")
        out = subprocess.run(["rapper", "-q", "-i", "nquads", "-o", "nquads", str(copy)], capture_output=True, text=True,
                             check=True).stdout
        same("quads in rapper", len(set(out.splitlines())), len(lines))
    named = [graph for graph in data.graphs() if graph.identifier != data.default_graph.identifier]
    same("graphs", len(named), len(fixture.truth.edges))
    same("triples in each graph", {len(graph) for graph in named}, {1} if named else set())
    rdf_content(fixture.truth, data.default_graph, lambda edge: next(iter(data.graph(edge))))


def f28_rdf_12(fixture):
    """N-Triples and Turtle of RDF 1.2: an edge reifies its triple; of these readers only oxigraph knows that yet."""
    import pyoxigraph

    prefix = f"{fixture.name}-12"
    fixture.export(fixture.path("jsonl"), ["nt", "ttl"], prefix, ["--rdf", "1.2"])
    seen = []
    for ending, form in (("nt", pyoxigraph.RdfFormat.N_TRIPLES), ("ttl", pyoxigraph.RdfFormat.TURTLE)):
        store = pyoxigraph.Store()
        store.load(path=str(fixture.folder / f"{prefix}.{ending}"), format=form)
        seen.append(store)
    same("Turtle and N-Triples", {str(q) for q in seen[0]} == {str(q) for q in seen[1]}, True)
    name = lambda n: pyoxigraph.NamedNode(n)
    ent, rdf = "urn:entente:ontology:", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    entities = {q.subject.value: q.object.value for q in seen[0].quads_for_pattern(None, name(ent + "entity"), None)}
    status = {q.subject: q.object.value for q in seen[0].quads_for_pattern(None, name(ent + "status"), None)}
    keys = set()
    for quad in seen[0].quads_for_pattern(None, name(rdf + "reifies"), None):
        triple = quad.object
        keys.add((entities[triple.subject.value], triple.predicate.value.removeprefix(ent), entities[triple.object.value],
                  status[quad.subject]))
    same("reified triples", keys, set(fixture.truth.edges))
    same("classic reification", len(list(seen[0].quads_for_pattern(None, name(rdf + "subject"), None))), 0)
    result = subprocess.run([fixture.binary, "export", str(fixture.path("jsonl")), "--rdf", "1.2", "-o",
                             str(fixture.folder / f"{prefix}.jsonld")], capture_output=True, text=True)
    same("JSON-LD has no such form", result.returncode, 64)


def rdf_content(truth, graph, about):
    """Compares entities and edges; `about` gives the triple that an edge is about."""
    import rdflib

    ent = rdflib.Namespace("urn:entente:ontology:")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    labels = {}
    for node, value in graph.subject_objects(ent.entity):
        expected = truth.nodes[str(value)]
        labels[node] = str(value)
        same("label", str(graph.value(node, rdflib.RDFS.label)), expected["label"])
        names = {str(o) for o in graph.objects(node, rdflib.URIRef("http://schema.org/alternateName"))}
        same("aliases", names, set(expected["aliases"]))
        same("mentions", int(graph.value(node, ent.mentions)), expected["mentions"])
    same("entities", len(labels), len(truth.nodes))
    edges = list(graph.subjects(rdflib.RDF.type, ent.Edge))
    same("edges", len(edges), len(truth.edges))
    prefix = str(ent)
    for edge in edges:
        one = lambda p: graph.value(edge, p)
        source, relation, target = triple = about(edge)
        key = (labels[source], str(relation).removeprefix(prefix), labels[target], str(one(ent.status)))
        expected = truth.edges[key]
        same("provenance", len(set(graph.objects(edge, prov.wasDerivedFrom))), len(expected["documents"]))
        texts = sorted(str(graph.value(p, ent.text)) for p in graph.objects(edge, ent.passage))
        same("texts", texts, sorted(p["text"] for p in expected["passages"]))
        if key[3] == "asserted" and triple not in graph:
            raise Mismatch("no plain triple")


# Others


def plover_records(fixture):
    seen = rows(fixture.path("plover.jsonl"))
    wanted = sum(e["count"] for e in fixture.truth.edges.values() if fixture.truth.relations[e["relation"]].get("plover"))
    same("records", len(seen), wanted)
    same("ids", len({r["event_id"] for r in seen}), wanted)


def mermaid_lines(fixture):
    lines = fixture.path("mmd").read_text(encoding="utf-8").splitlines()
    same("head", lines[0], "flowchart LR")
    same("nodes", sum(":::" in l for l in lines), len(fixture.truth.nodes))
    edge = re.compile(r'  n\d+ (-->|--x|---|-\.->|-\.-x|-\.-)\|"[^"\[\]<>`|]*"\| n\d+')
    same("edges", sum(bool(edge.fullmatch(l)) for l in lines), len(fixture.truth.edges))


# SQLite


def f29_sqlite(fixture):
    """The tables are sound, lose nothing of the JSON Lines and give them back byte for byte; the views say the same."""
    path = fixture.path("sqlite")
    before = path.read_bytes()
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    same("integrity", database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
    same("foreign keys", database.execute("PRAGMA foreign_key_check").fetchall(), [])
    same("strict tables", database.execute(
        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE"
        " 'sqlite_%' AND name NOT LIKE '%search_%'").fetchone(), (0,))
    lines = rows(fixture.path("jsonl"))
    nodes = [row for row in lines if row.get("t") == "node"]
    passages = [row for row in lines if "t" not in row]
    seen = [sqlite_node(database, *row) for row in database.execute(
        "SELECT key, id, name, kind, wikidata, mentions FROM entity ORDER BY key")]
    same("nodes", seen, [{"wikidata": None, "chain": [], **{k: v for k, v in row.items() if k != "t"}} for row in nodes])
    same("documents", [{k: v for k, v in zip(("t", "id", "title", "date", "url"), ("document", *row)) if v is not None}
                       for row in database.execute("SELECT id, title, date, url FROM document WHERE listed ORDER BY key")],
         [row for row in lines if row.get("t") == "document"])
    seen = [sqlite_passage(database, *row) for row in database.execute(
        "SELECT p.key, d.id, s.id, e.relation, t.id, e.status, n.id, p.confidence, p.start_byte, p.end_byte, p.text,"
        " p.source_start, p.source_end, p.target_start, p.target_end, p.date"
        " FROM passage p JOIN edge e ON e.key = p.edge JOIN document d ON d.key = p.document"
        " JOIN entity s ON s.key = e.source JOIN entity t ON t.key = e.target LEFT JOIN entity n ON n.key = p.speaker"
        " ORDER BY p.key")]
    same("passages", seen, [
        {**row, "source": row["source"]["id"], "target": row["target"]["id"],
         "speaker": row["speaker"] and row["speaker"]["id"]} for row in passages])
    same("edges", database.execute("SELECT count(*) FROM edges").fetchone(), (len(fixture.truth.edges),))
    sqlite_views(database, fixture.truth)
    database.close()
    if shutil.which("sqlite3"):
        same("sqlite3 counts", quiet("sqlite3", "-readonly", str(path), "SELECT count(*) FROM nodes").strip(), str(len(nodes)))
    fixture.export(path, ["jsonl", "sqlite"], prefix="from-sqlite")
    same("JSON Lines back", (fixture.folder / "from-sqlite.jsonl").read_bytes(), fixture.path("jsonl").read_bytes())
    same("SQLite again", (fixture.folder / "from-sqlite.sqlite").read_bytes(), before)
    same("the file is only read", path.read_bytes(), before)


def sqlite_node(database, key, identity, name, kind, wikidata, mentions):
    def texts(sql):
        return [row[0] for row in database.execute(sql + " ORDER BY position", (key,))]

    return {
        "id": identity, "name": name, "kind": kind, "wikidata": wikidata, "mentions": mentions,
        "aliases": texts("SELECT name FROM alias WHERE entity = ?"), "chain": texts("SELECT text FROM reason WHERE entity = ?"),
        "documents": texts("SELECT d.id FROM entity_document JOIN document d ON d.key = document WHERE entity = ?")}


def sqlite_passage(database, key, document, source, relation, target, status, speaker, confidence, start, end, text,
                   source_start, source_end, target_start, target_end, date):
    evidence = {"start": start, "end": end, "text": text, "source": [source_start, source_end],
                "target": [target_start, target_end]}
    attribution = [r[0] for r in database.execute("SELECT name FROM attribution WHERE passage = ? ORDER BY position", (key,))]
    findings = [dict(zip(("method", "name", "score"), r)) for r in database.execute(
        "SELECT method, name, score FROM finding WHERE passage = ? ORDER BY position", (key,))]
    evidence |= {k: v for k, v in (("date", date), ("attribution", attribution), ("findings", findings)) if v}
    return {"document": document, "source": source, "relation": relation, "target": target, "status": status,
            "speaker": speaker, "confidence": confidence, "evidence": evidence}


def sqlite_views(database, truth):
    for source, relation, target, status, passages, documents, first, last, polarity in database.execute(
            "SELECT source_id, relation, target_id, status, passages, documents, first_date, last_date, polarity FROM edges"):
        edge = truth.edges[(source, relation, target, status)]
        for name, seen, wanted in (
                ("passages", passages, edge["count"]), ("documents", documents, edge["document_count"]),
                ("first date", first, edge["first_date"]), ("last date", last, edge["last_date"]),
                ("polarity", polarity, edge["polarity"])):
            same(f"{name} of {source} {relation} {target}", seen, wanted)
    for (text,) in database.execute("SELECT DISTINCT text FROM passage").fetchall():
        words = re.findall(r"(?<!\w)[A-Za-z]{3,}(?!\w)", text)
        if words and not database.execute("SELECT 1 FROM passages WHERE text = ? AND key IN (SELECT rowid FROM text_search"
                                          " WHERE text_search MATCH ?)", (text, f'"{words[0]}"')).fetchone():
            raise Mismatch(f"{words[0]!r} of {text!r} is not found")


def sql_verb(fixture):
    """What `entente sql` prints is what Python's sqlite3 reads, from the database and from the JSON Lines alike."""
    database = sqlite3.connect(f"file:{fixture.path('sqlite')}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    for sql in ("SELECT * FROM nodes", "SELECT * FROM edges", "SELECT * FROM passages", "SELECT 1 AS a, NULL AS b, 0.5 AS c",
                "SELECT id FROM entity WHERE 0"):
        wanted = [dict(row) for row in database.execute(sql)]
        for ending in ("sqlite", "jsonl"):
            result = subprocess.run([fixture.binary, "sql", str(fixture.path(ending)), sql, "--json"], capture_output=True)
            same(f"status of {sql}", result.returncode, 0 if wanted else 1)
            same(f"{sql} of {ending}", json.loads(result.stdout), wanted)


# Algorithms


def central_networkx(fixture):
    """`central` against NetworkX on random graphs: passages, PageRank with weights, betweenness without."""
    if fixture.name != "nasty":
        return
    import networkx

    for seed in range(60):
        rng = random.Random(seed)
        source = fixture.folder / "central.jsonl"
        generate.write(source, seed=seed + 5000, nodes=rng.randint(1, 40), edges=rng.randint(0, 120), controls=False)
        truth = Graph(source)
        result = subprocess.run([fixture.binary, "central", str(source), "--json"], capture_output=True, text=True)
        seen = {row["id"]: row for row in json.loads(result.stdout)}
        same(f"seed {seed}: nodes", set(seen), set(truth.nodes))
        directed, undirected = networkx.DiGraph(), networkx.Graph()
        directed.add_nodes_from(truth.nodes)
        undirected.add_nodes_from(truth.nodes)
        outgoing, incoming = dict.fromkeys(truth.nodes, 0), dict.fromkeys(truth.nodes, 0)
        for (tail, relation, head, _), edge in truth.edges.items():
            outgoing[tail] += edge["count"]
            incoming[head] += edge["count"]
            if tail == head:
                continue
            undirected.add_edge(tail, head)
            for a, b in [(tail, head), (head, tail)] if edge["symmetric"] else [(tail, head)]:
                weight = directed.get_edge_data(a, b, {"weight": 0})["weight"]
                directed.add_edge(a, b, weight=weight + edge["count"])
        ranks = networkx.pagerank(directed, alpha=0.85, tol=1e-12, max_iter=2000)
        between = networkx.betweenness_centrality(undirected)
        for node, row in seen.items():
            same(f"seed {seed}: as source of {node}", row["outgoing"], outgoing[node])
            same(f"seed {seed}: as target of {node}", row["incoming"], incoming[node])
            same(f"seed {seed}: passages of {node}", row["passages"], outgoing[node] + incoming[node])
            close(f"seed {seed}: PageRank of {node}", row["pagerank"], ranks[node])
            close(f"seed {seed}: betweenness of {node}", row["betweenness"], between[node])


def close(what, seen, expected):
    if abs(seen - expected) > 1e-7:
        raise Mismatch(f"{what}: {seen!r}, NetworkX says {expected!r}")


def f31_deterministic(fixture):
    fixture.export(fixture.source, ENDINGS, prefix="second")
    for ending in ENDINGS:
        first, second = fixture.path(ending), fixture.folder / f"second.{ending}"
        for a in sorted(first.iterdir()) if first.is_dir() else [first]:
            b = second / a.name if first.is_dir() else second
            same(f"{ending} twice", a.read_bytes() == b.read_bytes(), True)


def differential(fixture):
    """1,000 random graphs through three readers: NetworkX and igraph on GraphML, oxigraph on N-Triples."""
    if fixture.name != "nasty":
        return
    import igraph
    import networkx
    import pyoxigraph

    edge = pyoxigraph.NamedNode("urn:entente:ontology:Edge")
    kind = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for seed in range(1000):
        rng = random.Random(seed)
        source = fixture.folder / "random-source.jsonl"
        generate.write(source, seed=seed + 100, nodes=rng.randint(1, 6), edges=rng.randint(0, 8))
        fixture.export(source, ["graphml", "nt"], prefix="random")
        truth = Graph(source)
        path = str(fixture.folder / "random.graphml")
        try:
            compare(truth, *networkx_graph(networkx.read_graphml(path)), NODE_FIELDS, EDGE_FIELDS)
            nodes, edges = igraph_graph(igraph.Graph.Read_GraphML(path))
            compare(truth, nodes, edges, without(NODE_FIELDS, "mentions"), EDGE_FIELDS)
            store = pyoxigraph.Store()
            store.load(path=str(fixture.folder / "random.nt"), format=pyoxigraph.RdfFormat.N_TRIPLES)
            same("edges in oxigraph", sum(1 for _ in store.quads_for_pattern(None, kind, edge)), len(truth.edges))
        except Mismatch as problem:
            raise Mismatch(f"seed {seed}: {problem}") from None


ALL = [
    f01_graphml_well_formed, f01_f15_schemas, f01_graphml_structure, f02_graphml_networkx, f03_graphml_igraph, f04_graphml_graph_tool,
    f05_f08_graphml_rules, f09_yed_readers, f11_dot_canon, f12_dot_pydot, f14_dot_plain, f14_spreadsheet, f15_gexf_structure, f16_gexf_networkx,
    f17_gexf_gephi_rules, f18_node_link, f19_cytoscape, f20_jsonl_lossless, f21_gml, f22_gephi_csv, f22_neo4j_csv, f23_kuzu,
    f24_cypher, f25_duckdb, f26_rdf, f27_nquads, f28_rdf_12, f29_sqlite, sql_verb, plover_records, mermaid_lines, central_networkx, f31_deterministic, differential,
]
