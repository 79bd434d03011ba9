import Annotations

/// Writes GraphML for yEd: labels, shapes, colors, arrowheads and line styles beside the plain attributes.
///
/// graph-tool and the schema reject this flavor; `GraphMLWriter` is for them.
public struct YEdWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    private static let nodeFields = NodeField.allCases.filter { $0 != .label }
    private static let edgeFields = EdgeField.allCases.filter { $0 != .label && $0 != .interaction }
    private static let nodeData = GraphMLData(nodeFields, id: GraphMLKeys.id)
    private static let edgeData = GraphMLData(edgeFields, id: GraphMLKeys.id)

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        head(&out)
        let columns = max(1, Int(Double(model.nodes.count).squareRoot().rounded(.up)))
        for i in model.nodes.indices {
            node(model.nodes[i], model.positions?[i] ?? Self.grid(i, columns), &out)
            try out.drain()
        }
        let lines = YEdLines(model.relations)
        for row in model.edges {
            edge(model.view(row), lines, &out)
            try out.drain()
        }
        out.literal("</graph>\n</graphml>\n")
    }

    private static func grid(_ index: Int, _ columns: Int) -> ExportPosition {
        ExportPosition(x: Double(index % columns) * 200, y: -Double(index / columns) * 120)
    }

    private func head(_ out: inout ByteWriter) {
        out.literal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"")
        out.literal(" xmlns:y=\"http://www.yworks.com/xml/graphml\">\n")
        out.literal("<key for=\"node\" id=\"d_ng\" yfiles.type=\"nodegraphics\"/>\n")
        out.literal("<key for=\"edge\" id=\"d_eg\" yfiles.type=\"edgegraphics\"/>\n")
        GraphMLKeys.write("d_nd", for: "node", "description", .text, &out)
        GraphMLKeys.write("d_nu", for: "node", "url", .text, &out)
        for field in Self.nodeFields {
            GraphMLKeys.write(GraphMLKeys.id(field), for: "node", field.rawValue, field.type, &out)
        }
        for field in Self.edgeFields {
            GraphMLKeys.write(GraphMLKeys.id(field), for: "edge", field.rawValue, field.type, &out)
        }
        out.literal("<graph id=\"G\" edgedefault=\"directed\">\n")
    }

    private func node(_ node: ExportNode, _ place: ExportPosition, _ out: inout ByteWriter) {
        out.literal("<node id=\"")
        out.text(node.id)
        out.literal("\">")
        Self.nodeData.write(node, to: &out)
        data("d_nd", .text("\(node.label) (\(node.kind))"), &out)
        if let wikidata = node.node.entity.wikidata {
            data("d_nu", .text("https://www.wikidata.org/wiki/\(wikidata)"), &out)
        }
        shape(node, place, &out)
        out.literal("</node>\n")
    }

    private func data(_ key: String, _ value: FieldValue, _ out: inout ByteWriter) {
        out.literal("<data key=\"")
        out.text(key)
        out.literal("\">")
        ValueStyle.xml.write(value, to: &out)
        out.literal("</data>")
    }

    private func shape(_ node: ExportNode, _ place: ExportPosition, _ out: inout ByteWriter) {
        let width = Double(max(60, min(240, 20 + 7 * node.label.count)))
        let kind = node.node.entity.kind
        out.literal("<data key=\"d_ng\"><y:ShapeNode><y:Geometry height=\"40.0\" width=\"")
        out.number(width)
        out.literal("\" x=\"")
        out.number(place.x - width / 2)
        out.literal("\" y=\"")
        out.number(-place.y - 20)
        out.literal("\"/><y:Fill color=\"")
        out.text(KindStyle.hex(KindStyle.color(kind)))
        out.literal("\" transparent=\"false\"/><y:BorderStyle color=\"#333333\" type=\"line\" width=\"1.0\"/>")
        out.literal("<y:NodeLabel fontSize=\"12\" textColor=\"#111111\">")
        label(node.label, &out)
        out.literal("</y:NodeLabel><y:Shape type=\"")
        out.text(KindStyle.yedShape(kind))
        out.literal("\"/></y:ShapeNode></data>")
    }

    /// yEd takes a label that begins with `<html>` for markup, so an invisible character goes between.
    private func label(_ text: String, _ out: inout ByteWriter) {
        if text.utf8.first == UInt8(ascii: "<"), text.lowercased().hasPrefix("<html") {
            out.literal("&lt;\u{200B}")
            out.text(String(text.dropFirst()), .xmlText)
        } else {
            out.text(text, .xmlText)
        }
    }

    private func edge(_ edge: EdgeView, _ lines: YEdLines, _ out: inout ByteWriter) {
        edge.openXML(&out)
        out.literal("\">")
        Self.edgeData.write(edge, to: &out)
        out.literal("<data key=\"d_eg\"><y:PolyLineEdge>")
        lines.write(edge, &out)
        out.literal("<y:EdgeLabel fontSize=\"10\" textColor=\"#333333\">")
        label(edge.label, &out)
        out.literal("</y:EdgeLabel><y:BendStyle smoothed=\"false\"/></y:PolyLineEdge></data></edge>\n")
    }
}

/// The line and arrowheads of edges, made once per relation, status and width.
private struct YEdLines {
    private static let widths = 1...6
    private let lines: [[UInt8]]

    init(_ relations: [ExportRelation]) {
        lines = relations.flatMap { relation in
            Status.allCases.flatMap { status in
                Self.widths.map { Array(Self.line(relation.type, status, $0).utf8) }
            }
        }
    }

    private static func line(_ type: RelationType, _ status: Status, _ width: Int) -> String {
        let color = KindStyle.hex(KindStyle.color(type.polarity))
        let head = type.isSymmetric ? "none" : type.polarity == .hostile ? "t_shape" : "standard"
        return "<y:LineStyle color=\"\(color)\" type=\"\(KindStyle.yedLine(status))\" width=\"\(width).0\"/>"
            + "<y:Arrows source=\"none\" target=\"\(head)\"/>"
    }

    func write(_ edge: EdgeView, _ out: inout ByteWriter) {
        let status = Status.allCases.firstIndex(of: edge.status) ?? 0
        let width = min(max(edge.count, Self.widths.lowerBound), Self.widths.upperBound) - Self.widths.lowerBound
        out.bytes(lines[(edge.row.relation * Status.allCases.count + status) * Self.widths.count + width])
    }
}
