import Annotations
import GRDB
import Graphs

/// Puts a graph into the tables of an empty database.
struct GraphFilling {
    private let database: Database
    private let graph: KnowledgeGraph
    private let entities: [String: Int]
    private var documents: [String: Int]

    init(_ database: Database, _ graph: KnowledgeGraph) {
        self.database = database
        self.graph = graph
        entities = Dictionary(
            graph.nodes.indices.map { (graph.nodes[$0].entity.id, $0 + 1) }, uniquingKeysWith: { a, _ in a })
        documents = Dictionary(
            graph.documents.indices.map { (graph.documents[$0].id, $0 + 1) }, uniquingKeysWith: { a, _ in a })
    }

    /// Creates the tables with all rows, then indexes, views and full-text search.
    mutating func run() throws {
        try database.execute(sql: GraphSchema.tables)
        try addRelations()
        try addDocuments()
        try addNodes()
        try addEdges()
        try database.execute(sql: GraphSchema.indexes + GraphSchema.views)
        if try hasFullTextSearch() { try database.execute(sql: GraphSchema.search) }
        try database.execute(sql: "ANALYZE")
    }

    private func hasFullTextSearch() throws -> Bool {
        try Selection(database, "SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").next()
    }

    private func addRelations() throws {
        var row = try Insertion(database, into: "relation", columns: 8)
        for (number, type) in graph.ontology.relations.enumerated() {
            row.add(number + 1)
            row.add(type.relation.rawValue)
            row.add(type.label)
            row.add(type.isSymmetric ? 1 : 0)
            row.add(type.polarity.rawValue)
            row.add(type.plover)
            row.add(type.cameo)
            row.add(type.wikidata)
            try row.run()
        }
    }

    /// The documents of the graph, and behind them those that only nodes or evidence name.
    private mutating func addDocuments() throws {
        var row = try Insertion(database, into: "document", columns: 6)
        for (number, document) in graph.documents.enumerated() {
            try Self.add(document, number + 1, isListed: true, &row)
        }
        for node in graph.nodes {
            for id in node.documents { try addUnlisted(id, &row) }
        }
        for edge in graph.edges {
            for passage in edge.passages { try addUnlisted(passage.evidence.document, &row) }
        }
    }

    private mutating func addUnlisted(_ id: String, _ row: inout Insertion) throws {
        guard documents[id] == nil else { return }
        documents[id] = documents.count + 1
        try Self.add(GraphDocument(id: id), documents.count, isListed: false, &row)
    }

    private static func add(_ document: GraphDocument, _ key: Int, isListed: Bool, _ row: inout Insertion) throws {
        row.add(key)
        row.add(document.id)
        row.add(document.title)
        row.add(document.date)
        row.add(document.url)
        row.add(isListed ? 1 : 0)
        try row.run()
    }

    private func addNodes() throws {
        var row = try Insertion(database, into: "entity", columns: 6)
        var aliases = try Insertion(database, into: "alias", columns: 3)
        var reasons = try Insertion(database, into: "reason", columns: 3)
        var places = try Insertion(database, into: "entity_document", columns: 3)
        for (number, node) in graph.nodes.enumerated() {
            row.add(number + 1)
            row.add(node.entity.id)
            row.add(node.entity.name)
            row.add(node.entity.kind.rawValue)
            row.add(node.entity.wikidata)
            row.add(node.mentions)
            try row.run()
            try Self.add(node.entity.aliases, of: number + 1, &aliases)
            try Self.add(node.entity.chain, of: number + 1, &reasons)
            for (position, id) in node.documents.enumerated() {
                places.add(number + 1)
                places.add(position)
                places.add(documents[id])
                try places.run()
            }
        }
    }

    private static func add(_ texts: [String], of owner: Int, _ row: inout Insertion) throws {
        for (position, text) in texts.enumerated() {
            row.add(owner)
            row.add(position)
            row.add(text)
            try row.run()
        }
    }

    private func addEdges() throws {
        var row = try Insertion(database, into: "edge", columns: 6)
        var passages = try PassageFilling(database, entities: entities, documents: documents)
        for (number, edge) in graph.edges.enumerated() {
            row.add(number + 1)
            row.add(entities[edge.source])
            row.add(edge.relation.rawValue)
            row.add(entities[edge.target])
            row.add(edge.status.rawValue)
            row.add(edge.confidence)
            try row.run()
            for passage in edge.passages { try passages.add(passage, edge: number + 1) }
        }
    }
}

/// Puts passages into their tables.
private struct PassageFilling {
    private let entities: [String: Int]
    private let documents: [String: Int]
    private var row: Insertion
    private var attributions: Insertion
    private var findings: Insertion
    private var key = 0

    init(_ database: Database, entities: [String: Int], documents: [String: Int]) throws {
        self.entities = entities
        self.documents = documents
        row = try Insertion(database, into: "passage", columns: 13)
        attributions = try Insertion(database, into: "attribution", columns: 3)
        findings = try Insertion(database, into: "finding", columns: 5)
    }

    mutating func add(_ passage: Edge.Passage, edge: Int) throws {
        let evidence = passage.evidence
        key += 1
        row.add(key)
        row.add(edge)
        row.add(documents[evidence.document])
        add(evidence.range)
        row.add(evidence.text)
        add(evidence.source)
        add(evidence.target)
        row.add(try speaker(passage))
        row.add(passage.confidence)
        row.add(evidence.date)
        try row.run()
        try addDetails(evidence)
    }

    private mutating func add(_ range: Range<Int>) {
        row.add(range.lowerBound)
        row.add(range.upperBound)
    }

    private func speaker(_ passage: Edge.Passage) throws -> Int? {
        guard let speaker = passage.speaker else { return nil }
        guard let key = entities[speaker.id] else {
            throw StorageError(
                .data, "the speaker '\(speaker.id)' is no node of the graph", hint: "build the graph again")
        }
        return key
    }

    private mutating func addDetails(_ evidence: Evidence) throws {
        for (position, name) in evidence.attribution.enumerated() {
            attributions.add(key)
            attributions.add(position)
            attributions.add(name)
            try attributions.run()
        }
        for (position, finding) in evidence.findings.enumerated() {
            findings.add(key)
            findings.add(position)
            findings.add(finding.method)
            findings.add(finding.name)
            findings.add(finding.score)
            try findings.run()
        }
    }
}
