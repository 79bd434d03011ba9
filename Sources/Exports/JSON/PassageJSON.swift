import Annotations
import Graphs

/// Writes the passages of an edge as one JSON array, escaped for whatever stands around it.
///
/// A passage is `{"document","start","end","text","source":[s,e],"target":[s,e],"confidence"}` and, where there are any,
/// `"speaker"` (the entity id), `"date"`, `"attribution"` and `"findings"`. The same bytes go into every format that has no
/// lists of its own, and the readers take them back apart.
struct PassageJSON {
    /// The escapes of a JSON string in the surrounding format.
    let table: EscapeTable
    /// The quotation mark of JSON as the surrounding format writes it.
    let quote: StaticString

    static let plain = PassageJSON(table: .json, quote: "\"")
    static let inXML = PassageJSON(table: .jsonInXML, quote: "\"")
    static let inXMLAttribute = PassageJSON(table: .jsonInXMLAttribute, quote: "&quot;")
    static let inCSV = PassageJSON(table: .jsonInCSV, quote: "\"\"")
    static let inGML = PassageJSON(table: .jsonInGML, quote: "&quot;")
    static let inCypher = PassageJSON(table: .jsonInCypher, quote: "\"")

    func array(_ passages: [Edge.Passage], to out: inout ByteWriter) {
        out.byte(UInt8(ascii: "["))
        for i in passages.indices {
            if i > 0 { out.byte(UInt8(ascii: ",")) }
            passage(passages[i], to: &out)
        }
        out.byte(UInt8(ascii: "]"))
    }

    func passage(_ passage: Edge.Passage, to out: inout ByteWriter) {
        let evidence = passage.evidence
        out.byte(UInt8(ascii: "{"))
        name("document", &out)
        string(evidence.document, &out)
        next("start", &out)
        out.integer(evidence.range.lowerBound)
        next("end", &out)
        out.integer(evidence.range.upperBound)
        next("text", &out)
        string(evidence.text, &out)
        next("source", &out)
        range(evidence.source, &out)
        next("target", &out)
        range(evidence.target, &out)
        next("confidence", &out)
        out.number(passage.confidence)
        extras(passage, &out)
        out.byte(UInt8(ascii: "}"))
    }

    private func extras(_ passage: Edge.Passage, _ out: inout ByteWriter) {
        if let speaker = passage.speaker {
            next("speaker", &out)
            string(speaker.id, &out)
        }
        details(passage.evidence, &out)
    }

    /// The members that few passages have: date, attribution and findings, each after a comma.
    func details(_ evidence: Evidence, _ out: inout ByteWriter) {
        if let date = evidence.date {
            next("date", &out)
            string(date, &out)
        }
        if !evidence.attribution.isEmpty {
            next("attribution", &out)
            strings(evidence.attribution, &out)
        }
        if !evidence.findings.isEmpty {
            next("findings", &out)
            findings(evidence.findings, &out)
        }
    }

    private func findings(_ findings: [Finding], _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "["))
        for i in findings.indices {
            if i > 0 { out.byte(UInt8(ascii: ",")) }
            out.byte(UInt8(ascii: "{"))
            name("method", &out)
            string(findings[i].method, &out)
            next("name", &out)
            string(findings[i].name, &out)
            next("score", &out)
            out.number(findings[i].score)
            out.byte(UInt8(ascii: "}"))
        }
        out.byte(UInt8(ascii: "]"))
    }

    /// A list of strings.
    func strings(_ values: [String], _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "["))
        for i in values.indices {
            if i > 0 { out.byte(UInt8(ascii: ",")) }
            string(values[i], &out)
        }
        out.byte(UInt8(ascii: "]"))
    }

    /// A string with its quotes.
    @inline(__always)
    func string(_ text: String, _ out: inout ByteWriter) {
        out.literal(quote)
        out.text(text, table)
        out.literal(quote)
    }

    /// Two offsets.
    func range(_ range: Range<Int>, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "["))
        out.integer(range.lowerBound)
        out.byte(UInt8(ascii: ","))
        out.integer(range.upperBound)
        out.byte(UInt8(ascii: "]"))
    }

    /// The name of the first member and its colon.
    @inline(__always)
    func name(_ name: StaticString, _ out: inout ByteWriter) {
        out.literal(quote)
        out.literal(name)
        out.literal(quote)
        out.byte(UInt8(ascii: ":"))
    }

    /// A comma, the name of a further member and its colon.
    @inline(__always)
    func next(_ name: StaticString, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: ","))
        self.name(name, &out)
    }
}
