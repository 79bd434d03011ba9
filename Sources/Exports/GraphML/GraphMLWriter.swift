import Graphs

/// Writes GraphML 1.1 that is valid against the schema and loses nothing: our own reader gives the same graph back.
///
/// Keys first, then one node or edge per line, nodes before edges; lists and passages are JSON in string attributes.
public struct GraphMLWriter: ExportWriter {
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
        let prefixes = EdgeField.allCases.map { ($0, Array("<data key=\"\(GraphMLKeys.id($0))\">".utf8)) }
        for row in model.edges {
            edge(model.view(row), prefixes, &out)
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
        for field in GraphMLKeys.graphFields { key(GraphMLKeys.id(graph: field), "graph", field, "string", &out) }
        for field in NodeField.allCases {
            key(GraphMLKeys.id(field), "node", field.rawValue, GraphMLKeys.type(field.type), &out)
        }
        for field in EdgeField.allCases {
            key(GraphMLKeys.id(field), "edge", field.rawValue, GraphMLKeys.type(field.type), &out)
        }
    }

    private func key(_ id: String, _ element: String, _ name: String, _ type: String, _ out: inout ByteWriter) {
        out.text("<key id=\"\(id)\" for=\"\(element)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n")
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
        for field in NodeField.allCases {
            guard let value = field.value(node) else { continue }
            out.literal("<data key=\"")
            out.text(GraphMLKeys.id(field))
            out.literal("\">")
            ValueStyle.xml.write(value, to: &out)
            out.literal("</data>")
        }
        out.literal("</node>\n")
    }

    private func edge(_ edge: EdgeView, _ prefixes: [(EdgeField, [UInt8])], _ out: inout ByteWriter) {
        out.literal("<edge id=\"e")
        out.hexadecimal(edge.row.key)
        out.literal("\" source=\"")
        out.text(edge.source.id)
        out.literal("\" target=\"")
        out.text(edge.target.id)
        out.literal("\">")
        for (field, prefix) in prefixes {
            guard let value = field.value(edge) else { continue }
            out.bytes(prefix)
            ValueStyle.xml.write(value, to: &out)
            out.literal("</data>")
        }
        out.literal("</edge>\n")
    }
}
