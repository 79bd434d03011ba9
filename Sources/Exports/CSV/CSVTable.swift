import Annotations

/// Writes rows of comma-separated values (RFC 4180 with line feeds); all texts in quotes, absent values as nothing.
struct CSVTable<Element>: Sendable {
    /// A column: its header and what a row has there.
    struct Column: Sendable {
        let name: String
        let value: @Sendable (Element) -> FieldValue?

        init(_ name: String, _ value: @escaping @Sendable (Element) -> FieldValue?) {
            self.name = name
            self.value = value
        }
    }

    private let columns: [Column]

    init(_ columns: [Column]) { self.columns = columns }

    func header(_ out: inout ByteWriter) { CSVRow.header(columns.map(\.name), &out) }

    func row(_ element: Element, _ out: inout ByteWriter) {
        for i in columns.indices {
            if i > 0 { out.byte(UInt8(ascii: ",")) }
            if let value = columns[i].value(element) { CSVRow.value(value, &out) }
        }
        out.byte(10)
    }
}

extension CSVTable.Column {
    /// A column for an attribute under its own name.
    static func field<Field: ExportField>(_ field: Field) -> Self where Field.Element == Element {
        Self(field.rawValue) { field.value($0) }
    }
}

/// The parts of a row.
enum CSVRow {
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

/// Writes a table with a row per node.
struct NodeTableWriter: ExportWriter {
    let table: CSVTable<ExportNode>

    init(_ columns: [CSVTable<ExportNode>.Column]) { table = CSVTable(columns) }

    func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        table.header(&out)
        for node in model.nodes {
            table.row(node, &out)
            try out.drain()
        }
    }
}

/// Writes a table with a row per edge.
struct EdgeTableWriter: ExportWriter {
    let table: CSVTable<EdgeView>

    init(_ columns: [CSVTable<EdgeView>.Column]) { table = CSVTable(columns) }

    func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        table.header(&out)
        for row in model.edges {
            table.row(model.view(row), &out)
            try out.drain()
        }
    }
}
