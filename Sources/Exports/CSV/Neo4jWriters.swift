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
    static func flat(_ value: FieldValue?) -> FieldValue? {
        guard case .list(let values) = value else { return value }
        if values.count == 1, !values[0].utf8.contains(UInt8(ascii: ";")) { return .text(values[0]) }
        let safe = values.map { $0.utf8.contains(UInt8(ascii: ";")) ? String($0.map { $0 == ";" ? "," : $0 }) : $0 }
        return .text(safe.joined(separator: ";"))
    }

    static func column<Field: ExportField>(_ field: Field) -> CSVTable<Field.Element>.Column {
        .init(column(field.rawValue, field.type)) { flat(field.value($0)) }
    }

    static func labels(_ node: ExportNode) -> String {
        "Entity;" + node.kind.prefix(1).uppercased() + node.kind.dropFirst()
    }
}

extension NodeTableWriter {
    /// `nodes.csv` for neo4j-admin.
    static let neo4j = NodeTableWriter(
        [.init("id:ID(Entity)") { .text($0.id) }, .init("name") { .text($0.label) }]
            + NodeField.allCases.filter { $0 != .label && $0 != .weight }.map(Neo4j.column)
            + [.init(":LABEL") { .text(Neo4j.labels($0)) }])
}

extension EdgeTableWriter {
    /// `relationships.csv` for neo4j-admin.
    static let neo4j = EdgeTableWriter(
        [
            .init(":START_ID(Entity)") { .text($0.source.id) }, .init(":END_ID(Entity)") { .text($0.target.id) },
            .init(":TYPE") { .text($0.relation.constant) }, .init("id") { .identifier($0.row.key) },
        ] + EdgeField.allCases.filter { ![.eid, .interaction].contains($0) }.map(Neo4j.column))
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
