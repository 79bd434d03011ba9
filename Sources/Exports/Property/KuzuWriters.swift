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

/// `nodes.csv` for Kuzu and Ladybug.
public struct KuzuNodesWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    /// Writes the nodes of a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        CSVTable.header(["id", "name"] + KuzuSchema.nodeFields.map(\.rawValue), &out)
        for node in model.nodes {
            CSVTable.value(.text(node.id), &out)
            CSVTable.cell(.text(node.label), &out)
            for field in KuzuSchema.nodeFields { CSVTable.cell(field.value(node), &out) }
            out.byte(10)
            try out.drain()
        }
    }
}

/// `relations.csv` for Kuzu and Ladybug.
public struct KuzuRelationsWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    /// Writes the edges of a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        CSVTable.header(["from", "to", "id"] + KuzuSchema.edgeFields.map(\.rawValue), &out)
        for row in model.edges {
            let edge = model.view(row)
            CSVTable.value(.text(edge.source.id), &out)
            CSVTable.cell(.text(edge.target.id), &out)
            CSVTable.cell(.identifier(row.key), &out)
            for field in KuzuSchema.edgeFields { CSVTable.cell(field.value(edge), &out) }
            out.byte(10)
            try out.drain()
        }
    }
}
