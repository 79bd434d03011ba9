import Annotations
import Graphs

/// The types of attributes that formats tell apart.
public enum FieldType: Sendable {
    /// A text.
    case text
    /// A list of texts; formats without lists write a JSON array.
    case list
    /// A list of objects; formats without objects write JSON.
    case objects
    /// A whole number.
    case integer
    /// A number with a fraction.
    case number
    /// True or false.
    case boolean
    /// A date of the calendar, `YYYY-MM-DD`.
    case date
}

/// An attribute of nodes or of edges.
protocol ExportField: RawRepresentable<String>, CaseIterable, Sendable {
    /// What has the attribute.
    associatedtype Element
    /// The attribute's type.
    var type: FieldType { get }
    /// The value, or nil where the element has none.
    func value(_ element: Element) -> FieldValue?
}

extension NodeField: ExportField {}
extension EdgeField: ExportField {}

/// What is known of a node, in the order in which formats write it.
public enum NodeField: String, CaseIterable, Sendable {
    case entity, kind, label, weight, aliases, wikidata, mentions, documents, documentCount = "document_count", chain

    /// The attribute's type.
    public var type: FieldType {
        switch self {
        case .entity, .kind, .label, .wikidata: .text
        case .aliases, .documents, .chain: .list
        case .weight: .number
        case .mentions, .documentCount: .integer
        }
    }

    /// The value, or nil where the node has none.
    public func value(_ node: ExportNode) -> FieldValue? {
        let entity = node.node.entity
        switch self {
        case .entity: return .text(entity.id)
        case .kind: return .text(node.kind)
        case .label: return .text(node.label)
        case .weight: return .number(Double(max(1, node.node.mentions)))
        case .aliases: return entity.aliases.isEmpty ? nil : .list(entity.aliases)
        case .wikidata: return entity.wikidata.map { .text($0) }
        case .mentions: return .integer(node.node.mentions)
        case .documents: return node.node.documents.isEmpty ? nil : .list(node.node.documents)
        case .documentCount: return .integer(node.node.documents.count)
        case .chain: return entity.chain.isEmpty ? nil : .list(entity.chain)
        }
    }
}

/// What is known of an edge, in the order in which formats write it.
public enum EdgeField: String, CaseIterable, Sendable {
    case relation, label, interaction, weight, eid, status, count, confidence, symmetric, polarity
    case documents, documentCount = "document_count", speakers, firstDate = "first_date", lastDate = "last_date",
        evidence

    /// The attribute's type.
    public var type: FieldType {
        switch self {
        case .relation, .label, .interaction, .eid, .status, .polarity: .text
        case .documents, .speakers: .list
        case .weight, .confidence: .number
        case .count, .documentCount: .integer
        case .symmetric: .boolean
        case .firstDate, .lastDate: .date
        case .evidence: .objects
        }
    }

    /// The value, or nil where the edge has none.
    public func value(_ edge: EdgeView) -> FieldValue? {
        switch self {
        case .relation, .interaction: return .text(edge.relation.name)
        case .label: return .text(edge.label)
        case .weight: return .number(edge.weight)
        case .eid: return .identifier(edge.row.key)
        case .status: return .text(edge.status.rawValue)
        case .count: return .integer(edge.count)
        case .confidence: return .number(edge.confidence)
        case .symmetric: return .boolean(edge.relation.type.isSymmetric)
        case .polarity: return .text(edge.relation.type.polarity.rawValue)
        case .documents: return .list(edge.documents)
        case .documentCount: return .integer(edge.documentCount)
        case .speakers: return Self.nonEmpty(edge.speakerNames)
        case .firstDate: return edge.dates.map { .text($0.lowerBound) }
        case .lastDate: return edge.dates.map { .text($0.upperBound) }
        case .evidence: return .passages(edge.edge.passages)
        }
    }

    private static func nonEmpty(_ values: [String]) -> FieldValue? { values.isEmpty ? nil : .list(values) }
}

/// The value of an attribute.
public enum FieldValue: Sendable {
    /// A text, clean.
    case text(String)
    /// The id of an edge: `e` and 16 hexadecimal digits.
    case identifier(UInt64)
    /// A list of texts, clean.
    case list([String])
    /// The passages of an edge.
    case passages([Edge.Passage])
    /// A whole number.
    case integer(Int)
    /// A number.
    case number(Double)
    /// True or false.
    case boolean(Bool)
}

/// How a format writes values: the escapes of its texts and of JSON within them.
struct ValueStyle {
    let text: EscapeTable
    let json: PassageJSON

    static let xml = ValueStyle(text: .xmlText, json: .inXML)
    static let xmlAttribute = ValueStyle(text: .xmlAttribute, json: .inXMLAttribute)
    static let csv = ValueStyle(text: .csv, json: .inCSV)
    static let gml = ValueStyle(text: .gml, json: .inGML)
    static let cypher = ValueStyle(text: .cypher, json: .inCypher)

    /// Writes a value without quotes; lists and passages as JSON.
    func write(_ value: FieldValue, to out: inout ByteWriter) {
        switch value {
        case .text(let value): out.text(value, text)
        case .identifier(let key):
            out.byte(UInt8(ascii: "e"))
            out.hexadecimal(key)
        case .list(let values): json.strings(values, &out)
        case .passages(let passages): json.array(passages, to: &out)
        case .integer(let value): out.integer(value)
        case .number(let value): out.number(value)
        case .boolean(let value): out.boolean(value)
        }
    }
}

extension FieldValue {
    /// True where the value is written as text or JSON rather than as a number or truth value.
    var isQuoted: Bool {
        switch self {
        case .text, .identifier, .list, .passages: true
        case .integer, .number, .boolean: false
        }
    }
}

extension ValueStyle {
    /// Writes a value as JSON, with quotes and real lists and objects.
    func writeJSON(_ value: FieldValue, to out: inout ByteWriter) {
        switch value {
        case .text, .identifier:
            out.literal(json.quote)
            write(value, to: &out)
            out.literal(json.quote)
        default: write(value, to: &out)
        }
    }

    static let plainJSON = ValueStyle(text: .json, json: .plain)
}

/// The attributes that a format writes one after another, each after a text of its own that names it.
struct TaggedFields<Field: ExportField>: Sendable {
    private let fields: [(field: Field, tag: [UInt8])]

    init(_ fields: [Field], tag: (Field) -> String) {
        self.fields = fields.map { ($0, Array(tag($0).utf8)) }
    }

    /// Writes the tag of every attribute that the element has, and has its value written.
    @inline(__always)
    func write(
        _ element: Field.Element, to out: inout ByteWriter, value write: (FieldValue, Field, inout ByteWriter) -> Void
    ) {
        for (field, tag) in fields {
            guard let value = field.value(element) else { continue }
            out.bytes(tag)
            write(value, field, &out)
        }
    }
}
