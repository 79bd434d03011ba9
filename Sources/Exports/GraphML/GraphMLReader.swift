import Annotations
import Graphs

/// Reads the GraphML that `GraphMLWriter` writes, and says what is missing in anybody else's.
public struct GraphMLReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// The graph in a file's bytes.
    public func read(_ bytes: [UInt8]) throws(GraphReadError) -> KnowledgeGraph {
        var parser = try XMLPullParser(bytes)
        var assembly = GraphMLAssembly()
        while true {
            switch try parser.next() {
            case .start(let name, let attributes): try assembly.start(Self.local(name), attributes, parser)
            case .end(let name): try assembly.end(Self.local(name), parser)
            case .text(let text): assembly.text(text)
            case .finished: return try assembly.graph(parser)
            }
        }
    }

    private static func local(_ name: String) -> String {
        name.utf8.contains(UInt8(ascii: ":")) ? String(name.split(separator: ":").last ?? "") : name
    }
}

/// Puts a graph together from the elements of a GraphML file.
private struct GraphMLAssembly {
    /// Ids of keys, with the name and the element they belong to.
    private var keys: [String: (element: String, name: String)] = [:]
    private var graphData: [String: [UInt8]] = [:]
    private var element: [String: [UInt8]] = [:]
    private var elementAttributes: [String: String] = [:]
    private var elementName = ""
    private var elementLine = 0
    private var dataKey: String?
    private var buffer: [UInt8] = []
    private var nodes: [Node] = []
    private var entityOfID: [String: String] = [:]
    private var references: [String: EntityReference] = [:]
    private var edges: [Edge] = []
    private var seenGraph = false

    private static let foreignHint =
        "only GraphML written by 'entente' can be read back; build a graph from documents with 'entente build'"

    mutating func start(
        _ name: String, _ attributes: [(name: String, value: String)], _ parser: XMLPullParser
    ) throws(GraphReadError) {
        let values = Dictionary(attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        switch name {
        case "key": keys[values["id"] ?? ""] = (values["for"] ?? "all", values["attr.name"] ?? "")
        case "graph":
            if seenGraph { throw failure("a second or nested graph", parser) }
            try checkKeys(parser)
            seenGraph = true
        case "node", "edge":
            if !elementName.isEmpty { throw failure("<\(name)> inside <\(elementName)>", parser) }
            elementName = name
            elementAttributes = values
            elementLine = parser.line
            element = [:]
        case "data":
            dataKey = values["key"] ?? ""
            buffer = []
        case "graphml", "desc": buffer = []
        default: throw failure("<\(name)>, which is not in our GraphML", parser)
        }
    }

    /// Names at once all that somebody else's file lacks.
    private func checkKeys(_ parser: XMLPullParser) throws(GraphReadError) {
        let needed = [
            "graph": ["format", "documents", "ontology"], "node": ["entity", "kind", "label", "mentions"],
            "edge": ["relation", "status", "evidence"],
        ]
        let declared = Set(keys.values.map { "\($0.element) \($0.name)" })
        let missing = needed.keys.sorted().flatMap { element in
            (needed[element] ?? []).map { "\(element) \($0)" }.filter { !declared.contains($0) }
        }
        guard missing.isEmpty else {
            throw failure("the file has no keys for: \(missing.joined(separator: ", "))", parser)
        }
    }

    mutating func text(_ text: [UInt8]) {
        if dataKey != nil { buffer += text }
    }

    mutating func end(_ name: String, _ parser: XMLPullParser) throws(GraphReadError) {
        switch name {
        case "data":
            guard let id = dataKey, let key = keys[id] else {
                throw failure("data with the undeclared key '\(dataKey ?? "")'", parser)
            }
            if elementName.isEmpty { graphData[key.name] = buffer } else { element[key.name] = buffer }
            dataKey = nil
        case "node":
            try closeNode(parser)
            elementName = ""
        case "edge":
            try closeEdge(parser)
            elementName = ""
        default: break
        }
    }

    private func failure(_ problem: String, _ parser: XMLPullParser) -> GraphReadError {
        parser.failure(problem, hint: Self.foreignHint)
    }

    private func required(_ name: String, _ what: String) throws(GraphReadError) -> [UInt8] {
        guard let value = element[name] else {
            throw GraphReadError(line: elementLine, problem: "the \(what) has no '\(name)'", hint: Self.foreignHint)
        }
        return value
    }

    private func text(_ name: String, _ what: String) throws(GraphReadError) -> String {
        String(decoding: try required(name, what), as: UTF8.self)
    }

    private func cursor(_ bytes: [UInt8]) -> JSONCursor {
        JSONCursor(bytes, range: bytes.indices, line: elementLine)
    }

    private func list(_ name: String) throws(GraphReadError) -> [String] {
        guard let value = element[name] else { return [] }
        var cursor = cursor(value)
        let strings = try cursor.strings()
        try cursor.finish()
        return strings
    }

    private mutating func closeNode(_ parser: XMLPullParser) throws(GraphReadError) {
        let id = elementAttributes["id"] ?? ""
        let what = "node '\(id)'"
        let kind = try text("kind", what)
        guard let kind = EntityKind(rawValue: kind) else {
            throw failure("the \(what) has the unknown kind '\(kind)'", parser)
        }
        let mentions = try text("mentions", what)
        guard let mentions = Int(mentions) else { throw failure("the \(what) has '\(mentions)' mentions", parser) }
        let entity = Entity(
            id: try text("entity", what), name: try text("label", what), kind: kind, aliases: try list("aliases"),
            wikidata: element["wikidata"].map { String(decoding: $0, as: UTF8.self) }, chain: try list("chain"))
        guard entityOfID.updateValue(entity.id, forKey: id) == nil else {
            throw failure("the \(what) occurs twice", parser)
        }
        references[entity.id] = entity.reference
        nodes.append(Node(entity: entity, mentions: mentions, documents: try list("documents")))
    }

    private mutating func closeEdge(_ parser: XMLPullParser) throws(GraphReadError) {
        let what = "edge '\(elementAttributes["id"] ?? "")'"
        let status = try text("status", what)
        guard let status = Status(rawValue: status) else {
            throw failure("the \(what) has the unknown status '\(status)'", parser)
        }
        var cursor = cursor(try required("evidence", what))
        let passages = try PartsParser.passages(&cursor, speakers: references)
        try cursor.finish()
        edges.append(
            Edge(
                source: try entity("source", what, parser), relation: Relation(rawValue: try text("relation", what)),
                target: try entity("target", what, parser), status: status, passages: passages))
    }

    private func entity(_ end: String, _ what: String, _ parser: XMLPullParser) throws(GraphReadError) -> String {
        guard let entity = entityOfID[elementAttributes[end] ?? ""] else {
            throw failure(
                "the \(what) has the \(end) '\(elementAttributes[end] ?? "")', which is no node before it", parser)
        }
        return entity
    }

    func graph(_ parser: XMLPullParser) throws(GraphReadError) -> KnowledgeGraph {
        guard seenGraph else { throw failure("no <graph> element", parser) }
        guard let format = graphData["format"] else {
            throw failure("the graph has no 'format', so it is somebody else's", parser)
        }
        guard format.elementsEqual(GraphMLKeys.format.utf8) else {
            throw failure("the format '\(String(decoding: format, as: UTF8.self))' is unknown", parser)
        }
        let graph = KnowledgeGraph(ontology: try ontology(), documents: try documents(), nodes: nodes, edges: edges)
        return try GraphRepair.checked(graph, line: parser.line)
    }

    private func documents() throws(GraphReadError) -> [GraphDocument] {
        var rows: [GraphDocument] = []
        var cursor = JSONCursor(graphData["documents"] ?? [91, 93], line: 1)
        try cursor.array { (cursor: inout JSONCursor) throws(GraphReadError) in
            rows.append(try PartsParser.document(&cursor))
        }
        return rows
    }

    private func ontology() throws(GraphReadError) -> Ontology {
        var rows: [RelationType] = []
        var cursor = JSONCursor(graphData["ontology"] ?? [91, 93], line: 1)
        try cursor.array { (cursor: inout JSONCursor) throws(GraphReadError) in
            rows.append(try PartsParser.relation(&cursor))
        }
        return Ontology(rows)
    }
}

extension JSONCursor {
    fileprivate init(_ bytes: [UInt8], line: Int) { self.init(bytes, range: bytes.indices, line: line) }
}
