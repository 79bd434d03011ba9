import Annotations
import GRDB
import Graphs

/// Takes a graph out of the tables of a database, which other programs may have changed.
struct GraphLoading {
    private let database: Database
    private var documents: [Int: String] = [:]
    private var entities: [Int: Int] = [:]
    private var names: [String: String] = [:]

    init(_ database: Database) { self.database = database }

    /// The graph; throws a ``StorageError`` where it is not one.
    mutating func graph() throws -> KnowledgeGraph {
        let relations = try relations()
        let rows = try documentRows()
        let nodes = try nodes()
        let edges = try edges(nodes)
        let graph = KnowledgeGraph(
            ontology: Ontology(relations), documents: rows, nodes: nodes,
            edges: edges.map { $0.withCombinedConfidence() }
        ).sorted()
        if let problem = graph.invariantProblem() { throw Self.changed(problem) }
        return graph
    }

    private func relations() throws -> [RelationType] {
        let row = try Selection(
            database,
            "SELECT id, label, symmetric, polarity, plover, cameo, wikidata FROM relation ORDER BY key")
        var relations: [RelationType] = []
        while try row.next() {
            relations.append(
                RelationType(
                    relation: Relation(rawValue: row.text(0)), label: row.text(1), isSymmetric: row.integer(2) != 0,
                    polarity: try Self.known(row.text(3), "polarity"), plover: row.text(4), cameo: row.text(5),
                    wikidata: row.text(6)))
        }
        return relations
    }

    private mutating func documentRows() throws -> [GraphDocument] {
        let row = try Selection(database, "SELECT key, listed, id, title, date, url FROM document ORDER BY key")
        var rows: [GraphDocument] = []
        while try row.next() {
            let id = row.text(2)
            documents[row.integer(0)] = id
            guard row.integer(1) != 0 else { continue }
            rows.append(
                GraphDocument(
                    id: id, title: row.optionalText(3), date: row.optionalText(4), url: row.optionalText(5)))
        }
        return rows
    }

    // MARK: Nodes

    private mutating func nodes() throws -> [Node] {
        let row = try Selection(database, "SELECT key, id, name, kind, wikidata, mentions FROM entity ORDER BY key")
        var nodes: [Node] = []
        while try row.next() {
            entities[row.integer(0)] = nodes.count
            let entity = Entity(
                id: row.text(1), name: row.text(2), kind: try Self.known(row.text(3), "kind"),
                wikidata: row.optionalText(4))
            nodes.append(Node(entity: entity, mentions: row.integer(5), documents: []))
        }
        try addTexts("SELECT entity, name FROM alias ORDER BY entity, position", to: &nodes, \.entity.aliases)
        try addTexts("SELECT entity, text FROM reason ORDER BY entity, position", to: &nodes, \.entity.chain)
        try addDocuments(to: &nodes)
        return nodes
    }

    private func addTexts(
        _ sql: String, to nodes: inout [Node], _ path: WritableKeyPath<Node, [String]>
    ) throws {
        let row = try Selection(database, sql)
        while try row.next() { nodes[try node(row.integer(0))][keyPath: path].append(row.text(1)) }
    }

    private func addDocuments(to nodes: inout [Node]) throws {
        let row = try Selection(
            database, "SELECT entity, document FROM entity_document ORDER BY entity, position")
        while try row.next() {
            nodes[try node(row.integer(0))].documents.append(try document(row.integer(1)))
        }
    }

    // MARK: Edges

    private mutating func edges(_ nodes: [Node]) throws -> [Edge] {
        let row = try Selection(
            database, "SELECT key, source, relation, target, status, confidence FROM edge ORDER BY key")
        var edges: [Edge] = []
        var indices: [Int: Int] = [:]
        while try row.next() {
            indices[row.integer(0)] = edges.count
            edges.append(
                Edge(
                    source: nodes[try node(row.integer(1))].entity.id,
                    relation: Relation(rawValue: pooled(row.text(2))),
                    target: nodes[try node(row.integer(3))].entity.id, status: try Self.known(row.text(4), "status"),
                    confidence: row.number(5), passages: []))
        }
        try addPassages(to: &edges, indices, nodes)
        return edges
    }

    private mutating func addPassages(to edges: inout [Edge], _ indices: [Int: Int], _ nodes: [Node]) throws {
        let row = try Selection(
            database,
            """
            SELECT key, edge, document, start_byte, end_byte, text, source_start, source_end, target_start, target_end,
              speaker, confidence, date FROM passage ORDER BY key
            """)
        var details = try PassageDetails(database)
        while try row.next() {
            let key = row.integer(0)
            guard let edge = indices[row.integer(1)] else { throw Self.changed("a passage of no relation") }
            var evidence = Evidence(
                document: try document(row.integer(2)), range: try Self.range(row, 3, atLeast: 0), text: row.text(5),
                source: try Self.range(row, 6), target: try Self.range(row, 8), date: row.optionalText(12))
            evidence.attribution = try details.attribution(key)
            evidence.findings = try details.findings(key, &names)
            let speaker = try row.optionalInteger(10).map { nodes[try node($0)].entity.reference }
            edges[edge].passages.append(
                Edge.Passage(evidence: evidence, speaker: speaker, confidence: row.number(11)))
        }
    }

    // MARK: Values

    private func node(_ key: Int) throws -> Int {
        guard let index = entities[key] else { throw Self.changed("there is no entity with the key \(key)") }
        return index
    }

    private func document(_ key: Int) throws -> String {
        guard let id = documents[key] else { throw Self.changed("there is no document with the key \(key)") }
        return id
    }

    private mutating func pooled(_ name: String) -> String { names.pooled(name) }

    private static func range(_ row: Selection, _ column: CInt, atLeast least: Int = .min) throws -> Range<Int> {
        let (start, end) = (row.integer(column), row.integer(column + 1))
        guard least <= start, start <= end else { throw changed("a passage ends before it starts") }
        return start..<end
    }

    private static func known<Value: RawRepresentable<String>>(_ word: String, _ what: String) throws -> Value {
        guard let value = Value(rawValue: word) else { throw changed("unknown \(what) '\(word)'") }
        return value
    }

    private static func changed(_ problem: String) -> StorageError {
        StorageError(.data, problem, hint: "the file was changed by hand or by another program")
    }
}

/// What further tables say of passages, read beside them in the same order.
private struct PassageDetails {
    private let attributions: Selection
    private let findings: Selection
    private var hasAttribution: Bool
    private var hasFinding: Bool

    init(_ database: Database) throws {
        attributions = try Selection(
            database, "SELECT passage, name FROM attribution ORDER BY passage, position")
        findings = try Selection(
            database, "SELECT passage, method, name, score FROM finding ORDER BY passage, position")
        hasAttribution = try attributions.next()
        hasFinding = try findings.next()
    }

    mutating func attribution(_ passage: Int) throws -> [String] {
        var names: [String] = []
        while hasAttribution, attributions.integer(0) <= passage {
            if attributions.integer(0) == passage { names.append(attributions.text(1)) }
            hasAttribution = try attributions.next()
        }
        return names
    }

    mutating func findings(_ passage: Int, _ names: inout [String: String]) throws -> [Finding] {
        var result: [Finding] = []
        while hasFinding, findings.integer(0) <= passage {
            if findings.integer(0) == passage {
                result.append(
                    Finding(
                        method: names.pooled(findings.text(1)), name: names.pooled(findings.text(2)),
                        score: findings.number(3)))
            }
            hasFinding = try findings.next()
        }
        return result
    }
}

extension [String: String] {
    /// The one copy of a text that recurs.
    fileprivate mutating func pooled(_ text: String) -> String {
        if let known = self[text] { return known }
        self[text] = text
        return text
    }
}
