import Annotations
import Graphs

/// Writes GEXF 1.3, the format of Gephi: parallel edges by kind, lists, colors, sizes, positions, and time where dated.
public struct GEXFWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    private static let nodeFields = NodeField.allCases.filter { $0 != .label && $0 != .weight }
    private static let edgeFields = EdgeField.allCases.filter { $0 != .label && $0 != .weight && $0 != .interaction }
    private static let nodeValues = TaggedFields(nodeFields) { "<attvalue for=\"n_\($0.rawValue)\" value=\"" }
    private static let edgeValues = TaggedFields(edgeFields) { "<attvalue for=\"e_\($0.rawValue)\" value=\"" }

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        let isDynamic = model.graph.edges.contains {
            $0.passages.contains { $0.evidence.date.map(CalendarDate.isValid) ?? false }
        }
        head(isDynamic, model, &out)
        for i in model.nodes.indices {
            node(model.nodes[i], model.positions?[i], &out)
            try out.drain()
        }
        out.literal("</nodes>\n<edges count=\"")
        out.integer(model.edges.count)
        out.literal("\">\n")
        for row in model.edges {
            edge(model.view(row), isDynamic, &out)
            try out.drain()
        }
        out.literal("</edges>\n</graph>\n</gexf>\n")
    }

    private func head(_ isDynamic: Bool, _ model: ExportModel, _ out: inout ByteWriter) {
        out.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        out.literal("<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n")
        out.literal("<meta><creator>Entente</creator><description>Relations in the news</description></meta>\n")
        out.literal("<graph defaultedgetype=\"directed\" mode=\"")
        if isDynamic {
            out.literal("dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n")
        } else {
            out.literal("static\">\n")
        }
        out.literal("<attributes class=\"node\" mode=\"static\">\n")
        for field in Self.nodeFields { attribute("n_" + field.rawValue, field.rawValue, field.type, &out) }
        out.literal("</attributes>\n<attributes class=\"edge\" mode=\"static\">\n")
        for field in Self.edgeFields { attribute("e_" + field.rawValue, field.rawValue, field.type, &out) }
        out.literal("</attributes>\n<nodes count=\"")
        out.integer(model.nodes.count)
        out.literal("\">\n")
    }

    private func attribute(_ id: String, _ title: String, _ type: FieldType, _ out: inout ByteWriter) {
        out.text("<attribute id=\"\(id)\" title=\"\(title)\" type=\"\(Self.type(type))\"/>\n")
    }

    private static func type(_ type: FieldType) -> String {
        switch type {
        case .text, .objects, .date: "string"
        case .list: "liststring"
        case .integer: "long"
        case .number: "double"
        case .boolean: "boolean"
        }
    }

    private func node(_ node: ExportNode, _ place: ExportPosition?, _ out: inout ByteWriter) {
        out.literal("<node id=\"")
        out.text(node.id)
        out.literal("\" label=\"")
        out.text(node.label, .xmlAttribute)
        out.literal("\">")
        values(Self.nodeValues, node, &out)
        color(KindStyle.color(node.node.entity.kind), &out)
        if let place { position(place, &out) }
        out.literal("<viz:size value=\"")
        out.number((10 + min(40, 4 * Double(max(1, node.node.mentions)).squareRoot()) * 10).rounded() / 10)
        out.literal("\"/></node>\n")
    }

    private func position(_ place: ExportPosition, _ out: inout ByteWriter) {
        out.literal("<viz:position x=\"")
        out.number(place.x)
        out.literal("\" y=\"")
        out.number(place.y)
        out.literal("\" z=\"0.0\"/>")
    }

    private func color(_ color: (r: Int, g: Int, b: Int), _ out: inout ByteWriter) {
        out.literal("<viz:color r=\"")
        out.integer(color.r)
        out.literal("\" g=\"")
        out.integer(color.g)
        out.literal("\" b=\"")
        out.integer(color.b)
        out.literal("\"/>")
    }

    private func values<Field>(_ fields: TaggedFields<Field>, _ element: Field.Element, _ out: inout ByteWriter) {
        out.literal("<attvalues>")
        fields.write(element, to: &out) { value, _, out in
            ValueStyle.xmlAttribute.write(value, to: &out)
            out.literal("\"/>")
        }
        out.literal("</attvalues>")
    }

    private func edge(_ edge: EdgeView, _ isDynamic: Bool, _ out: inout ByteWriter) {
        edge.openXML(&out)
        // Gephi keeps edges of one pair apart by kind, so a status is part of it.
        out.literal("\" kind=\"")
        out.text(edge.relation.id)
        if edge.status != .asserted {
            out.byte(UInt8(ascii: "-"))
            out.text(edge.status.rawValue)
        }
        out.literal("\" label=\"")
        out.text(edge.relation.type.label, .xmlAttribute)
        if edge.status != .asserted {
            out.literal(" (")
            out.text(edge.status.rawValue)
            out.byte(UInt8(ascii: ")"))
        }
        out.literal("\" weight=\"")
        out.number(edge.weight)
        out.literal("\">")
        values(Self.edgeValues, edge, &out)
        if isDynamic, let dates = edge.dates { spell(dates, &out) }
        color(KindStyle.color(edge.relation.type.polarity), &out)
        out.literal("</edge>\n")
    }

    private func spell(_ dates: ClosedRange<String>, _ out: inout ByteWriter) {
        out.literal("<spells><spell start=\"")
        out.text(dates.lowerBound)
        out.literal("\" end=\"")
        out.text(dates.upperBound)
        out.literal("\"/></spells>")
    }
}
