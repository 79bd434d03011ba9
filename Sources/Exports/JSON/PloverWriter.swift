import Annotations
import Graphs

/// Writes event records in the manner of PLOVER, one JSON object per passage of a relation that has an event type.
///
/// The records are derived: who did what to whom, when, by which document. Relations that are states and not events (offices,
/// memberships, places) are left out.
public struct PloverWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    /// Writes the events of a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        for row in model.edges {
            let type = model.relations[row.relation].type
            guard let event = Self.first(type.plover) else { continue }
            let edge = model.view(row)
            for i in edge.edge.passages.indices {
                record(edge, i, event, Self.first(type.cameo), &out)
                try out.drain()
            }
        }
    }

    /// The first of several codes ("CONCEDE, RETREAT").
    private static func first(_ codes: String) -> String? {
        codes.split(separator: ",").first.map { String($0.filter { $0 != " " }) }
    }

    private func record(_ edge: EdgeView, _ index: Int, _ event: String, _ cameo: String?, _ out: inout ByteWriter) {
        let json = PassageJSON.plain
        let passage = edge.edge.passages[index]
        out.literal("{\"event_id\":\"e")
        out.hexadecimal(edge.row.key)
        out.byte(UInt8(ascii: "-"))
        out.integer(index + 1)
        out.literal("\",\"event_type\":")
        json.string(event, &out)
        out.literal(",\"cameo_root\":")
        if let cameo { json.string(cameo, &out) } else { out.literal("null") }
        out.literal(",\"event_date\":")
        if let date = passage.evidence.date, CalendarDate.isValid(date) {
            json.string(date, &out)
        } else {
            out.literal("null")
        }
        out.literal(",\"actor\":")
        actor(edge.source, &out)
        out.literal(",\"recipient\":")
        actor(edge.target, &out)
        out.literal(",\"relation\":")
        json.string(edge.relation.name, &out)
        out.literal(",\"status\":")
        json.string(edge.status.rawValue, &out)
        out.literal(",\"speaker\":")
        if let speaker = passage.speaker { json.string(speaker.name, &out) } else { out.literal("null") }
        out.literal(",\"confidence\":")
        out.number(passage.confidence)
        out.literal(",\"publication\":")
        json.string(passage.evidence.document, &out)
        out.literal(",\"start\":")
        out.integer(passage.evidence.range.lowerBound)
        out.literal(",\"end\":")
        out.integer(passage.evidence.range.upperBound)
        out.literal(",\"text\":")
        json.string(passage.evidence.text, &out)
        out.literal("}\n")
    }

    private func actor(_ node: ExportNode, _ out: inout ByteWriter) {
        let json = PassageJSON.plain
        out.literal("{\"id\":")
        json.string(node.node.entity.id, &out)
        out.literal(",\"name\":")
        json.string(node.label, &out)
        out.literal(",\"kind\":\"")
        out.text(node.kind)
        out.literal("\"}")
    }
}
