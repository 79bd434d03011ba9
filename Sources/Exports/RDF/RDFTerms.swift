/// The vocabularies that the RDF formats use.
enum RDFNamespace: String, CaseIterable, Sendable {
    case rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    case rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    case owl = "http://www.w3.org/2002/07/owl#"
    case xsd = "http://www.w3.org/2001/XMLSchema#"
    case prov = "http://www.w3.org/ns/prov#"
    case schema = "http://schema.org/"
    case wd = "http://www.wikidata.org/entity/"
    case wdt = "http://www.wikidata.org/prop/direct/"
    /// Our own terms: `ent:status`.
    case ent = "urn:entente:ontology:"
    /// Entities, documents, edges and passages of a graph.
    case data = "urn:entente:data:"

    /// The name before the colon; spelled out, because asking the type for it takes a microsecond a time.
    var prefix: String {
        switch self {
        case .rdf: "rdf"
        case .rdfs: "rdfs"
        case .owl: "owl"
        case .xsd: "xsd"
        case .prov: "prov"
        case .schema: "schema"
        case .wd: "wd"
        case .wdt: "wdt"
        case .ent: "ent"
        case .data: "data"
        }
    }
}

/// The name of a resource: a vocabulary and what follows, percent-encoded already.
struct RDFName: Sendable {
    let namespace: RDFNamespace
    let local: String

    init(_ namespace: RDFNamespace, _ local: String) {
        self.namespace = namespace
        self.local = local
    }

    /// The name with every byte that is no letter, digit, `-`, `_`, `.` or `~` percent-encoded.
    static func encoded(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var bytes: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

/// The object of a triple.
enum RDFValue: Sendable {
    case name(RDFName)
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case date(String)
}

/// Writes triples in one syntax; triples of one subject come together, and within them those of one predicate.
protocol RDFSyntax: Sendable {
    mutating func head(_ out: inout ByteWriter)
    mutating func begin(_ subject: RDFName, _ out: inout ByteWriter)
    mutating func add(_ predicate: RDFName, _ value: RDFValue, _ out: inout ByteWriter)
    mutating func end(_ out: inout ByteWriter)
    mutating func foot(_ out: inout ByteWriter)
}
