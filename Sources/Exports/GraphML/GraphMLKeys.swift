/// The names of the attributes in our GraphML.
///
/// TinkerPop knows its labels by key id (`labelV`, `labelE`), Gephi its labels and weights by id or name, so those ids are
/// fixed; all others carry a prefix, because ids must be unique over the file.
enum GraphMLKeys {
    static let graphFields = ["format", "documents", "ontology"]

    static func id(_ field: NodeField) -> String {
        switch field {
        case .kind: "labelV"
        case .label: "label"
        default: "n_" + field.rawValue
        }
    }

    static func id(_ field: EdgeField) -> String {
        switch field {
        case .relation: "labelE"
        case .weight: "weight"
        default: "e_" + field.rawValue
        }
    }

    static func id(graph field: String) -> String { "g_" + field }

    static func type(_ type: FieldType) -> String {
        switch type {
        case .text, .list, .objects, .date: "string"
        case .integer: "long"
        case .number: "double"
        case .boolean: "boolean"
        }
    }

    static func write(_ id: String, for element: String, _ name: String, _ type: FieldType, _ out: inout ByteWriter) {
        out.text(
            "<key id=\"\(id)\" for=\"\(element)\" attr.name=\"\(name)\" attr.type=\"\(self.type(type))\"/>\n")
    }

    /// What stands in the graph attribute `format` of our files.
    static let format = "entente 1"
}

/// The `data` elements of nodes or edges, the same in every flavor.
struct GraphMLData<Field: ExportField>: Sendable {
    private let fields: TaggedFields<Field>

    init(_ fields: [Field], id: (Field) -> String) {
        self.fields = TaggedFields(fields) { "<data key=\"\(id($0))\">" }
    }

    func write(_ element: Field.Element, to out: inout ByteWriter) {
        fields.write(element, to: &out) { value, _, out in
            ValueStyle.xml.write(value, to: &out)
            out.literal("</data>")
        }
    }
}

extension EdgeView {
    /// Writes the start of an `edge` element.
    func openXML(_ out: inout ByteWriter) {
        out.literal("<edge id=\"e")
        out.hexadecimal(row.key)
        out.literal("\" source=\"")
        out.text(source.id)
        out.literal("\" target=\"")
        out.text(target.id)
    }
}
