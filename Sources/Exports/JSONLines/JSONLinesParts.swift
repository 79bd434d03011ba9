import Annotations
import Graphs

/// What the lines of a file have told so far.
struct JSONLinesParts {
    private var header: Header?
    private var relations: [RelationType] = []
    private var documents: [GraphDocument] = []
    private var nodes: [Node] = []
    private var assertions: [Assertion] = []
    private var edges: [Edge] = []
    private var count = 0

    private struct Header {
        var version = 0
        var documents = 0
        var nodes = 0
        var edges = 0
        var assertions = 0
    }

    /// Takes in one line.
    ///
    /// The first member tells its kind: `t` for what a saved graph says beside its assertions, anything else for an
    /// assertion.
    mutating func add(_ cursor: inout JSONCursor) throws(GraphReadError) {
        var line = Line()
        try cursor.object { (cursor: inout JSONCursor, name) throws(GraphReadError) in
            try line.take(name, &cursor)
        }
        switch line.kind {
        case "graph": header = try Self.header(line, cursor)
        case "relation": relations.append(line.relationType)
        case "document": documents.append(line.documentRow)
        case "node": nodes.append(try line.node(cursor))
        case "assertion": try addAssertion(line, cursor)
        default: throw cursor.failure("unknown kind of line '\(line.kind)'")
        }
    }

    private static func header(_ line: Line, _ cursor: JSONCursor) throws(GraphReadError) -> Header {
        let counts = line.counts
        guard counts["version"] == 1 else {
            throw cursor.failure("a version of the graph that this program does not know")
        }
        return Header(
            version: 1, documents: counts["documents"] ?? 0, nodes: counts["nodes"] ?? 0, edges: counts["edges"] ?? 0,
            assertions: counts["assertions"] ?? 0)
    }

    private mutating func addAssertion(_ line: Line, _ cursor: JSONCursor) throws(GraphReadError) {
        var line = line
        try line.close(cursor)
        guard let source = line.source else { throw cursor.failure("the assertion has no source") }
        guard let target = line.target else { throw cursor.failure("the assertion has no target") }
        guard let status = line.status else { throw cursor.failure("the assertion has no status") }
        guard let relation = line.relation else { throw cursor.failure("the assertion has no relation") }
        count += 1
        if header == nil {
            assertions.append(
                Assertion(
                    source: source, relation: Relation(rawValue: relation), target: target, status: status,
                    speaker: line.speaker, confidence: line.confidence, evidence: line.evidence))
        } else {
            append(
                Edge.Passage(evidence: line.evidence, speaker: line.speaker, confidence: line.confidence),
                source.id, relation, target.id, status)
        }
    }

    private mutating func append(
        _ passage: Edge.Passage, _ source: String, _ relation: String, _ target: String, _ status: Status
    ) {
        let last = edges.count - 1
        if last >= 0, edges[last].target == target, edges[last].source == source,
            edges[last].relation.rawValue == relation, edges[last].status == status
        {
            edges[last].passages.append(passage)
        } else {
            edges.append(
                Edge(
                    source: source, relation: Relation(rawValue: relation), target: target, status: status,
                    confidence: passage.confidence, passages: [passage]))
        }
    }

    /// The graph of all lines.
    func graph(fallback: Ontology, line: Int) throws(GraphReadError) -> KnowledgeGraph {
        let ontology = relations.isEmpty ? fallback : Ontology(relations)
        guard let header else {
            guard !assertions.isEmpty || line == 0 else {
                throw GraphReadError(
                    line: 1, problem: "neither a saved graph nor assertions",
                    hint: "give a file written by 'entente build'")
            }
            return GraphBuilder(ontology: ontology).graph(assertions: assertions, documents: documents)
        }
        guard header.assertions == count, header.nodes == nodes.count, header.documents == documents.count else {
            throw GraphReadError(
                line: line,
                problem:
                    "the file is cut off: \(count) of \(header.assertions) assertions, \(nodes.count) of \(header.nodes) nodes",
                hint: "copy it again, or write it again with 'entente build'")
        }
        let graph = KnowledgeGraph(
            ontology: ontology, documents: documents, nodes: nodes,
            edges: edges.map { $0.withCombinedConfidence() })
        return try GraphRepair.checked(graph, line: line)
    }
}

/// The members of one line, whatever its kind.
private struct Line {
    var kind = ""
    var counts: [String: Int] = [:]
    var relationType = PartsParser.emptyRelation
    var documentRow = GraphDocument(id: "")
    var entity = Entity(id: "", name: "", kind: .group)
    var entityKind: String?
    var mentions = 0
    var documents: [String] = []
    var source: EntityReference?
    var target: EntityReference?
    var relation: String?
    var status: Status?
    var speaker: EntityReference?
    var confidence = 0.0
    var evidence = PartsParser.emptyEvidence
    var offsets = (start: 0, end: 0)

    mutating func take(_ name: String, _ cursor: inout JSONCursor) throws(GraphReadError) {
        if kind.isEmpty {
            if name == "t" {
                kind = try cursor.pooledString()
                return
            }
            kind = "assertion"
        }
        switch kind {
        case "assertion": try takeAssertion(name, &cursor)
        case "node": try takeNode(name, &cursor)
        case "graph": try takeCount(name, &cursor)
        case "relation": try PartsParser.relationMember(name, &cursor, &relationType)
        case "document": try PartsParser.documentMember(name, &cursor, &documentRow)
        default: try cursor.skip()
        }
    }

    private mutating func takeCount(_ name: String, _ cursor: inout JSONCursor) throws(GraphReadError) {
        if name == "format" { try cursor.skip() } else { counts[name] = try cursor.integer() }
    }

    private mutating func takeNode(_ name: String, _ cursor: inout JSONCursor) throws(GraphReadError) {
        switch name {
        case "id": entity.id = try cursor.pooledString()
        case "name": entity.name = try cursor.pooledString()
        case "kind": entityKind = try cursor.pooledString()
        case "wikidata": entity.wikidata = try cursor.optionalString()
        case "aliases": entity.aliases = try cursor.strings()
        case "mentions": mentions = try cursor.integer()
        case "documents": documents = try cursor.strings()
        case "chain": entity.chain = try cursor.strings()
        default: try cursor.skip()
        }
    }

    private mutating func takeAssertion(_ name: String, _ cursor: inout JSONCursor) throws(GraphReadError) {
        switch name {
        case "document": evidence.document = try cursor.pooledString()
        case "source": source = try PartsParser.reference(&cursor)
        case "target": target = try PartsParser.reference(&cursor)
        case "speaker": speaker = try PartsParser.reference(&cursor)
        case "relation": relation = try cursor.pooledString()
        case "status": status = try PartsParser.status(try cursor.pooledString(), cursor)
        case "confidence": confidence = try cursor.number()
        case "evidence": try takeEvidence(&cursor)
        default: try cursor.skip()
        }
    }

    private mutating func takeEvidence(_ cursor: inout JSONCursor) throws(GraphReadError) {
        var evidence = self.evidence
        var offsets = self.offsets
        try cursor.object { (cursor: inout JSONCursor, name) throws(GraphReadError) in
            if name == "document" { return try cursor.skip() }
            try PartsParser.evidenceMember(name, &cursor, &evidence, &offsets)
        }
        self.evidence = evidence
        self.offsets = offsets
    }

    mutating func close(_ cursor: JSONCursor) throws(GraphReadError) {
        try PartsParser.close(&evidence, offsets, cursor)
    }

    func node(_ cursor: JSONCursor) throws(GraphReadError) -> Node {
        var entity = entity
        entity.kind = try PartsParser.kind(entityKind ?? "", cursor)
        return Node(entity: entity, mentions: mentions, documents: documents)
    }
}
