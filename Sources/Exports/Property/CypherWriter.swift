/// Writes a Cypher script for Neo4j and its kin: one statement a line, and loading it twice changes nothing.
public struct CypherWriter: ExportWriter {
    private static let nodeFields = NodeField.allCases.filter { $0 != .label && $0 != .weight }
    private static let edgeFields = EdgeField.allCases.filter { ![.eid, .interaction].contains($0) }

    /// Makes a writer.
    public init() {}

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        out.literal("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
        for node in model.nodes {
            self.node(node, &out)
            try out.drain()
        }
        let fields = Self.edgeFields.map { Prefixed($0, "r.\($0.rawValue) = ") }
        let relations = model.relations.map { Array($0.constant.utf8) }
        for row in model.edges {
            edge(model.view(row), relations[row.relation], fields, &out)
            try out.drain()
        }
    }

    private func node(_ node: ExportNode, _ out: inout ByteWriter) {
        out.literal("MERGE (n:Entity {id: '")
        out.text(node.id)
        out.literal("'}) SET n.name = ")
        value(.text(node.label), isDate: false, &out)
        for field in Self.nodeFields {
            guard let value = field.value(node) else { continue }
            out.literal(", n.")
            out.text(field.rawValue)
            out.literal(" = ")
            self.value(value, isDate: field.type == .date, &out)
        }
        out.literal(";\n")
    }

    private func edge(
        _ edge: EdgeView, _ relation: [UInt8], _ fields: [Prefixed<EdgeField>], _ out: inout ByteWriter
    ) {
        out.literal("MATCH (a:Entity {id: '")
        out.text(edge.source.id)
        out.literal("'}), (b:Entity {id: '")
        out.text(edge.target.id)
        out.literal("'}) MERGE (a)-[r:`")
        out.bytes(relation)
        out.literal("` {id: 'e")
        out.hexadecimal(edge.row.key)
        out.literal("'}]->(b) SET ")
        var isFirst = true
        for field in fields {
            guard let value = field.field.value(edge) else { continue }
            if !isFirst { out.literal(", ") }
            isFirst = false
            out.bytes(field.prefix)
            self.value(value, isDate: field.field.type == .date, &out)
        }
        out.literal(";\n")
    }

    private func value(_ value: FieldValue, isDate: Bool, _ out: inout ByteWriter) {
        switch value {
        case .list(let values): list(values, &out)
        case .text, .identifier, .passages:
            if isDate { out.literal("date(") }
            quoted(value, &out)
            if isDate { out.byte(UInt8(ascii: ")")) }
        case .integer, .number, .boolean: ValueStyle.cypher.write(value, to: &out)
        }
    }

    private func list(_ values: [String], _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "["))
        for i in values.indices {
            if i > 0 { out.byte(UInt8(ascii: ",")) }
            quoted(.text(values[i]), &out)
        }
        out.byte(UInt8(ascii: "]"))
    }

    private func quoted(_ value: FieldValue, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "'"))
        ValueStyle.cypher.write(value, to: &out)
        out.byte(UInt8(ascii: "'"))
    }
}
