/// The vocabularies that the RDF formats use.
enum RDFNamespace: CaseIterable, Sendable {
    case rdf, rdfs, owl, xsd, prov, schema, wd, wdt
    /// Our own terms: `ent:status`.
    case ent
    /// Entities, documents, edges and passages of a graph.
    case data

    /// What the names of the vocabulary begin with.
    var iri: StaticString {
        switch self {
        case .rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        case .rdfs: "http://www.w3.org/2000/01/rdf-schema#"
        case .owl: "http://www.w3.org/2002/07/owl#"
        case .xsd: "http://www.w3.org/2001/XMLSchema#"
        case .prov: "http://www.w3.org/ns/prov#"
        case .schema: "http://schema.org/"
        case .wd: "http://www.wikidata.org/entity/"
        case .wdt: "http://www.wikidata.org/prop/direct/"
        case .ent: "urn:entente:ontology:"
        case .data: "urn:entente:data:"
        }
    }

    /// The name before the colon.
    var prefix: StaticString {
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

/// A name of a vocabulary that is known beforehand.
struct RDFTerm: Sendable {
    let namespace: RDFNamespace
    let local: StaticString

    init(_ namespace: RDFNamespace, _ local: StaticString) {
        self.namespace = namespace
        self.local = local
    }
}

/// The name of a resource.
enum RDFName: Sendable {
    /// A name of a vocabulary.
    case term(RDFTerm)
    /// A name that texts make: a vocabulary, a path and a text, which is percent-encoded where it is written.
    case made(RDFNamespace, path: StaticString, String)
    /// An edge, by its key.
    case edge(UInt64)
    /// A passage of an edge, counted from 1.
    case passage(UInt64, Int)

    static func entity(_ node: ExportNode) -> RDFName { .made(.data, path: "entity/", node.node.entity.id) }
    static func document(_ id: String) -> RDFName { .made(.data, path: "document/", id) }
    static func relation(_ relation: ExportRelation) -> RDFName { .made(.ent, path: "", relation.name) }

    var namespace: RDFNamespace {
        switch self {
        case .term(let term): term.namespace
        case .made(let namespace, _, _): namespace
        case .edge, .passage: .data
        }
    }

    /// True where Turtle takes a prefix and the rest as it is.
    var isPrefixable: Bool {
        guard case .made(_, let path, let text) = self else { return true }
        return path.utf8CodeUnitCount == 0 && Self.isPlainLocal(text)
    }

    private static func isPlainLocal(_ local: String) -> Bool {
        var local = local
        return local.withUTF8 { bytes in
            guard let first = bytes.first, let last = bytes.last, last != UInt8(ascii: "."), first != UInt8(ascii: "-"),
                first != UInt8(ascii: ".")
            else { return false }
            return bytes.allSatisfy { EscapeTable.isPlainInIRI($0) && $0 != UInt8(ascii: "~") }
        }
    }

    /// Writes what follows the namespace.
    @inline(__always)
    func writeLocal(to out: inout ByteWriter) {
        switch self {
        case .term(let term): out.literal(term.local)
        case .made(_, let path, let text):
            out.literal(path)
            out.text(text, .iri)
        case .edge(let key): Self.write(key, to: &out)
        case .passage(let key, let number):
            Self.write(key, to: &out)
            out.byte(UInt8(ascii: "."))
            out.integer(number)
        }
    }

    private static func write(_ key: UInt64, to out: inout ByteWriter) {
        out.byte(UInt8(ascii: "e"))
        out.hexadecimal(key)
    }

    /// Writes the whole name, without what a syntax puts around it.
    @inline(__always)
    func write(to out: inout ByteWriter) {
        out.literal(namespace.iri)
        writeLocal(to: &out)
    }
}

extension EscapeTable {
    /// The part of an IRI that a text makes: every byte percent-encoded that is no letter, digit, `-`, `_`, `.` or `~`.
    static let iri: EscapeTable = {
        let digits = Array("0123456789ABCDEF")
        let foreign = (UInt8(0)...255).filter { !isPlainInIRI($0) }
        return EscapeTable(
            Dictionary(uniqueKeysWithValues: foreign.map { ($0, "%\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])") }),
            wide: .raw)
    }()

    static func isPlainInIRI(_ byte: UInt8) -> Bool {
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
    /// A triple itself, as RDF 1.2 has it.
    case triple(RDFName, RDFName, RDFName)
}
