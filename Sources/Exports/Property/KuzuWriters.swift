/// The columns of the tables for Kuzu and Ladybug.
enum KuzuSchema {
    static let nodeFields = NodeField.allCases.filter { $0 != .label && $0 != .weight }
    static let edgeFields = EdgeField.allCases.filter { ![.eid, .interaction].contains($0) }

    static func type(_ type: FieldType) -> String {
        switch type {
        case .text, .list, .objects: "STRING"
        case .date: "DATE"
        case .integer: "INT64"
        case .number: "DOUBLE"
        case .boolean: "BOOLEAN"
        }
    }
}

/// `schema.cypher` for Kuzu and Ladybug: two tables and the commands that fill them.
public struct KuzuSchemaWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    /// Writes the schema.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        let nodes = KuzuSchema.nodeFields.map { "\($0.rawValue) \(KuzuSchema.type($0.type))" }
        let edges = KuzuSchema.edgeFields.map { "\($0.rawValue) \(KuzuSchema.type($0.type))" }
        out.text(
            "CREATE NODE TABLE Entity(id STRING, name STRING, \(nodes.joined(separator: ", ")), PRIMARY KEY(id));\n")
        out.text("CREATE REL TABLE RELATES(FROM Entity TO Entity, id STRING, \(edges.joined(separator: ", ")));\n")
        let options = "(HEADER=true, PARALLEL=false, DELIM=',', QUOTE='\"', ESCAPE='\"')"
        out.text("COPY Entity FROM 'nodes.csv' \(options);\n")
        out.text("COPY RELATES FROM 'relations.csv' \(options);\n")
    }
}

extension NodeTableWriter {
    /// `nodes.csv` for Kuzu and Ladybug.
    static let kuzu = NodeTableWriter(
        [.init("id") { .text($0.id) }, .init("name") { .text($0.label) }] + KuzuSchema.nodeFields.map { .field($0) })
}

extension EdgeTableWriter {
    /// `relations.csv` for Kuzu and Ladybug.
    static let kuzu = EdgeTableWriter(
        [
            .init("from") { .text($0.source.id) }, .init("to") { .text($0.target.id) },
            .init("id") { .identifier($0.row.key) },
        ] + KuzuSchema.edgeFields.map { .field($0) })
}
