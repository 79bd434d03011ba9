import Annotations
import Graphs

/// Writes the lossless master format: one assertion a line, after lines for what assertions do not say.
///
/// The first line is `{"t":"graph",...}` with the counts by which a cut-off file is noticed; then come the relations, the
/// documents and the nodes, one line each with a `t`; then an assertion per passage, which has no `t`. This writer alone
/// reads the graph itself and not the cleaned model: control characters survive as `\u00XX`.
public struct JSONLinesWriter: ExportWriter {
    private let json = PassageJSON.plain

    /// Makes a writer.
    public init() {}

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        try write(model.graph, to: &out)
    }

    /// Writes a graph.
    public func write(_ graph: KnowledgeGraph, to out: inout ByteWriter) throws {
        head(graph, &out)
        for type in graph.ontology.relations { relation(type, &out) }
        for row in graph.documents { document(row, &out) }
        for row in graph.nodes {
            node(row, &out)
            try out.drain()
        }
        try assertions(graph, &out)
    }

    /// Writes one assertion as a line, in the form of the ontology.
    public func write(_ assertion: Assertion, to out: inout ByteWriter) {
        line(
            source: assertion.source, relation: assertion.relation.rawValue, target: assertion.target,
            status: assertion.status,
            passage: Edge.Passage(
                evidence: assertion.evidence, speaker: assertion.speaker, confidence: assertion.confidence), &out)
    }

    private func head(_ graph: KnowledgeGraph, _ out: inout ByteWriter) {
        out.literal("{\"t\":\"graph\",\"format\":\"entente\",\"version\":1,\"documents\":")
        out.integer(graph.documents.count)
        out.literal(",\"nodes\":")
        out.integer(graph.nodes.count)
        out.literal(",\"edges\":")
        out.integer(graph.edges.count)
        out.literal(",\"assertions\":")
        out.integer(graph.edges.reduce(0) { $0 + $1.passages.count })
        out.literal("}\n")
    }

    private func relation(_ type: RelationType, _ out: inout ByteWriter) {
        out.literal("{\"t\":\"relation\",")
        HeaderJSON(json: json).relationMembers(type, &out)
        out.literal("}\n")
    }

    private func document(_ document: GraphDocument, _ out: inout ByteWriter) {
        out.literal("{\"t\":\"document\",")
        HeaderJSON(json: json).documentMembers(document, &out)
        out.literal("}\n")
    }

    private func node(_ node: Node, _ out: inout ByteWriter) {
        out.literal("{\"t\":\"node\",")
        referenceMembers(node.entity.reference, &out)
        if let wikidata = node.entity.wikidata {
            json.next("wikidata", &out)
            json.string(wikidata, &out)
        }
        json.next("aliases", &out)
        json.strings(node.entity.aliases, &out)
        json.next("mentions", &out)
        out.integer(node.mentions)
        json.next("documents", &out)
        json.strings(node.documents, &out)
        if !node.entity.chain.isEmpty {
            json.next("chain", &out)
            json.strings(node.entity.chain, &out)
        }
        out.literal("}\n")
    }

    private func assertions(_ graph: KnowledgeGraph, _ out: inout ByteWriter) throws {
        let references = Dictionary(
            graph.nodes.map { ($0.entity.id, $0.entity.reference) }, uniquingKeysWith: { a, _ in a })
        var source = EntityReference(id: "", name: "", kind: .group)
        for edge in graph.edges {
            if source.id != edge.source || source.name.isEmpty { source = Self.reference(edge.source, references) }
            let target = Self.reference(edge.target, references)
            for passage in edge.passages {
                line(
                    source: source, relation: edge.relation.rawValue, target: target, status: edge.status,
                    passage: passage, &out)
                try out.drain()
            }
        }
    }

    private static func reference(_ id: String, _ references: [String: EntityReference]) -> EntityReference {
        references[id] ?? EntityReference(id: id, name: id, kind: .group)
    }

    private func line(
        source: EntityReference, relation: String, target: EntityReference, status: Status, passage: Edge.Passage,
        _ out: inout ByteWriter
    ) {
        out.literal("{\"document\":")
        json.string(passage.evidence.document, &out)
        out.literal(",\"source\":")
        reference(source, &out)
        out.literal(",\"relation\":")
        json.string(relation, &out)
        out.literal(",\"target\":")
        reference(target, &out)
        out.literal(",\"status\":\"")
        out.text(status.rawValue)
        out.literal("\",\"speaker\":")
        if let speaker = passage.speaker { reference(speaker, &out) } else { out.literal("null") }
        out.literal(",\"confidence\":")
        out.number(passage.confidence)
        out.literal(",\"evidence\":{\"start\":")
        evidence(passage.evidence, &out)
        out.literal("}}\n")
    }

    private func evidence(_ evidence: Evidence, _ out: inout ByteWriter) {
        out.integer(evidence.range.lowerBound)
        json.next("end", &out)
        out.integer(evidence.range.upperBound)
        json.next("text", &out)
        json.string(evidence.text, &out)
        json.next("source", &out)
        json.range(evidence.source, &out)
        json.next("target", &out)
        json.range(evidence.target, &out)
        json.details(evidence, &out)
    }

    private func reference(_ reference: EntityReference, _ out: inout ByteWriter) {
        out.byte(UInt8(ascii: "{"))
        referenceMembers(reference, &out)
        out.byte(UInt8(ascii: "}"))
    }

    private func referenceMembers(_ reference: EntityReference, _ out: inout ByteWriter) {
        json.name("id", &out)
        json.string(reference.id, &out)
        json.next("name", &out)
        json.string(reference.name, &out)
        json.next("kind", &out)
        out.byte(UInt8(ascii: "\""))
        out.text(reference.kind.rawValue)
        out.byte(UInt8(ascii: "\""))
    }
}
