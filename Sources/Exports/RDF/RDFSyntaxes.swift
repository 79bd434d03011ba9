/// N-Triples: every triple whole, one a line.
struct NTriplesSyntax: RDFSyntax {
    private var subject = RDFName(.data, "")

    mutating func head(_ out: inout ByteWriter) {}

    mutating func begin(_ subject: RDFName, _ out: inout ByteWriter) { self.subject = subject }

    mutating func add(_ predicate: RDFName, _ value: RDFValue, _ out: inout ByteWriter) {
        name(subject, &out)
        out.byte(UInt8(ascii: " "))
        name(predicate, &out)
        out.byte(UInt8(ascii: " "))
        self.value(value, &out)
        out.literal(" .\n")
    }

    mutating func end(_ out: inout ByteWriter) {}
    mutating func foot(_ out: inout ByteWriter) {}

    private func name(_ name: RDFName, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "<"))
        out.text(name.namespace.rawValue)
        out.text(name.local)
        out.byte(UInt8(ascii: ">"))
    }

    private func value(_ value: RDFValue, _ out: inout ByteWriter) {
        switch value {
        case .name(let name): self.name(name, &out)
        case .text(let text):
            out.byte(UInt8(ascii: "\""))
            out.text(text, .turtle)
            out.byte(UInt8(ascii: "\""))
        case .integer(let value):
            out.byte(UInt8(ascii: "\""))
            out.integer(value)
            out.literal("\"^^<http://www.w3.org/2001/XMLSchema#integer>")
        case .number(let value):
            out.byte(UInt8(ascii: "\""))
            out.number(value)
            out.literal("\"^^<http://www.w3.org/2001/XMLSchema#double>")
        case .boolean(let value):
            out.byte(UInt8(ascii: "\""))
            out.boolean(value)
            out.literal("\"^^<http://www.w3.org/2001/XMLSchema#boolean>")
        case .date(let value):
            out.byte(UInt8(ascii: "\""))
            out.text(value)
            out.literal("\"^^<http://www.w3.org/2001/XMLSchema#date>")
        }
    }
}

/// Turtle: prefixes, and `;` between the triples of a subject.
struct TurtleSyntax: RDFSyntax {
    private var isFirst = true

    mutating func head(_ out: inout ByteWriter) {
        for namespace in RDFNamespace.allCases {
            out.text("@prefix \(namespace.prefix): <\(namespace.rawValue)> .\n")
        }
    }

    mutating func begin(_ subject: RDFName, _ out: inout ByteWriter) {
        out.byte(10)
        name(subject, &out)
        isFirst = true
    }

    mutating func add(_ predicate: RDFName, _ value: RDFValue, _ out: inout ByteWriter) {
        out.literal(isFirst ? " " : " ;\n    ")
        isFirst = false
        name(predicate, &out)
        out.byte(UInt8(ascii: " "))
        self.value(value, &out)
    }

    mutating func end(_ out: inout ByteWriter) { out.literal(" .\n") }
    mutating func foot(_ out: inout ByteWriter) {}

    /// With its prefix where the rest needs no escape, whole otherwise.
    private func name(_ name: RDFName, _ out: inout ByteWriter) {
        if isPrefixable(name.local) {
            out.text(name.namespace.prefix)
            out.byte(UInt8(ascii: ":"))
            out.text(name.local)
        } else {
            out.byte(UInt8(ascii: "<"))
            out.text(name.namespace.rawValue)
            out.text(name.local)
            out.byte(UInt8(ascii: ">"))
        }
    }

    private func isPrefixable(_ local: String) -> Bool {
        var local = local
        return local.withUTF8 { bytes in
            guard let first = bytes.first, let last = bytes.last, last != UInt8(ascii: "."), first != UInt8(ascii: "-"),
                first != UInt8(ascii: ".")
            else { return false }
            for byte in bytes {
                switch byte {
                case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): continue
                default: return false
                }
            }
            return true
        }
    }

    private func value(_ value: RDFValue, _ out: inout ByteWriter) {
        switch value {
        case .name(let name): self.name(name, &out)
        case .text(let text):
            out.byte(UInt8(ascii: "\""))
            out.text(text, .turtle)
            out.byte(UInt8(ascii: "\""))
        case .integer(let value): out.integer(value)
        case .number(let value):
            out.byte(UInt8(ascii: "\""))
            out.number(value)
            out.literal("\"^^xsd:double")
        case .boolean(let value): out.boolean(value)
        case .date(let value):
            out.byte(UInt8(ascii: "\""))
            out.text(value)
            out.literal("\"^^xsd:date")
        }
    }
}

/// JSON-LD: a context with the prefixes and one object per subject.
struct JSONLDSyntax: RDFSyntax {
    private var isFirst = true
    private var predicate: RDFName?

    mutating func head(_ out: inout ByteWriter) {
        out.literal("{\"@context\":{")
        for (i, namespace) in RDFNamespace.allCases.enumerated() {
            out.text("\(i == 0 ? "" : ",")\"\(namespace.prefix)\":\"\(namespace.rawValue)\"")
        }
        out.literal("},\n\"@graph\":[")
    }

    mutating func begin(_ subject: RDFName, _ out: inout ByteWriter) {
        out.literal(isFirst ? "\n{\"@id\":\"" : ",\n{\"@id\":\"")
        isFirst = false
        name(subject, &out)
        out.byte(UInt8(ascii: "\""))
        predicate = nil
    }

    mutating func add(_ predicate: RDFName, _ value: RDFValue, _ out: inout ByteWriter) {
        if let last = self.predicate, last.namespace == predicate.namespace, last.local == predicate.local {
            out.byte(UInt8(ascii: ","))
        } else {
            out.literal(self.predicate == nil ? ",\"" : "],\"")
            name(predicate, &out)
            out.literal("\":[")
            self.predicate = predicate
        }
        self.value(value, &out)
    }

    mutating func end(_ out: inout ByteWriter) { out.literal(predicate == nil ? "}" : "]}") }

    mutating func foot(_ out: inout ByteWriter) { out.literal("\n]}\n") }

    /// Always whole: a colon in the rest would read as another prefix.
    private func name(_ name: RDFName, _ out: inout ByteWriter) {
        out.text(name.namespace.rawValue)
        out.text(name.local)
    }

    private func value(_ value: RDFValue, _ out: inout ByteWriter) {
        switch value {
        case .name(let name):
            out.literal("{\"@id\":\"")
            self.name(name, &out)
            out.literal("\"}")
        case .text(let text):
            out.literal("{\"@value\":\"")
            out.text(text, .json)
            out.literal("\"}")
        case .integer(let value):
            out.literal("{\"@value\":\"")
            out.integer(value)
            out.literal("\",\"@type\":\"http://www.w3.org/2001/XMLSchema#integer\"}")
        case .number(let value):
            out.literal("{\"@value\":\"")
            out.number(value)
            out.literal("\",\"@type\":\"http://www.w3.org/2001/XMLSchema#double\"}")
        case .boolean(let value):
            out.literal("{\"@value\":")
            out.boolean(value)
            out.byte(UInt8(ascii: "}"))
        case .date(let value):
            out.literal("{\"@value\":\"")
            out.text(value)
            out.literal("\",\"@type\":\"http://www.w3.org/2001/XMLSchema#date\"}")
        }
    }
}
