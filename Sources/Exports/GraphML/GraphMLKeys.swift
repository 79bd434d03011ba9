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

    /// What stands in the graph attribute `format` of our files.
    static let format = "entente 1"
}
