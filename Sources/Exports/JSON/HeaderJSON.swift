import Annotations
import Graphs

/// Writes what a graph knows apart from nodes and edges: its documents and its ontology.
struct HeaderJSON {
    let json: PassageJSON

    func documents(_ documents: [GraphDocument], _ out: inout ByteWriter) {
        list(documents.count, &out) { document(documents[$0], &$1) }
    }

    func document(_ document: GraphDocument, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "{"))
        documentMembers(document, &out)
        out.byte(UInt8(ascii: "}"))
    }

    func documentMembers(_ document: GraphDocument, _ out: inout ByteWriter) {
        json.name("id", &out)
        json.string(document.id, &out)
        optional("title", document.title, &out)
        optional("date", document.date, &out)
        optional("url", document.url, &out)
    }

    func ontology(_ ontology: Ontology, _ out: inout ByteWriter) {
        list(ontology.relations.count, &out) { relation(ontology.relations[$0], &$1) }
    }

    func relation(_ type: RelationType, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "{"))
        relationMembers(type, &out)
        out.byte(UInt8(ascii: "}"))
    }

    func relationMembers(_ type: RelationType, _ out: inout ByteWriter) {
        json.name("id", &out)
        json.string(type.relation.rawValue, &out)
        json.next("label", &out)
        json.string(type.label, &out)
        json.next("symmetric", &out)
        out.boolean(type.isSymmetric)
        json.next("polarity", &out)
        json.string(type.polarity.rawValue, &out)
        filled("plover", type.plover, &out)
        filled("cameo", type.cameo, &out)
        filled("wikidata", type.wikidata, &out)
    }

    private func filled(_ name: StaticString, _ value: String, _ out: inout ByteWriter) {
        if !value.isEmpty { optional(name, value, &out) }
    }

    private func optional(_ name: StaticString, _ value: String?, _ out: inout ByteWriter) {
        guard let value else { return }
        json.next(name, &out)
        json.string(value, &out)
    }

    private func list(_ count: Int, _ out: inout ByteWriter, _ element: (Int, inout ByteWriter) -> Void) {
        out.byte(UInt8(ascii: "["))
        for i in 0..<count {
            if i > 0 { out.byte(UInt8(ascii: ",")) }
            element(i, &out)
        }
        out.byte(UInt8(ascii: "]"))
    }
}
