import Annotations
import Graphs

/// A graph made ready for every writer, once: machine ids, clean labels, numbered ends.
///
/// Writers read this value and never the graph's own ids, so a hostile name can break no format. Only the JSON Lines
/// writer, which must lose nothing, writes the graph itself. It never changes; it and its parts are classes because
/// writers hand them on for every edge, and that then counts one reference.
public final class ExportModel: Sendable {
    /// The graph behind the model.
    public let graph: KnowledgeGraph
    /// The nodes in the order of the graph.
    public let nodes: [ExportNode]
    /// The edges in the order of the graph.
    public let edges: [ExportEdge]
    /// The relations that the edges use, sorted by id.
    public let relations: [ExportRelation]
    /// The documents in the order of the graph, clean.
    public let documents: [GraphDocument]
    /// Where each node stands in a drawing, in points, y upwards; nil where nothing was laid out.
    public let positions: [ExportPosition]?
    /// The characters taken out of names and titles because no format can hold them.
    public let dropped: Int
    /// The index of each entity id in `nodes`.
    let nodeIndex: [String: Int]

    /// Makes a model of a graph. Edges whose ends are not among the nodes are left out.
    ///
    /// - Parameter positions: a place for every node, by entity id, for formats that keep a layout.
    public init(_ graph: KnowledgeGraph, positions: [String: ExportPosition] = [:]) {
        self.graph = graph
        self.positions =
            positions.isEmpty
            ? nil : graph.nodes.map { positions[$0.entity.id] ?? ExportPosition(x: 0, y: 0) }
        nodes = MachineIDs.nodes(graph.nodes)
        nodeIndex = Dictionary(
            graph.nodes.indices.map { (graph.nodes[$0].entity.id, $0) }, uniquingKeysWith: { a, _ in a })
        relations = ExportRelation.used(by: graph)
        edges = EdgeNumbering(index: nodeIndex, relations: relations).edges(graph.edges)
        documents = graph.documents.map(\.clean)
        dropped = graph.nodes.reduce(0) { $0 + TextCleaner.foreignCount($1.entity.name) }
    }

    /// An edge with everything that a writer may want to say of it.
    public func view(_ edge: ExportEdge) -> EdgeView { EdgeView(model: self, row: edge) }
}

/// A place in a drawing, in points.
public struct ExportPosition: Sendable, Hashable {
    /// To the right.
    public let x: Double
    /// Upwards.
    public let y: Double

    /// Makes a place.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A node as writers see it.
public final class ExportNode: Sendable {
    /// The machine id: a letter or `_`, then letters, digits and `_`; unique over nodes and edges.
    public let id: String
    /// The node with clean texts.
    public let node: Node

    /// The name for people.
    public var label: String { node.entity.name }
    /// The kind (`person`).
    public var kind: String { node.entity.kind.rawValue }

    init(id: String, node: Node) {
        self.id = id
        self.node = node
    }
}

/// An edge as writers see it, in numbers; `ExportModel.view` gives the rest.
public struct ExportEdge: Sendable {
    /// The number behind the machine id.
    public let key: UInt64
    /// The index of the source in `nodes`.
    public let source: Int
    /// The index of the target in `nodes`.
    public let target: Int
    /// The index of the relation in `relations`.
    public let relation: Int
    /// The index of the edge in the graph.
    public let index: Int
}

/// A relation as writers see it.
public final class ExportRelation: Sendable {
    /// What the ontology says of it, or what can be guessed where the ontology has no row.
    public let type: RelationType
    /// The id as a name for machines: a letter or `_`, then letters, digits and `_`.
    public let id: String
    /// The id as the ontology has it, clean.
    public let name: String
    /// The id in capitals, as property graphs name relationships: `DEPLOYS_TO`.
    public let constant: String
    private let labels: [Status: String]

    init(type: RelationType, id: String, name: String, constant: String) {
        self.type = type
        self.id = id
        self.name = name
        self.constant = constant
        labels = Dictionary(uniqueKeysWithValues: Status.allCases.map { ($0, "\(type.label) (\($0.rawValue))") })
    }

    /// The label of an edge with a status: "deploys to", "deploys to (denied)".
    public func label(_ status: Status) -> String {
        status == .asserted ? type.label : labels[status] ?? type.label
    }

    static func used(by graph: KnowledgeGraph) -> [ExportRelation] {
        var seen = Set<String>()
        var last: String?
        for edge in graph.edges where edge.relation.rawValue != last {
            last = edge.relation.rawValue
            seen.insert(edge.relation.rawValue)
        }
        return seen.sorted().map { id in
            let relation = Relation(rawValue: id)
            let type =
                graph.ontology[relation]
                ?? RelationType(
                    relation: relation, label: TextCleaner.clean(id), isSymmetric: false, polarity: .neutral)
            let word = MachineIDs.word(id)
            return ExportRelation(type: type, id: word, name: TextCleaner.clean(id), constant: constant(word))
        }
    }

    private static func constant(_ word: String) -> String {
        var result = ""
        for character in word {
            if character.isUppercase, !result.isEmpty, result.last != "_" { result.append("_") }
            result += character.uppercased()
        }
        return result
    }
}

extension GraphDocument {
    var clean: GraphDocument {
        GraphDocument(
            id: TextCleaner.clean(id), title: title.map(TextCleaner.clean), date: date.map(TextCleaner.clean),
            url: url.map(TextCleaner.clean))
    }
}
