extension ExportFormat {
    /// All formats, in the order in which a list shows them.
    public static let all: [ExportFormat] = [
        graphML, jsonLines, dot, html, yEd, gexf, nodeLink, d3, cytoscape, gml, spreadsheet, gephi, neo4j, cypher, kuzu,
        nTriples, nQuads, turtle, jsonLD, plover, mermaid,
    ]

    /// GraphML for every reader, valid against the schema.
    public static let graphML = ExportFormat(
        id: "graphml", extensions: ["graphml"],
        summary: "GraphML 1.1: NetworkX, igraph, graph-tool, Gephi, Cytoscape, TinkerPop",
        loses: "nothing (control characters in names)", files: [ExportFile(writer: GraphMLWriter())])

    /// The lossless master.
    public static let jsonLines = ExportFormat(
        id: "jsonl", extensions: ["jsonl", "ndjson"],
        summary: "JSON Lines: the master format, one assertion a line, diffable",
        loses: "nothing", files: [ExportFile(writer: JSONLinesWriter())])

    static let dot = ExportFormat(
        id: "dot", extensions: ["dot", "gv"],
        summary: "DOT for Graphviz, pydot and gvpr: all attributes and the drawing",
        loses: "the ontology and titles of documents; evidence beyond 16 kB per edge",
        files: [ExportFile(writer: DOTWriter())])

    static let html = ExportFormat(
        id: "html", extensions: ["html", "htm"], summary: "one page to explore the graph in a browser, offline",
        loses: "findings and counts that it does not show", files: [ExportFile(writer: HTMLWriter())])

    static let yEd = ExportFormat(
        id: "yed", extensions: ["yed.graphml"], summary: "GraphML for yEd: labels, shapes, colors, line styles",
        loses: "the ontology and titles of documents", files: [ExportFile(writer: YEdWriter())])

    static let gexf = ExportFormat(
        id: "gexf", extensions: ["gexf"], summary: "GEXF 1.3 for Gephi: kinds, lists, colors, time",
        loses: "the ontology and titles of documents", files: [ExportFile(writer: GEXFWriter())])

    static let nodeLink = ExportFormat(
        id: "json", extensions: ["json"], summary: "node-link JSON: networkx.node_link_graph",
        loses: "nothing (control characters in names)", files: [ExportFile(writer: NodeLinkWriter())])

    static let d3 = ExportFormat(
        id: "d3", extensions: ["d3.json"], summary: "node-link JSON with 'links', as D3 and older NetworkX want it",
        loses: "nothing (control characters in names)", files: [ExportFile(writer: NodeLinkWriter(edges: "links"))])

    static let cytoscape = ExportFormat(
        id: "cytoscape", extensions: ["cyjs", "cyto.json"], summary: "Cytoscape.js and Cytoscape JSON with a style",
        loses: "the ontology and titles of documents", files: [ExportFile(writer: CytoscapeWriter())])

    static let gml = ExportFormat(
        id: "gml", extensions: ["gml"], summary: "GML in ASCII: NetworkX, igraph, Graphviz",
        loses: "the ontology and titles of documents", files: [ExportFile(writer: GMLWriter())])

    static let spreadsheet = ExportFormat(
        id: "csv", extensions: ["csv"], summary: "one row per passage for spreadsheets, formulas defused",
        loses: "aliases, counts, findings, entity ids", files: [ExportFile(writer: SpreadsheetWriter())])

    static let gephi = ExportFormat(
        id: "gephi", extensions: ["gephi"], summary: "folder: nodes.csv and edges.csv for Gephi's spreadsheet import",
        loses: "the ontology and titles of documents",
        files: [
            ExportFile(name: "nodes.csv", writer: NodeTableWriter.gephi),
            ExportFile(name: "edges.csv", writer: EdgeTableWriter.gephi),
        ])

    static let neo4j = ExportFormat(
        id: "neo4j", extensions: ["neo4j"], summary: "folder: tables and import.sh for neo4j-admin database import",
        loses: "the ontology and titles of documents; ';' in lists becomes ','",
        files: [
            ExportFile(name: "nodes.csv", writer: NodeTableWriter.neo4j),
            ExportFile(name: "relationships.csv", writer: EdgeTableWriter.neo4j),
            ExportFile(name: "import.sh", writer: Neo4jScriptWriter()),
        ])

    static let cypher = ExportFormat(
        id: "cypher", extensions: ["cypher", "cql"],
        summary: "Cypher script that may be run twice: Neo4j, Memgraph, Ladybug",
        loses: "the ontology and titles of documents", files: [ExportFile(writer: CypherWriter())])

    static let kuzu = ExportFormat(
        id: "kuzu", extensions: ["kuzu", "ladybug"], summary: "folder: schema.cypher and tables for Kuzu and Ladybug",
        loses: "the ontology and titles of documents",
        files: [
            ExportFile(name: "schema.cypher", writer: KuzuSchemaWriter()),
            ExportFile(name: "nodes.csv", writer: NodeTableWriter.kuzu),
            ExportFile(name: "relations.csv", writer: EdgeTableWriter.kuzu),
        ])

    static let nTriples = ExportFormat(
        id: "ntriples", extensions: ["nt"], summary: "RDF as N-Triples with PROV-O, schema.org and Wikidata terms",
        loses: "scores of findings apart from their text", files: [ExportFile(writer: RDFWriter(.nTriples))])

    static let nQuads = ExportFormat(
        id: "nquads", extensions: ["nq"], summary: "RDF as N-Quads: the triple of each edge in a graph of its own",
        loses: "scores of findings apart from their text", files: [ExportFile(writer: RDFWriter(.nQuads))])

    static let turtle = ExportFormat(
        id: "turtle", extensions: ["ttl"], summary: "the same RDF as Turtle",
        loses: "scores of findings apart from their text", files: [ExportFile(writer: RDFWriter(.turtle))])

    static let jsonLD = ExportFormat(
        id: "jsonld", extensions: ["jsonld"], summary: "the same RDF as JSON-LD",
        loses: "scores of findings apart from their text", files: [ExportFile(writer: RDFWriter(.jsonLD))])

    static let plover = ExportFormat(
        id: "plover", extensions: ["plover.jsonl", "events.jsonl"],
        summary: "event records in the manner of PLOVER, one a passage",
        loses: "offices, memberships, places and whatever else is no event", files: [ExportFile(writer: PloverWriter())]
    )

    static let mermaid = ExportFormat(
        id: "mermaid", extensions: ["mmd", "mermaid"], summary: "a flowchart for READMEs and wikis",
        loses: "evidence, documents, speakers, confidence, aliases", files: [ExportFile(writer: MermaidWriter())])
}
