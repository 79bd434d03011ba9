import Annotations

/// Writes rows of comma-separated values (RFC 4180 with line feeds); all texts in quotes, absent values as nothing.
struct CSVTable {
    /// The rows' fields: the text of a header and what a row has there.
    static func header(_ names: [String], _ out: inout ByteWriter) {
        out.text(names.joined(separator: ","))
        out.byte(10)
    }

    /// A comma, and a value if there is one.
    static func cell(_ value: FieldValue?, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: ","))
        if let value { self.value(value, &out) }
    }

    static func value(_ value: FieldValue, _ out: inout ByteWriter) {
        if value.isQuoted {
            out.byte(UInt8(ascii: "\""))
            ValueStyle.csv.write(value, to: &out)
            out.byte(UInt8(ascii: "\""))
        } else {
            ValueStyle.csv.write(value, to: &out)
        }
    }
}

/// `nodes.csv` for Gephi's spreadsheet import.
public struct GephiNodesWriter: ExportWriter {
    private static let fields = NodeField.allCases.filter { $0 != .label }

    /// Makes a writer.
    public init() {}

    /// Writes the nodes of a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        CSVTable.header(["Id", "Label"] + Self.fields.map(\.rawValue), &out)
        for node in model.nodes {
            CSVTable.value(.text(node.id), &out)
            CSVTable.cell(.text(node.label), &out)
            for field in Self.fields { CSVTable.cell(field.value(node), &out) }
            out.byte(10)
            try out.drain()
        }
    }
}

/// `edges.csv` for Gephi's spreadsheet import.
public struct GephiEdgesWriter: ExportWriter {
    private static let fields = EdgeField.allCases.filter { ![.label, .weight, .eid, .relation].contains($0) }

    /// Makes a writer.
    public init() {}

    /// Writes the edges of a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        CSVTable.header(
            ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight"] + Self.fields.map(\.rawValue), &out)
        for row in model.edges {
            let edge = model.view(row)
            CSVTable.value(.text(edge.source.id), &out)
            CSVTable.cell(.text(edge.target.id), &out)
            out.literal(",Directed")
            CSVTable.cell(.identifier(row.key), &out)
            CSVTable.cell(.text(edge.label), &out)
            CSVTable.cell(.text(edge.relation.name), &out)
            CSVTable.cell(.number(edge.weight), &out)
            for field in Self.fields { CSVTable.cell(field.value(edge), &out) }
            out.byte(10)
            try out.drain()
        }
    }
}
