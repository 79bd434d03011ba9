import Annotations

/// Writes GraphML for yEd: labels, shapes, colors, arrowheads and line styles beside the plain attributes.
///
/// graph-tool and the schema reject this flavor; `GraphMLWriter` is for them.
public struct YEdWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    private static let nodeFields = NodeField.allCases.filter { $0 != .label }
    private static let edgeFields = EdgeField.allCases.filter { $0 != .label && $0 != .interaction }

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        head(&out)
        let columns = max(1, Int(Double(model.nodes.count).squareRoot().rounded(.up)))
        for i in model.nodes.indices {
            node(model.nodes[i], model.positions?[i] ?? Self.grid(i, columns), &out)
            try out.drain()
        }
        for row in model.edges {
            edge(model.view(row), &out)
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
        out.literal("<key for=\"node\" id=\"d_nd\" attr.name=\"description\" attr.type=\"string\"/>\n")
        out.literal("<key for=\"node\" id=\"d_nu\" attr.name=\"url\" attr.type=\"string\"/>\n")
        for field in Self.nodeFields { key("node", GraphMLKeys.id(field), field.rawValue, field.type, &out) }
        for field in Self.edgeFields { key("edge", GraphMLKeys.id(field), field.rawValue, field.type, &out) }
        out.literal("<graph id=\"G\" edgedefault=\"directed\">\n")
    }

    private func key(_ element: String, _ id: String, _ name: String, _ type: FieldType, _ out: inout ByteWriter) {
        out.text(
            "<key for=\"\(element)\" id=\"\(id)\" attr.name=\"\(name)\" attr.type=\"\(GraphMLKeys.type(type))\"/>\n")
    }

    private func node(_ node: ExportNode, _ place: ExportPosition, _ out: inout ByteWriter) {
        out.literal("<node id=\"")
        out.text(node.id)
        out.literal("\">")
        for field in Self.nodeFields {
            if let value = field.value(node) { data(GraphMLKeys.id(field), value, &out) }
        }
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
        if text.lowercased().hasPrefix("<html") {
            out.literal("&lt;\u{200B}")
            out.text(String(text.dropFirst()), .xmlText)
        } else {
            out.text(text, .xmlText)
        }
    }

    private func edge(_ edge: EdgeView, _ out: inout ByteWriter) {
        out.literal("<edge id=\"")
        out.text(edge.id)
        out.literal("\" source=\"")
        out.text(edge.source.id)
        out.literal("\" target=\"")
        out.text(edge.target.id)
        out.literal("\">")
        for field in Self.edgeFields {
            if let value = field.value(edge) { data(GraphMLKeys.id(field), value, &out) }
        }
        line(edge, &out)
        out.literal("</edge>\n")
    }

    private func line(_ edge: EdgeView, _ out: inout ByteWriter) {
        let type = edge.relation.type
        out.literal("<data key=\"d_eg\"><y:PolyLineEdge><y:LineStyle color=\"")
        out.text(KindStyle.hex(KindStyle.color(type.polarity)))
        out.literal("\" type=\"")
        out.text(KindStyle.yedLine(edge.status))
        out.literal("\" width=\"")
        out.number(Double(min(6, edge.count)))
        out.literal("\"/><y:Arrows source=\"none\" target=\"")
        out.text(type.isSymmetric ? "none" : type.polarity == .hostile ? "t_shape" : "standard")
        out.literal("\"/><y:EdgeLabel fontSize=\"10\" textColor=\"#333333\">")
        label(edge.label, &out)
        out.literal("</y:EdgeLabel><y:BendStyle smoothed=\"false\"/></y:PolyLineEdge></data>")
    }
}
