import Annotations

/// The header names and values that neo4j-admin's import wants.
private enum Neo4j {
    static func column(_ name: String, _ type: FieldType) -> String {
        switch type {
        case .text, .objects: name
        case .date: name + ":date"
        case .list: name + ":string[]"
        case .integer: name + ":long"
        case .number: name + ":double"
        case .boolean: name + ":boolean"
        }
    }

    /// Lists are joined with `;`, so a `;` within a value becomes `,`.
    static func cell(_ value: FieldValue?, _ out: inout ByteWriter) {
        guard case .list(let values) = value else { return CSVTable.cell(value, &out) }
        if values.count == 1, !values[0].utf8.contains(UInt8(ascii: ";")) {
            return CSVTable.cell(.text(values[0]), &out)
        }
        let safe = values.map { $0.utf8.contains(UInt8(ascii: ";")) ? String($0.map { $0 == ";" ? "," : $0 }) : $0 }
        CSVTable.cell(.text(safe.joined(separator: ";")), &out)
    }
}

/// `nodes.csv` for neo4j-admin.
public struct Neo4jNodesWriter: ExportWriter {
    private static let fields = NodeField.allCases.filter { $0 != .label && $0 != .weight }

    /// Makes a writer.
    public init() {}

    /// Writes the nodes of a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        CSVTable.header(
            ["id:ID(Entity)", "name"] + Self.fields.map { Neo4j.column($0.rawValue, $0.type) } + [":LABEL"], &out)
        for node in model.nodes {
            CSVTable.value(.text(node.id), &out)
            CSVTable.cell(.text(node.label), &out)
            for field in Self.fields { Neo4j.cell(field.value(node), &out) }
            CSVTable.cell(.text("Entity;" + node.kind.prefix(1).uppercased() + node.kind.dropFirst()), &out)
            out.byte(10)
            try out.drain()
        }
    }
}

/// `relationships.csv` for neo4j-admin.
public struct Neo4jRelationshipsWriter: ExportWriter {
    private static let fields = EdgeField.allCases.filter { ![.eid, .interaction].contains($0) }

    /// Makes a writer.
    public init() {}

    /// Writes the edges of a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        CSVTable.header(
            [":START_ID(Entity)", ":END_ID(Entity)", ":TYPE", "id"]
                + Self.fields.map { Neo4j.column($0.rawValue, $0.type) }, &out)
        for row in model.edges {
            let edge = model.view(row)
            CSVTable.value(.text(edge.source.id), &out)
            CSVTable.cell(.text(edge.target.id), &out)
            CSVTable.cell(.text(edge.relation.constant), &out)
            CSVTable.cell(.identifier(row.key), &out)
            for field in Self.fields { Neo4j.cell(field.value(edge), &out) }
            out.byte(10)
            try out.drain()
        }
    }
}

/// `import.sh`: the command that loads the two tables.
public struct Neo4jScriptWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    /// Writes the script.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        out.literal("#!/bin/sh\n# Loads the graph into a new Neo4j database; give its name or take 'neo4j'.\nset -e\n")
        out.literal("cd \"$(dirname \"$0\")\"\n")
        out.literal("neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv \\\n")
        out.literal("  --multiline-fields=true --array-delimiter=\";\" --legacy-style-quoting=false \"${1:-neo4j}\"\n")
    }
}
