"""The same graph written by NetworkX and igraph, and questions to it: compare.py GRAPH.jsonl ENTENTE

Prints seconds of processor time, the kernel's part for the file with them, to be held against WriterSpeed's column "to a
file s"; and how long `show`, `relations --from` and `why` take once the graph is read and indexed.
"""

import gc
import json
import os
import re
import subprocess
import sys
import tempfile
import time


def read(path):
    """Nodes and edges with the attributes that our GraphML has."""
    relations, nodes, edges = {}, [], {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            kind = row.get("t")
            if kind == "relation":
                relations[row["id"]] = row
            elif kind == "node":
                nodes.append((row["id"], node(row)))
            elif kind is None:
                key = (row["source"]["id"], row["relation"], row["target"]["id"], row["status"])
                edges.setdefault(key, []).append(row)
    return nodes, [edge(i, key, relations[key[1]], edges[key]) for i, key in enumerate(list(edges))]


def node(row):
    return {"entity": row["id"], "kind": row["kind"], "label": row["name"], "weight": float(row["mentions"]),
            "aliases": listed(row["aliases"]), "wikidata": row.get("wikidata", ""), "mentions": row["mentions"],
            "documents": listed(row["documents"]), "document_count": len(row["documents"])}


def edge(number, key, relation, rows):
    source, name, target, status = key
    documents = sorted({row["document"] for row in rows})
    dates = [row["evidence"].get("date", "") for row in rows]
    return source, target, {
        "relation": name, "label": relation["label"], "interaction": name, "weight": float(len(rows)), "eid": f"e{number:016x}",
        "status": status, "count": len(rows), "confidence": rows[0]["confidence"], "symmetric": relation["symmetric"],
        "polarity": relation["polarity"], "documents": listed(documents), "document_count": len(documents),
        "speakers": listed([row["speaker"]["name"] for row in rows if row["speaker"]]), "first_date": min(dates),
        "last_date": max(dates), "evidence": listed([{"document": row["document"], **row["evidence"]} for row in rows])}


def listed(values):
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def timed(name, edges, path, write):
    gc.collect()
    start = time.process_time()
    write(path)
    seconds = time.process_time() - start
    print(f"{name:28} {edges / seconds / 1000:8.1f} k edges/s {seconds:8.1f} s {os.path.getsize(path) >> 20:6} MB", flush=True)
    os.unlink(path)


def libraries(nodes, edges, folder):
    import igraph
    import networkx

    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    timed("NetworkX write_graphml", len(edges), f"{folder}/nx.graphml", lambda p: networkx.write_graphml(graph, p))
    timed("NetworkX write_gexf", len(edges), f"{folder}/nx.gexf", lambda p: networkx.write_gexf(graph, p, version="1.2draft"))
    del graph
    index = {node: i for i, (node, _) in enumerate(nodes)}
    graph = igraph.Graph(len(nodes), [(index[s], index[t]) for s, t, _ in edges], directed=True)
    for field in nodes[0][1]:
        graph.vs[field] = [attributes[field] for _, attributes in nodes]
    for field in edges[0][2]:
        graph.es[field] = [attributes[field] for _, _, attributes in edges]
    timed("igraph write_graphml", len(edges), f"{folder}/ig.graphml", graph.write_graphml)


def questions(path, program, edges):
    """A hub's and a common node's relations, and what stands between two nodes."""
    hub, (source, target, _) = edges[0][0], edges[len(edges) * 3 // 4]
    for words in (["show", path, source], ["show", path, hub], ["relations", path, "--from", source], ["why", path, source, target]):
        result = subprocess.run([program, *words, "--timings", "--json"], capture_output=True, text=True)
        times = {step: float(at) for step, at in re.findall(r"(read|indexed|answered) after ([0-9.]+) s", result.stderr)}
        if result.returncode != 0 or len(times) != 3:
            sys.exit(f"{words}: {result.returncode} {result.stderr[:400]}")
        words.remove(path)
        print(f"{' '.join(words):44} read {times['read']:6.1f} s, indexed {times['indexed'] - times['read']:5.2f} s, "
              f"answered {1000 * (times['answered'] - times['indexed']):6.1f} ms, {len(result.stdout) >> 10} kB", flush=True)


def main():
    path, program = sys.argv[1:]
    nodes, edges = read(path)
    questions(path, program, edges)
    with tempfile.TemporaryDirectory(dir=os.path.dirname(path)) as folder:
        libraries(nodes, edges, folder)


main()
