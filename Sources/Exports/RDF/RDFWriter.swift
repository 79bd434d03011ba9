import Annotations
import Graphs

/// Writes a graph as RDF with its provenance.
///
/// Entities are of classes of schema.org and `owl:sameAs` their Wikidata items; an asserted relation is a plain triple; every
/// edge is also an `ent:Edge` with status and confidence, `prov:wasDerivedFrom` its documents; every passage is an
/// `ent:Passage` with text and byte offsets. Which triple an edge is about is told in one of three ways, see
/// ``RDFWriter/Statement``.
public struct RDFWriter: ExportWriter {
    /// The syntaxes.
    public enum Syntax: Sendable, Hashable {
        /// One triple a line.
        case nTriples
        /// Prefixes, and triples grouped by subject.
        case turtle
        /// JSON with a context.
        case jsonLD
        /// One triple a line, with the graph that it belongs to.
        case nQuads
    }

    /// The versions of RDF.
    public enum Version: String, Sendable, Hashable, CaseIterable {
        /// What every reader knows.
        case classic = "1.1"
        /// With triple terms, which few readers know yet.
        case triples = "1.2"
    }

    /// How an edge says which triple it is about.
    enum Statement: Sendable {
        /// `rdf:subject`, `rdf:predicate` and `rdf:object`: for every reader.
        case parts
        /// A graph of the edge's own name holds the triple; the edge itself stands in the default graph.
        case graph
        /// `rdf:reifies` and the triple (RDF 1.2).
        case triple
    }

    private let syntax: Syntax
    private let version: Version

    /// Makes a writer; JSON-LD and N-Quads have no form for version 1.2 here and stay as they are.
    public init(_ syntax: Syntax, version: Version = .classic) {
        self.syntax = syntax
        self.version = version
    }

    /// The writer for a version, or nil where the syntax has no form for it.
    func with(_ version: Version) -> RDFWriter? {
        let hasForm = version == .classic || syntax == .nTriples || syntax == .turtle
        return hasForm ? RDFWriter(syntax, version: version) : nil
    }

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        let statement: Statement = version == .triples ? .triple : .parts
        switch syntax {
        case .nTriples: try RDFDescription(model, LineSyntax(), statement).write(&out)
        case .nQuads: try RDFDescription(model, LineSyntax(), .graph).write(&out)
        case .turtle: try RDFDescription(model, TurtleSyntax(), statement).write(&out)
        case .jsonLD: try RDFDescription(model, JSONLDSyntax(), .parts).write(&out)
        }
    }
}

private enum Term {
    static let type = RDFTerm(.rdf, "type")
    static let label = RDFTerm(.rdfs, "label")
    static let seeAlso = RDFTerm(.rdfs, "seeAlso")
    static let name = RDFTerm(.schema, "name")
    static let alternateName = RDFTerm(.schema, "alternateName")
    static let identifier = RDFTerm(.schema, "identifier")
    static let headline = RDFTerm(.schema, "headline")
    static let url = RDFTerm(.schema, "url")
    static let subjectOf = RDFTerm(.schema, "subjectOf")
    static let sameAs = RDFTerm(.owl, "sameAs")
    static let derivedFrom = RDFTerm(.prov, "wasDerivedFrom")
    static let subject = RDFTerm(.rdf, "subject")
    static let predicate = RDFTerm(.rdf, "predicate")
    static let object = RDFTerm(.rdf, "object")
    static let reifies = RDFTerm(.rdf, "reifies")
    static let entity = RDFTerm(.ent, "entity")
    static let kind = RDFTerm(.ent, "kind")
    static let mentions = RDFTerm(.ent, "mentions")
    static let mergedBecause = RDFTerm(.ent, "mergedBecause")
    static let plover = RDFTerm(.ent, "plover")
    static let status = RDFTerm(.ent, "status")
    static let confidence = RDFTerm(.ent, "confidence")
    static let count = RDFTerm(.ent, "count")
    static let passage = RDFTerm(.ent, "passage")
    static let start = RDFTerm(.ent, "startByte")
    static let end = RDFTerm(.ent, "endByte")
    static let sourceStart = RDFTerm(.ent, "sourceStartByte")
    static let sourceEnd = RDFTerm(.ent, "sourceEndByte")
    static let targetStart = RDFTerm(.ent, "targetStartByte")
    static let targetEnd = RDFTerm(.ent, "targetEndByte")
    static let text = RDFTerm(.ent, "text")
    static let speaker = RDFTerm(.ent, "speaker")
    static let foundBy = RDFTerm(.ent, "foundBy")
    static let attribution = RDFTerm(.ent, "attribution")
    static let date = RDFTerm(.schema, "datePublished")
    static let edgeClass = RDFName.term(RDFTerm(.ent, "Edge"))
    static let passageClass = RDFName.term(RDFTerm(.ent, "Passage"))
}

/// Tells a syntax all that there is to say of a graph.
private struct RDFDescription<Syntax: RDFSyntax> {
    private let model: ExportModel
    private let statement: RDFWriter.Statement
    private var pen: RDFPen<Syntax>

    init(_ model: ExportModel, _ syntax: Syntax, _ statement: RDFWriter.Statement) {
        self.model = model
        self.statement = statement
        pen = RDFPen(syntax: syntax)
    }

    consuming func write(_ out: inout ByteWriter) throws {
        pen.syntax.head(&out)
        for row in model.relations { relation(row, &out) }
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
        pen.syntax.foot(&out)
    }

    private mutating func relation(_ relation: ExportRelation, _ out: inout ByteWriter) {
        let type = relation.type
        pen.begin(.relation(relation), &out)
        pen.add(Term.type, .name(.term(RDFTerm(.rdf, "Property"))), &out)
        if type.isSymmetric { pen.add(Term.type, .name(.term(RDFTerm(.owl, "SymmetricProperty"))), &out) }
        pen.add(Term.label, .text(type.label), &out)
        for property in type.wikidata.split(separator: "/") {
            pen.add(Term.seeAlso, .name(.made(.wdt, path: "", String(property))), &out)
        }
        if !type.plover.isEmpty { pen.add(Term.plover, .text(type.plover), &out) }
        pen.end(&out)
    }

    private mutating func document(_ document: GraphDocument, _ out: inout ByteWriter) {
        pen.begin(.document(document.id), &out)
        pen.add(Term.type, .name(.term(RDFTerm(.prov, "Entity"))), &out)
        pen.add(Term.type, .name(.term(RDFTerm(.schema, "NewsArticle"))), &out)
        pen.add(Term.identifier, .text(document.id), &out)
        if let title = document.title { pen.add(Term.headline, .text(title), &out) }
        if let date = document.date { pen.add(Term.date, Self.date(date), &out) }
        if let url = document.url { pen.add(Term.url, .text(url), &out) }
        pen.end(&out)
    }

    private static func date(_ text: String) -> RDFValue {
        CalendarDate.isValid(text) ? .date(text) : .text(TextCleaner.clean(text))
    }

    private static func entityClass(_ kind: EntityKind) -> RDFTerm {
        switch kind {
        case .person: RDFTerm(.schema, "Person")
        case .state: RDFTerm(.schema, "Country")
        case .organization: RDFTerm(.schema, "Organization")
        case .place: RDFTerm(.schema, "Place")
        case .group: RDFTerm(.ent, "Group")
        }
    }

    private mutating func entity(_ index: Int, _ out: inout ByteWriter) {
        let node = model.nodes[index].node
        pen.begin(.entity(model.nodes[index]), &out)
        pen.add(Term.type, .name(.term(Self.entityClass(node.entity.kind))), &out)
        pen.add(Term.label, .text(node.entity.name), &out)
        pen.add(Term.name, .text(node.entity.name), &out)
        for alias in node.entity.aliases { pen.add(Term.alternateName, .text(alias), &out) }
        if let wikidata = node.entity.wikidata {
            pen.add(Term.sameAs, .name(.made(.wd, path: "", wikidata)), &out)
        }
        pen.add(Term.entity, .text(node.entity.id), &out)
        pen.add(Term.kind, .text(node.entity.kind.rawValue), &out)
        pen.add(Term.mentions, .integer(node.mentions), &out)
        for document in node.documents {
            pen.add(Term.subjectOf, .name(.document(document)), &out)
        }
        for line in node.entity.chain { pen.add(Term.mergedBecause, .text(line), &out) }
        pen.end(&out)
    }

    private mutating func edge(_ edge: EdgeView, _ out: inout ByteWriter) {
        if edge.status == .asserted { triple(edge, &out) }
        if statement == .graph { quad(edge, &out) }
        let name = RDFName.edge(edge.row.key)
        pen.begin(name, &out)
        pen.add(Term.type, .name(Term.edgeClass), &out)
        about(edge, &out)
        pen.add(Term.status, .text(edge.status.rawValue), &out)
        pen.add(Term.confidence, .number(edge.confidence), &out)
        pen.add(Term.count, .integer(edge.count), &out)
        for document in edge.documents { pen.add(Term.derivedFrom, .name(.document(document)), &out) }
        for i in 0..<edge.count { pen.add(Term.passage, .name(.passage(edge.row.key, i + 1)), &out) }
        pen.end(&out)
        for i in 0..<edge.count { passage(edge.edge.passages[i], .passage(edge.row.key, i + 1), &out) }
    }

    private mutating func triple(_ edge: EdgeView, _ out: inout ByteWriter) {
        pen.begin(.entity(edge.source), &out)
        pen.add(.relation(edge.relation), .name(.entity(edge.target)), &out)
        pen.end(&out)
    }

    /// The triple in the edge's own graph, whatever the status: to stand there is not to be asserted.
    private mutating func quad(_ edge: EdgeView, _ out: inout ByteWriter) {
        pen.syntax.graph = .edge(edge.row.key)
        triple(edge, &out)
        pen.syntax.graph = nil
    }

    private mutating func about(_ edge: EdgeView, _ out: inout ByteWriter) {
        let subject = RDFName.entity(edge.source)
        let predicate = RDFName.relation(edge.relation)
        let object = RDFName.entity(edge.target)
        switch statement {
        case .graph: break
        case .triple: pen.add(Term.reifies, .triple(subject, predicate, object), &out)
        case .parts:
            pen.add(Term.subject, .name(subject), &out)
            pen.add(Term.predicate, .name(predicate), &out)
            pen.add(Term.object, .name(object), &out)
        }
    }

    private mutating func passage(_ passage: Edge.Passage, _ name: RDFName, _ out: inout ByteWriter) {
        let evidence = passage.evidence
        pen.begin(name, &out)
        pen.add(Term.type, .name(Term.passageClass), &out)
        pen.add(Term.derivedFrom, .name(.document(TextCleaner.clean(evidence.document))), &out)
        pen.add(Term.start, .integer(evidence.range.lowerBound), &out)
        pen.add(Term.end, .integer(evidence.range.upperBound), &out)
        pen.add(Term.sourceStart, .integer(evidence.source.lowerBound), &out)
        pen.add(Term.sourceEnd, .integer(evidence.source.upperBound), &out)
        pen.add(Term.targetStart, .integer(evidence.target.lowerBound), &out)
        pen.add(Term.targetEnd, .integer(evidence.target.upperBound), &out)
        pen.add(Term.text, .text(evidence.text), &out)
        pen.add(Term.confidence, .number(passage.confidence), &out)
        if let speaker = passage.speaker, let index = model.nodeIndex[speaker.id] {
            pen.add(Term.speaker, .name(.entity(model.nodes[index])), &out)
        }
        if let date = evidence.date { pen.add(Term.date, Self.date(date), &out) }
        if !evidence.attribution.isEmpty {
            pen.add(Term.attribution, .text(evidence.attribution.joined(separator: " > ")), &out)
        }
        for finding in evidence.findings {
            pen.add(Term.foundBy, .text("\(finding.method) \(finding.name) \(finding.score)"), &out)
        }
        pen.end(&out)
    }
}
