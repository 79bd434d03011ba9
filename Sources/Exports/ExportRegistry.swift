extension ExportFormat {
    /// All formats, in the order in which a list shows them.
    public static let all: [ExportFormat] = [
        graphML
    ]

    /// GraphML for every reader, valid against the schema.
    public static let graphML = ExportFormat(
        id: "graphml", extensions: ["graphml"],
        summary: "GraphML 1.1: NetworkX, igraph, graph-tool, Gephi, Cytoscape, TinkerPop",
        loses: "nothing", files: [ExportFile(writer: GraphMLWriter())])
}
