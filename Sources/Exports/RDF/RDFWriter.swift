import Annotations
import Graphs

/// Writes a graph as RDF with its provenance.
///
/// Entities are of classes of schema.org and `owl:sameAs` their Wikidata items; an asserted relation is a plain triple; every
/// edge is also an `ent:Edge` with subject, predicate and object, status and confidence, `prov:wasDerivedFrom` its documents;
/// every passage is an `ent:Passage` with text and byte offsets.
public struct RDFWriter: ExportWriter {
    /// The syntaxes.
    public enum Syntax: Sendable {
        /// One triple a line.
        case nTriples
        /// Prefixes, and triples grouped by subject.
        case turtle
        /// JSON with a context.
        case jsonLD
    }

    private let syntax: Syntax

    /// Makes a writer.
    public init(_ syntax: Syntax) { self.syntax = syntax }

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        switch syntax {
        case .nTriples: try RDFDescription(model: model, syntax: NTriplesSyntax()).write(&out)
        case .turtle: try RDFDescription(model: model, syntax: TurtleSyntax()).write(&out)
        case .jsonLD: try RDFDescription(model: model, syntax: JSONLDSyntax()).write(&out)
        }
    }
}

private enum Term {
    static let type = RDFName(.rdf, "type")
    static let label = RDFName(.rdfs, "label")
    static let name = RDFName(.schema, "name")
    static let alternateName = RDFName(.schema, "alternateName")
    static let sameAs = RDFName(.owl, "sameAs")
    static let derivedFrom = RDFName(.prov, "wasDerivedFrom")
    static let subject = RDFName(.rdf, "subject")
    static let predicate = RDFName(.rdf, "predicate")
    static let object = RDFName(.rdf, "object")
    static func own(_ local: String) -> RDFName { RDFName(.ent, local) }
    static let status = own("status")
    static let confidence = own("confidence")
    static let count = own("count")
    static let passage = own("passage")
    static let start = own("startByte")
    static let end = own("endByte")
    static let sourceStart = own("sourceStartByte")
    static let sourceEnd = own("sourceEndByte")
    static let targetStart = own("targetStartByte")
    static let targetEnd = own("targetEndByte")
    static let text = own("text")
    static let speaker = own("speaker")
    static let foundBy = own("foundBy")
    static let attribution = own("attribution")
    static let date = RDFName(.schema, "datePublished")
    static let edgeClass = own("Edge")
    static let passageClass = own("Passage")
}

/// Tells a syntax all that there is to say of a graph.
private struct RDFDescription<Syntax: RDFSyntax> {
    let model: ExportModel
    var syntax: Syntax
    private let entities: [RDFName]
    private let relations: [RDFName]

    init(model: ExportModel, syntax: Syntax) {
        self.model = model
        self.syntax = syntax
        entities = model.nodes.map { RDFName(.data, "entity/" + RDFName.encoded($0.node.entity.id)) }
        relations = model.relations.map { RDFName(.ent, RDFName.encoded($0.name)) }
    }

    consuming func write(_ out: inout ByteWriter) throws {
        syntax.head(&out)
        for i in model.relations.indices { relation(i, &out) }
        for document in model.documents {
            self.document(document, &out)
            try out.drain()
        }
        for i in model.nodes.indices {
            entity(i, &out)
            try out.drain()
        }
        for row in model.edges {
            edge(model.view(row), &out)
            try out.drain()
        }
        syntax.foot(&out)
    }

    private mutating func relation(_ index: Int, _ out: inout ByteWriter) {
        let type = model.relations[index].type
        syntax.begin(relations[index], &out)
        syntax.add(Term.type, .name(RDFName(.rdf, "Property")), &out)
        if type.isSymmetric { syntax.add(Term.type, .name(RDFName(.owl, "SymmetricProperty")), &out) }
        syntax.add(Term.label, .text(type.label), &out)
        for property in type.wikidata.split(separator: "/") {
            syntax.add(RDFName(.rdfs, "seeAlso"), .name(RDFName(.wdt, RDFName.encoded(String(property)))), &out)
        }
        if !type.plover.isEmpty { syntax.add(Term.own("plover"), .text(type.plover), &out) }
        syntax.end(&out)
    }

    private static func document(_ id: String) -> RDFName { RDFName(.data, "document/" + RDFName.encoded(id)) }

    private mutating func document(_ document: GraphDocument, _ out: inout ByteWriter) {
        syntax.begin(Self.document(document.id), &out)
        syntax.add(Term.type, .name(RDFName(.prov, "Entity")), &out)
        syntax.add(Term.type, .name(RDFName(.schema, "NewsArticle")), &out)
        syntax.add(RDFName(.schema, "identifier"), .text(document.id), &out)
        if let title = document.title { syntax.add(RDFName(.schema, "headline"), .text(title), &out) }
        if let date = document.date { syntax.add(Term.date, Self.date(date), &out) }
        if let url = document.url { syntax.add(RDFName(.schema, "url"), .text(url), &out) }
        syntax.end(&out)
    }

    private static func date(_ text: String) -> RDFValue {
        CalendarDate.isValid(text) ? .date(text) : .text(TextCleaner.clean(text))
    }

    private static func entityClass(_ kind: EntityKind) -> RDFName {
        switch kind {
        case .person: RDFName(.schema, "Person")
        case .state: RDFName(.schema, "Country")
        case .organization: RDFName(.schema, "Organization")
        case .place: RDFName(.schema, "Place")
        case .group: RDFName(.ent, "Group")
        }
    }

    private mutating func entity(_ index: Int, _ out: inout ByteWriter) {
        let node = model.nodes[index].node
        syntax.begin(entities[index], &out)
        syntax.add(Term.type, .name(Self.entityClass(node.entity.kind)), &out)
        syntax.add(Term.label, .text(node.entity.name), &out)
        syntax.add(Term.name, .text(node.entity.name), &out)
        for alias in node.entity.aliases { syntax.add(Term.alternateName, .text(alias), &out) }
        if let wikidata = node.entity.wikidata {
            syntax.add(Term.sameAs, .name(RDFName(.wd, RDFName.encoded(wikidata))), &out)
        }
        syntax.add(Term.own("entity"), .text(node.entity.id), &out)
        syntax.add(Term.own("kind"), .text(node.entity.kind.rawValue), &out)
        syntax.add(Term.own("mentions"), .integer(node.mentions), &out)
        for document in node.documents {
            syntax.add(RDFName(.schema, "subjectOf"), .name(Self.document(document)), &out)
        }
        for line in node.entity.chain { syntax.add(Term.own("mergedBecause"), .text(line), &out) }
        syntax.end(&out)
    }

    private mutating func edge(_ edge: EdgeView, _ out: inout ByteWriter) {
        let id = edge.id
        if edge.status == .asserted {
            syntax.begin(entities[edge.row.source], &out)
            syntax.add(relations[edge.row.relation], .name(entities[edge.row.target]), &out)
            syntax.end(&out)
        }
        syntax.begin(RDFName(.data, id), &out)
        syntax.add(Term.type, .name(Term.edgeClass), &out)
        syntax.add(Term.subject, .name(entities[edge.row.source]), &out)
        syntax.add(Term.predicate, .name(relations[edge.row.relation]), &out)
        syntax.add(Term.object, .name(entities[edge.row.target]), &out)
        syntax.add(Term.status, .text(edge.status.rawValue), &out)
        syntax.add(Term.confidence, .number(edge.confidence), &out)
        syntax.add(Term.count, .integer(edge.count), &out)
        for document in edge.documents { syntax.add(Term.derivedFrom, .name(Self.document(document)), &out) }
        for i in 0..<edge.count { syntax.add(Term.passage, .name(Self.passage(id, i)), &out) }
        syntax.end(&out)
        for i in 0..<edge.count { passage(edge.edge.passages[i], Self.passage(id, i), &out) }
    }

    private static func passage(_ edge: String, _ index: Int) -> RDFName { RDFName(.data, "\(edge).\(index + 1)") }

    private mutating func passage(_ passage: Edge.Passage, _ name: RDFName, _ out: inout ByteWriter) {
        let evidence = passage.evidence
        syntax.begin(name, &out)
        syntax.add(Term.type, .name(Term.passageClass), &out)
        syntax.add(Term.derivedFrom, .name(Self.document(TextCleaner.clean(evidence.document))), &out)
        syntax.add(Term.start, .integer(evidence.range.lowerBound), &out)
        syntax.add(Term.end, .integer(evidence.range.upperBound), &out)
        syntax.add(Term.sourceStart, .integer(evidence.source.lowerBound), &out)
        syntax.add(Term.sourceEnd, .integer(evidence.source.upperBound), &out)
        syntax.add(Term.targetStart, .integer(evidence.target.lowerBound), &out)
        syntax.add(Term.targetEnd, .integer(evidence.target.upperBound), &out)
        syntax.add(Term.text, .text(evidence.text), &out)
        syntax.add(Term.confidence, .number(passage.confidence), &out)
        if let speaker = passage.speaker, let index = model.nodeIndex[speaker.id] {
            syntax.add(Term.speaker, .name(entities[index]), &out)
        }
        if let date = evidence.date { syntax.add(Term.date, Self.date(date), &out) }
        if !evidence.attribution.isEmpty {
            syntax.add(Term.attribution, .text(evidence.attribution.joined(separator: " > ")), &out)
        }
        for finding in evidence.findings {
            syntax.add(Term.foundBy, .text("\(finding.method) \(finding.name) \(finding.score)"), &out)
        }
        syntax.end(&out)
    }
}
