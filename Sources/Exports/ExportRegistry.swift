extension ExportFormat {
    /// All formats, in the order in which a list shows them.
    public static let all: [ExportFormat] = [
        graphML, jsonLines,
    ]

    /// GraphML for every reader, valid against the schema.
    public static let graphML = ExportFormat(
        id: "graphml", extensions: ["graphml"],
        summary: "GraphML 1.1: NetworkX, igraph, graph-tool, Gephi, Cytoscape, TinkerPop",
        loses: "nothing", files: [ExportFile(writer: GraphMLWriter())])
}

extension ExportFormat {
    /// The lossless master.
    public static let jsonLines = ExportFormat(
        id: "jsonl", extensions: ["jsonl", "ndjson"],
        summary: "JSON Lines: the master format, one assertion a line, diffable",
        loses: "nothing", files: [ExportFile(writer: JSONLinesWriter())])
}
