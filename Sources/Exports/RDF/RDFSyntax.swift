/// Writes triples in one syntax; triples of one subject come together, and within them those of one predicate.
///
/// A syntax tells what stands around names, values and triples; `RDFPen` does the writing.
protocol RDFSyntax: Sendable {
    /// What stands around a value of each kind.
    var quotes: RDFQuotes { get }
    /// The graph that the triples belong to, where the syntax has graphs; nil for the default graph.
    var graph: RDFName? { get set }
    /// Writes a name as subject or predicate.
    func name(_ name: RDFName, _ out: inout ByteWriter)
    mutating func head(_ out: inout ByteWriter)
    mutating func begin(_ subject: RDFName, _ out: inout ByteWriter)
    mutating func predicate(_ predicate: RDFName, _ out: inout ByteWriter)
    mutating func endValue(_ out: inout ByteWriter)
    mutating func end(_ out: inout ByteWriter)
    mutating func foot(_ out: inout ByteWriter)
}

extension RDFSyntax {
    var graph: RDFName? {
        get { nil }
        set {}
    }
}

/// What a syntax writes before and after a value of each kind.
struct RDFQuotes: Sendable {
    struct Pair: Sendable {
        let open: StaticString
        let close: StaticString

        init(_ open: StaticString, _ close: StaticString) {
            self.open = open
            self.close = close
        }
    }

    let name: Pair
    let text: Pair
    let integer: Pair
    let number: Pair
    let boolean: Pair
    let date: Pair

    static let lines = RDFQuotes(
        name: Pair("", ""), text: Pair("\"", "\""),
        integer: Pair("\"", "\"^^<http://www.w3.org/2001/XMLSchema#integer>"),
        number: Pair("\"", "\"^^<http://www.w3.org/2001/XMLSchema#double>"),
        boolean: Pair("\"", "\"^^<http://www.w3.org/2001/XMLSchema#boolean>"),
        date: Pair("\"", "\"^^<http://www.w3.org/2001/XMLSchema#date>"))

    static let turtle = RDFQuotes(
        name: Pair("", ""), text: Pair("\"", "\""), integer: Pair("", ""), number: Pair("\"", "\"^^xsd:double"),
        boolean: Pair("", ""), date: Pair("\"", "\"^^xsd:date"))

    static let json = RDFQuotes(
        name: Pair("{\"@id\":\"", "\"}"), text: Pair("{\"@value\":\"", "\"}"),
        integer: Pair("{\"@value\":\"", "\",\"@type\":\"http://www.w3.org/2001/XMLSchema#integer\"}"),
        number: Pair("{\"@value\":\"", "\",\"@type\":\"http://www.w3.org/2001/XMLSchema#double\"}"),
        boolean: Pair("{\"@value\":", "}"),
        date: Pair("{\"@value\":\"", "\",\"@type\":\"http://www.w3.org/2001/XMLSchema#date\"}"))
}

/// Writes subjects, predicates and values by the rules of a syntax.
struct RDFPen<Syntax: RDFSyntax>: Sendable {
    var syntax: Syntax

    mutating func begin(_ subject: RDFName, _ out: inout ByteWriter) { syntax.begin(subject, &out) }
    mutating func end(_ out: inout ByteWriter) { syntax.end(&out) }

    @inline(__always)
    mutating func add(_ predicate: RDFTerm, _ value: RDFValue, _ out: inout ByteWriter) {
        add(.term(predicate), value, &out)
    }

    @inline(__always)
    mutating func add(_ predicate: RDFName, _ value: RDFValue, _ out: inout ByteWriter) {
        syntax.predicate(predicate, &out)
        self.value(value, &out)
        syntax.endValue(&out)
    }

    @inline(__always)
    private func value(_ value: RDFValue, _ out: inout ByteWriter) {
        let quotes = syntax.quotes
        switch value {
        case .name(let name):
            out.literal(quotes.name.open)
            syntax.name(name, &out)
            out.literal(quotes.name.close)
        case .text(let text):
            out.literal(quotes.text.open)
            out.text(text, .json)
            out.literal(quotes.text.close)
        case .integer(let value):
            out.literal(quotes.integer.open)
            out.integer(value)
            out.literal(quotes.integer.close)
        case .number(let value):
            out.literal(quotes.number.open)
            out.number(value)
            out.literal(quotes.number.close)
        case .boolean(let value):
            out.literal(quotes.boolean.open)
            out.boolean(value)
            out.literal(quotes.boolean.close)
        case .date(let value):
            out.literal(quotes.date.open)
            out.text(value)
            out.literal(quotes.date.close)
        case .triple(let subject, let predicate, let object):
            triple(subject, predicate, object, &out)
        }
    }

    private func triple(_ subject: RDFName, _ predicate: RDFName, _ object: RDFName, _ out: inout ByteWriter) {
        out.literal("<<( ")
        for name in [subject, predicate, object] {
            syntax.name(name, &out)
            out.byte(UInt8(ascii: " "))
        }
        out.literal(")>>")
    }
}
