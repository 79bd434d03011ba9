/// Writes the node-link JSON of NetworkX (`edges`) or of D3 (`links`).
public struct NodeLinkWriter: ExportWriter {
    private let edges: String

    /// Makes a writer; `edges` is the name of the list of edges.
    public init(edges: String = "edges") { self.edges = edges }

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        out.literal("{\"directed\":true,\"multigraph\":true,\"graph\":{\"documents\":")
        HeaderJSON(json: .plain).documents(model.graph.documents, &out)
        out.literal(",\"ontology\":")
        HeaderJSON(json: .plain).ontology(model.graph.ontology, &out)
        out.literal("},\n\"nodes\":[")
        for i in model.nodes.indices {
            out.literal(i == 0 ? "\n{\"id\":\"" : ",\n{\"id\":\"")
            out.text(model.nodes[i].id)
            out.byte(UInt8(ascii: "\""))
            JSONMembers.node(model.nodes[i], &out)
            if let place = model.positions?[i] { JSONMembers.position(place, &out) }
            out.byte(UInt8(ascii: "}"))
            try out.drain()
        }
        out.text("\n],\n\"\(edges)\":[")
        try edges(model, &out)
        out.literal("\n]}\n")
    }

    private func edges(_ model: ExportModel, _ out: inout ByteWriter) throws {
        for i in model.edges.indices {
            let edge = model.view(model.edges[i])
            out.literal(i == 0 ? "\n{\"source\":\"" : ",\n{\"source\":\"")
            out.text(edge.source.id)
            out.literal("\",\"target\":\"")
            out.text(edge.target.id)
            out.literal("\",\"key\":\"e")
            out.hexadecimal(edge.row.key)
            out.byte(UInt8(ascii: "\""))
            JSONMembers.edge(edge, &out)
            out.byte(UInt8(ascii: "}"))
            try out.drain()
        }
    }
}

/// The attributes of nodes and edges as members of a JSON object, each after a comma.
enum JSONMembers {
    private static let nodeFields = TaggedFields(NodeField.allCases) { ",\"\($0.rawValue)\":" }
    private static let edgeFields = TaggedFields(EdgeField.allCases) { ",\"\($0.rawValue)\":" }

    static func node(_ node: ExportNode, _ out: inout ByteWriter) {
        nodeFields.write(node, to: &out) { value, _, out in ValueStyle.plainJSON.writeJSON(value, to: &out) }
    }

    static func edge(_ edge: EdgeView, _ out: inout ByteWriter) {
        edgeFields.write(edge, to: &out) { value, _, out in ValueStyle.plainJSON.writeJSON(value, to: &out) }
    }

    static func position(_ place: ExportPosition, _ out: inout ByteWriter) {
        out.literal(",\"x\":")
        out.number(place.x)
        out.literal(",\"y\":")
        out.number(place.y)
    }
}
