/// Writes GML in ASCII; `label` is the id, because readers take it for the identity, and `name` the name.
public struct GMLWriter: ExportWriter {
    private static let nodeFields = TaggedFields(NodeField.allCases) {
        "    \($0 == .label ? "name" : name($0.rawValue)) "
    }
    private static let edgeFields = TaggedFields(EdgeField.allCases) { "    \(name($0.rawValue)) " }

    /// Makes a writer.
    public init() {}

    /// Names without underscores, which some readers refuse.
    private static func name(_ field: String) -> String {
        let words = field.split(separator: "_")
        return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        out.literal("Creator \"Entente\"\ngraph [\n  directed 1\n  multigraph 1\n")
        for i in model.nodes.indices {
            node(model.nodes[i], i, &out)
            try out.drain()
        }
        for row in model.edges {
            edge(model.view(row), &out)
            try out.drain()
        }
        out.literal("]\n")
    }

    private func node(_ node: ExportNode, _ index: Int, _ out: inout ByteWriter) {
        out.literal("  node [\n    id ")
        out.integer(index)
        out.literal("\n    label \"")
        out.text(node.id)
        out.literal("\"\n")
        Self.nodeFields.write(node, to: &out) { value, _, out in self.value(value, &out) }
        out.literal("  ]\n")
    }

    private func edge(_ edge: EdgeView, _ out: inout ByteWriter) {
        out.literal("  edge [\n    source ")
        out.integer(edge.row.source)
        out.literal("\n    target ")
        out.integer(edge.row.target)
        out.literal("\n    key \"e")
        out.hexadecimal(edge.row.key)
        out.literal("\"\n")
        Self.edgeFields.write(edge, to: &out) { value, _, out in self.value(value, &out) }
        out.literal("  ]\n")
    }

    private func value(_ value: FieldValue, _ out: inout ByteWriter) {
        switch value {
        case .boolean(let value): out.integer(value ? 1 : 0)
        case .integer(let value) where abs(value) >= 1 << 31: quoted(.integer(value), &out)
        case .integer, .number: ValueStyle.gml.write(value, to: &out)
        default: quoted(value, &out)
        }
        out.byte(10)
    }

    private func quoted(_ value: FieldValue, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "\""))
        ValueStyle.gml.write(value, to: &out)
        out.byte(UInt8(ascii: "\""))
    }
}
