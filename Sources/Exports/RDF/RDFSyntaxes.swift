/// N-Triples and N-Quads: every triple whole, one a line.
struct LineSyntax: RDFSyntax {
    var graph: RDFName?
    private var subject = 0..<0
    private var isFirst = true

    var quotes: RDFQuotes { .lines }

    func head(_ out: inout ByteWriter) {}

    mutating func begin(_ subject: RDFName, _ out: inout ByteWriter) {
        let start = out.position
        name(subject, &out)
        self.subject = start..<out.position
        isFirst = true
    }

    @inline(__always)
    mutating func predicate(_ predicate: RDFName, _ out: inout ByteWriter) {
        if !isFirst { out.again(subject) }
        isFirst = false
        out.byte(UInt8(ascii: " "))
        name(predicate, &out)
        out.byte(UInt8(ascii: " "))
    }

    @inline(__always)
    func endValue(_ out: inout ByteWriter) {
        if let graph {
            out.byte(UInt8(ascii: " "))
            name(graph, &out)
        }
        out.literal(" .\n")
    }

    func end(_ out: inout ByteWriter) {}
    func foot(_ out: inout ByteWriter) {}

    @inline(__always)
    func name(_ name: RDFName, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "<"))
        name.write(to: &out)
        out.byte(UInt8(ascii: ">"))
    }
}

/// Turtle: prefixes, and `;` between the triples of a subject.
struct TurtleSyntax: RDFSyntax {
    private var isFirst = true

    var quotes: RDFQuotes { .turtle }

    func head(_ out: inout ByteWriter) {
        for namespace in RDFNamespace.allCases {
            out.text("@prefix \(namespace.prefix): <\(namespace.iri)> .\n")
        }
    }

    mutating func begin(_ subject: RDFName, _ out: inout ByteWriter) {
        out.byte(10)
        name(subject, &out)
        isFirst = true
    }

    @inline(__always)
    mutating func predicate(_ predicate: RDFName, _ out: inout ByteWriter) {
        out.literal(isFirst ? " " : " ;\n    ")
        isFirst = false
        name(predicate, &out)
        out.byte(UInt8(ascii: " "))
    }

    func endValue(_ out: inout ByteWriter) {}
    func end(_ out: inout ByteWriter) { out.literal(" .\n") }
    func foot(_ out: inout ByteWriter) {}

    /// With its prefix where the rest needs no escape, whole otherwise.
    @inline(__always)
    func name(_ name: RDFName, _ out: inout ByteWriter) {
        if name.isPrefixable {
            out.literal(name.namespace.prefix)
            out.byte(UInt8(ascii: ":"))
            name.writeLocal(to: &out)
        } else {
            out.byte(UInt8(ascii: "<"))
            name.write(to: &out)
            out.byte(UInt8(ascii: ">"))
        }
    }
}

/// JSON-LD: a context with the prefixes and one object per subject.
struct JSONLDSyntax: RDFSyntax {
    private var isFirst = true
    /// Where the name of the last predicate stands in the output; empty before the first.
    private var last = 0..<0

    var quotes: RDFQuotes { .json }

    func head(_ out: inout ByteWriter) {
        out.literal("{\"@context\":{")
        for (i, namespace) in RDFNamespace.allCases.enumerated() {
            out.text("\(i == 0 ? "" : ",")\"\(namespace.prefix)\":\"\(namespace.iri)\"")
        }
        out.literal("},\n\"@graph\":[")
    }

    mutating func begin(_ subject: RDFName, _ out: inout ByteWriter) {
        out.literal(isFirst ? "\n{\"@id\":\"" : ",\n{\"@id\":\"")
        isFirst = false
        name(subject, &out)
        out.byte(UInt8(ascii: "\""))
        last = 0..<0
    }

    /// Values of one predicate share a list, so the name is written first and taken back where it is the last one's.
    @inline(__always)
    mutating func predicate(_ predicate: RDFName, _ out: inout ByteWriter) {
        let start = out.position
        out.literal(last.isEmpty ? ",\"" : "],\"")
        let name = out.position
        self.name(predicate, &out)
        if out.isEqual(last, name..<out.position) {
            out.takeBack(to: start)
            out.byte(UInt8(ascii: ","))
        } else {
            last = name..<out.position
            out.literal("\":[")
        }
    }

    func endValue(_ out: inout ByteWriter) {}
    func end(_ out: inout ByteWriter) { out.literal(last.isEmpty ? "}" : "]}") }
    func foot(_ out: inout ByteWriter) { out.literal("\n]}\n") }

    /// Always whole: a colon in the rest would read as another prefix.
    @inline(__always)
    func name(_ name: RDFName, _ out: inout ByteWriter) { name.write(to: &out) }
}
