import Annotations

/// Numbers that look random and are the same for the same seed on every machine (SplitMix64).
public struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Makes a sequence.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in `0..<bound`.
    public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}

/// Makes graphs of any size for tests and measurements: few nodes with many edges, many with few, as in the news.
public struct SyntheticGraph: Sendable {
    /// The number of nodes.
    public var nodes: Int
    /// The number of edges; fewer come out where so many different ones do not exist.
    public var edges: Int
    /// The seed.
    public var seed: UInt64

    /// Makes a recipe.
    public init(nodes: Int, edges: Int, seed: UInt64 = 1) {
        self.nodes = nodes
        self.edges = edges
        self.seed = seed
    }

    /// The graph.
    public func graph(ontology: Ontology) -> KnowledgeGraph {
        var numbers = SeededNumbers(seed: seed)
        let documents = (0..<max(1, nodes / 10)).map(Self.document)
        let nodes = (0..<nodes).map { Self.node($0, of: self.nodes, documents) }
        let relations = ontology.relations.sorted { $0.relation < $1.relation }
        let keys = keys(relations, &numbers)
        let edges = keys.map { Self.edge($0, nodes, relations, documents, &numbers) }
        return KnowledgeGraph(ontology: ontology, documents: documents, nodes: nodes, edges: edges)
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits
    }

    private static func document(_ index: Int) -> GraphDocument {
        let day = 1 + index % 28
        return GraphDocument(
            id: "wire/\(padded(index)).txt", title: "Dispatch \(index)", date: "2015-09-\(day < 10 ? "0" : "")\(day)")
    }

    private static func node(_ index: Int, of total: Int, _ documents: [GraphDocument]) -> Node {
        // Kinds in blocks of the order of their names, so that ids ascend with the index.
        let kinds = EntityKind.allCases.sorted()
        let kind = kinds[index * kinds.count / total]
        let entity = Entity(
            id: "\(kind.rawValue):actor-\(padded(index))", name: "\(names[index % names.count]) \(index)", kind: kind,
            aliases: index % 3 == 0 ? ["The \(names[(index + 1) % names.count]) & Co. \(index)"] : [],
            wikidata: index % 5 == 0 ? "Q\(index + 1)" : nil)
        return Node(entity: entity, mentions: 1 + index % 17, documents: [documents[index % documents.count].id])
    }

    /// Packed source, relation, target and status in the order of edges.
    private func keys(_ relations: [RelationType], _ numbers: inout SeededNumbers) -> [UInt64] {
        var keys = Set<UInt64>()
        keys.reserveCapacity(edges)
        var tries = 0
        while keys.count < edges, tries < edges * 20, nodes > 0, !relations.isEmpty {
            tries += 1
            var source = hub(&numbers)
            var target = numbers.below(nodes)
            let relation = numbers.below(relations.count)
            if relations[relation].isSymmetric, source > target { swap(&source, &target) }
            let status = [0, 0, 0, 1, 2, 3, 4][numbers.below(7)]
            keys.insert(UInt64(source) << 36 | UInt64(relation) << 28 | UInt64(target) << 4 | UInt64(status))
        }
        return keys.sorted()
    }

    /// A node, low indices far more often than high ones.
    private func hub(_ numbers: inout SeededNumbers) -> Int {
        let part = Double(numbers.below(1 << 30)) / Double(1 << 30)
        return min(nodes - 1, Int(part * part * part * Double(nodes)))
    }

    private static func edge(
        _ key: UInt64, _ nodes: [Node], _ relations: [RelationType], _ documents: [GraphDocument],
        _ numbers: inout SeededNumbers
    ) -> Edge {
        let source = nodes[Int(key >> 36)].entity
        let target = nodes[Int(key >> 4 & 0xFF_FFFF)].entity
        let relation = relations[Int(key >> 28 & 0xFF)]
        let status = Status.allCases[Int(key & 0xF)]
        let passages = (0..<(numbers.below(8) == 0 ? 2 : 1)).map { _ in
            let start = numbers.below(3_000)
            let text = "\(source.name) \(relation.label) \(target.name), officials said on Tuesday."
            let document = documents[numbers.below(documents.count)]
            return Edge.Passage(
                evidence: Evidence(
                    document: document.id, range: start..<(start + text.utf8.count), text: text,
                    source: start..<(start + source.name.utf8.count), target: start..<(start + target.name.utf8.count),
                    findings: [Finding(method: "rule", name: relation.relation.rawValue + "-verb", score: 0.75)],
                    date: document.date),
                speaker: status == .alleged ? nodes[numbers.below(nodes.count)].entity.reference : nil,
                confidence: Confidence.rounded(0.5 + Double(numbers.below(500)) / 1_000))
        }
        return Edge(
            source: source.id, relation: relation.relation, target: target.id, status: status,
            passages: PassageMerger.merged(passages))
    }

    private static let names = [
        "Avel Doran", "Ministry of Works", "Port Kesh", "Velland", "Orsan Front", "Mirel Tash", "Kingdom of Ost",
        "Sava & Sons",
    ]
}
