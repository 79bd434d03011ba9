/// Writes the JSON of Cytoscape.js and Cytoscape; NetworkX reads it with `cytoscape_graph`.
public struct CytoscapeWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        out.literal("{\"format_version\":\"1.0\",\"generated_by\":\"Entente\",\"data\":{\"name\":\"Entente\"},")
        out.literal("\"directed\":true,\"multigraph\":true,\n\"elements\":{\"nodes\":[")
        for i in model.nodes.indices {
            node(model.nodes[i], model.positions?[i], isFirst: i == 0, &out)
            try out.drain()
        }
        out.literal("\n],\n\"edges\":[")
        for i in model.edges.indices {
            edge(model.view(model.edges[i]), isFirst: i == 0, &out)
            try out.drain()
        }
        out.literal("\n]},\n\"style\":")
        style(&out)
        out.literal("}\n")
    }

    private func node(_ node: ExportNode, _ place: ExportPosition?, isFirst: Bool, _ out: inout ByteWriter) {
        out.literal(isFirst ? "\n{\"data\":{\"id\":\"" : ",\n{\"data\":{\"id\":\"")
        out.text(node.id)
        out.literal("\",\"value\":\"")
        out.text(node.id)
        out.literal("\",\"name\":\"")
        out.text(node.label, .json)
        out.byte(UInt8(ascii: "\""))
        JSONMembers.node(node, &out)
        out.byte(UInt8(ascii: "}"))
        if let place {
            out.literal(",\"position\":{\"x\":")
            out.number(place.x)
            out.literal(",\"y\":")
            out.number(-place.y)
            out.byte(UInt8(ascii: "}"))
        }
        out.byte(UInt8(ascii: "}"))
    }

    private func edge(_ edge: EdgeView, isFirst: Bool, _ out: inout ByteWriter) {
        out.literal(isFirst ? "\n{\"data\":{\"id\":\"e" : ",\n{\"data\":{\"id\":\"e")
        out.hexadecimal(edge.row.key)
        out.literal("\",\"source\":\"")
        out.text(edge.source.id)
        out.literal("\",\"target\":\"")
        out.text(edge.target.id)
        out.literal("\",\"key\":\"e")
        out.hexadecimal(edge.row.key)
        out.byte(UInt8(ascii: "\""))
        JSONMembers.edge(edge, &out)
        out.literal("}}")
    }

    private func style(_ out: inout ByteWriter) {
        out.literal("[{\"selector\":\"node\",\"style\":{\"label\":\"data(label)\",\"font-size\":11}},\n")
        out.literal(
            "{\"selector\":\"edge\",\"style\":{\"label\":\"data(label)\",\"font-size\":9,\"curve-style\":\"bezier\",")
        out.literal("\"target-arrow-shape\":\"triangle\"}},\n")
        out.literal("{\"selector\":\"edge[polarity = 'hostile']\",\"style\":{\"line-color\":\"#D55E00\",")
        out.literal("\"target-arrow-color\":\"#D55E00\",\"target-arrow-shape\":\"tee\"}},\n")
        out.literal("{\"selector\":\"edge[polarity = 'cooperative']\",\"style\":{\"line-color\":\"#0072B2\",")
        out.literal("\"target-arrow-color\":\"#0072B2\"}},\n")
        out.literal("{\"selector\":\"edge[status != 'asserted']\",\"style\":{\"line-style\":\"dashed\"}}]")
    }
}
