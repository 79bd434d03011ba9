import Graphs

/// Writes GraphML 1.1 that is valid against the schema and loses nothing: our own reader gives the same graph back.
///
/// Keys first, then one node or edge per line, nodes before edges; lists and passages are JSON in string attributes.
public struct GraphMLWriter: ExportWriter {
    private static let nodeData = GraphMLData(NodeField.allCases, id: GraphMLKeys.id)
    private static let edgeData = GraphMLData(EdgeField.allCases, id: GraphMLKeys.id)

    /// Makes a writer.
    public init() {}

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        head(&out)
        keys(&out)
        graph(model, &out)
        for node in model.nodes {
            self.node(node, &out)
            try out.drain()
        }
        for row in model.edges {
            edge(model.view(row), &out)
            try out.drain()
        }
        out.literal("</graph>\n</graphml>\n")
    }

    private func head(_ out: inout ByteWriter) {
        out.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        out.literal("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"")
        out.literal(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
        out.literal(" xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns")
        out.literal(" http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\">\n")
    }

    private func keys(_ out: inout ByteWriter) {
        for field in GraphMLKeys.graphFields {
            GraphMLKeys.write(GraphMLKeys.id(graph: field), for: "graph", field, .text, &out)
        }
        for field in NodeField.allCases {
            GraphMLKeys.write(GraphMLKeys.id(field), for: "node", field.rawValue, field.type, &out)
        }
        for field in EdgeField.allCases {
            GraphMLKeys.write(GraphMLKeys.id(field), for: "edge", field.rawValue, field.type, &out)
        }
    }

    private func graph(_ model: ExportModel, _ out: inout ByteWriter) {
        out.literal("<graph id=\"G\" edgedefault=\"directed\" parse.nodes=\"")
        out.integer(model.nodes.count)
        out.literal("\" parse.edges=\"")
        out.integer(model.edges.count)
        out.literal("\" parse.nodeids=\"free\" parse.edgeids=\"free\" parse.order=\"nodesfirst\">\n")
        out.literal("<data key=\"g_format\">")
        out.text(GraphMLKeys.format)
        out.literal("</data>\n<data key=\"g_documents\">")
        HeaderJSON(json: .inXML).documents(model.documents, &out)
        out.literal("</data>\n<data key=\"g_ontology\">")
        HeaderJSON(json: .inXML).ontology(model.graph.ontology, &out)
        out.literal("</data>\n")
    }

    private func node(_ node: ExportNode, _ out: inout ByteWriter) {
        out.literal("<node id=\"")
        out.text(node.id)
        out.literal("\"><desc>")
        out.text(node.label, .xmlText)
        out.literal("</desc>")
        Self.nodeData.write(node, to: &out)
        out.literal("</node>\n")
    }

    private func edge(_ edge: EdgeView, _ out: inout ByteWriter) {
        edge.openXML(&out)
        out.literal("\">")
        Self.edgeData.write(edge, to: &out)
        out.literal("</edge>\n")
    }
}
