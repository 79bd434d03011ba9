"""A graph, its exports by the program under test, and what the JSON Lines say of it."""

import pathlib
import subprocess

from . import generate
from .truth import Graph

ENDINGS = [
    "graphml", "yed.graphml", "jsonl", "gexf", "json", "d3.json", "cyjs", "gml", "csv", "gephi", "neo4j", "cypher", "kuzu", "nt",
    "nq", "ttl", "jsonld", "plover.jsonl", "mmd", "dot", "sqlite",
]


class Fixture:
    """One graph, its exports and what the JSON Lines say of it."""

    def __init__(self, binary, folder, name, **options):
        self.binary, self.folder, self.name = binary, pathlib.Path(folder), name
        source = self.folder / f"{name}-source.jsonl"
        generate.write(source, **options)
        self.export(source, ENDINGS)
        self.truth = Graph(self.path("jsonl"))
        self.source = source

    def path(self, ending):
        return self.folder / f"{self.name}.{ending}"

    def export(self, source, endings, prefix=None, options=()):
        arguments = [self.binary, "export", str(source), *options]
        for ending in endings:
            arguments += ["-o", str(self.folder / f"{prefix or self.name}.{ending}")]
        result = subprocess.run(arguments, capture_output=True, text=True)
        if result.returncode != 0:
            raise RuntimeError(f"{' '.join(arguments)}\n{result.stdout}{result.stderr}")
