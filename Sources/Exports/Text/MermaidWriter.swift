import Annotations

/// Writes a Mermaid flowchart for READMEs and wikis: names, relations and statuses.
public struct MermaidWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        out.literal("flowchart LR\n")
        for i in model.nodes.indices {
            node(model.nodes[i], i, &out)
            try out.drain()
        }
        for row in model.edges {
            edge(model.view(row), &out)
            try out.drain()
        }
        for kind in EntityKind.allCases {
            out.text(
                "  classDef \(kind.rawValue) fill:\(KindStyle.hex(KindStyle.color(kind))),stroke:#333,color:#111\n")
        }
    }

    /// Ids are numbers, because words such as `end` break a chart.
    private func node(_ node: ExportNode, _ index: Int, _ out: inout ByteWriter) {
        let brackets = Self.brackets(node.node.entity.kind)
        out.literal("  n")
        out.integer(index)
        out.text(brackets.open)
        label(node.label, &out)
        out.text(brackets.close)
        out.literal(":::")
        out.text(node.kind)
        out.byte(10)
    }

    private static func brackets(_ kind: EntityKind) -> (open: String, close: String) {
        switch kind {
        case .person: ("([", "])")
        case .state: ("(", ")")
        case .organization: ("{{", "}}")
        case .place: ("[/", "/]")
        case .group: ("[", "]")
        }
    }

    private func edge(_ edge: EdgeView, _ out: inout ByteWriter) {
        out.literal("  n")
        out.integer(edge.row.source)
        out.byte(UInt8(ascii: " "))
        out.text(Self.arrow(edge))
        out.byte(UInt8(ascii: "|"))
        label(edge.label, &out)
        out.literal("| n")
        out.integer(edge.row.target)
        out.byte(10)
    }

    /// Solid where asserted, dotted otherwise; a cross for hostile relations, no tip for those without direction.
    private static func arrow(_ edge: EdgeView) -> String {
        let line = edge.status == .asserted ? "--" : "-.-"
        if edge.relation.type.isSymmetric { return edge.status == .asserted ? "---" : "-.-" }
        return line + (edge.relation.type.polarity == .hostile ? "x" : ">")
    }

    /// In quotes, with everything that Mermaid or HTML could take for markup as a number.
    private func label(_ text: String, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "\""))
        out.text(text, .mermaid)
        out.byte(UInt8(ascii: "\""))
    }
}
