/// Writes a Cypher script for Neo4j and its kin: one statement a line, and loading it twice changes nothing.
public struct CypherWriter: ExportWriter {
    private static let nodeFields = TaggedFields(KuzuSchema.nodeFields) { ", n.\($0.rawValue) = " }
    private static let edgeFields = TaggedFields(
        KuzuSchema.edgeFields.filter { $0 != .relation }
    ) { ", r.\($0.rawValue) = " }

    /// Makes a writer.
    public init() {}

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        out.literal("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
        for node in model.nodes {
            self.node(node, &out)
            try out.drain()
        }
        let relations = model.relations.map { Array($0.constant.utf8) }
        for row in model.edges {
            edge(model.view(row), relations[row.relation], &out)
            try out.drain()
        }
    }

    private func node(_ node: ExportNode, _ out: inout ByteWriter) {
        out.literal("MERGE (n:Entity {id: '")
        out.text(node.id)
        out.literal("'}) SET n.name = ")
        value(.text(node.label), isDate: false, &out)
        Self.nodeFields.write(node, to: &out) { value, field, out in
            self.value(value, isDate: field.type == .date, &out)
        }
        out.literal(";\n")
    }

    private func edge(_ edge: EdgeView, _ relation: [UInt8], _ out: inout ByteWriter) {
        out.literal("MATCH (a:Entity {id: '")
        out.text(edge.source.id)
        out.literal("'}), (b:Entity {id: '")
        out.text(edge.target.id)
        out.literal("'}) MERGE (a)-[r:`")
        out.bytes(relation)
        out.literal("` {id: 'e")
        out.hexadecimal(edge.row.key)
        out.literal("'}]->(b) SET r.relation = ")
        quoted(.text(edge.relation.name), &out)
        Self.edgeFields.write(edge, to: &out) { value, field, out in
            self.value(value, isDate: field.type == .date, &out)
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
