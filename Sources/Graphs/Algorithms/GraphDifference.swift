import Annotations

/// What two graphs say of the same relation between the same nodes.
public struct ClaimDifference: Sendable, Hashable {
    /// The id of the source.
    public let source: String
    /// The relation.
    public let relation: Relation
    /// The id of the target.
    public let target: String
    /// The edges of the first graph by index, one per status.
    public let first: [Int]
    /// The edges of the second graph by index, one per status.
    public let second: [Int]
}

/// What one graph has and another has not.
///
/// The same comparison serves two states of one graph ("what is new?") and two sources ("what does only one of them say?"):
/// filter a graph by documents or speakers to get the part of one source.
public struct GraphDifference: Sendable, Hashable {
    /// The ids of the nodes that only the first graph has.
    public let nodesOnlyInFirst: [String]
    /// The ids of the nodes that only the second graph has.
    public let nodesOnlyInSecond: [String]
    /// Relations that only the first graph knows, under any status.
    public let onlyInFirst: [ClaimDifference]
    /// Relations that only the second graph knows, under any status.
    public let onlyInSecond: [ClaimDifference]
    /// Relations that both know, under different statuses.
    public let changed: [ClaimDifference]
    /// Relations that both know under the same statuses.
    public let shared: [ClaimDifference]

    /// Compares two graphs.
    public init(from first: KnowledgeGraph, to second: KnowledgeGraph) {
        let old = Set(first.nodes.map(\.entity.id))
        let new = Set(second.nodes.map(\.entity.id))
        nodesOnlyInFirst = old.subtracting(new).sorted()
        nodesOnlyInSecond = new.subtracting(old).sorted()
        let claims = Self.claims(first, second)
        onlyInFirst = claims.filter { $0.second.isEmpty }
        onlyInSecond = claims.filter { $0.first.isEmpty }
        let both = claims.filter { !$0.first.isEmpty && !$0.second.isEmpty }
        changed = both.filter { Self.statuses($0.first, first) != Self.statuses($0.second, second) }
        shared = both.filter { Self.statuses($0.first, first) == Self.statuses($0.second, second) }
    }

    private static func claims(_ first: KnowledgeGraph, _ second: KnowledgeGraph) -> [ClaimDifference] {
        let a = groups(first)
        let b = groups(second)
        return Set(a.keys).union(b.keys).sorted().map { key in
            ClaimDifference(
                source: key.source, relation: key.relation, target: key.target, first: a[key] ?? [],
                second: b[key] ?? [])
        }
    }

    private static func groups(_ graph: KnowledgeGraph) -> [EdgeKey: [Int]] {
        var groups: [EdgeKey: [Int]] = [:]
        for i in graph.edges.indices {
            var key = graph.edges[i].key
            key.status = .asserted
            groups[key, default: []].append(i)
        }
        return groups
    }

    private static func statuses(_ edges: [Int], _ graph: KnowledgeGraph) -> [Status] {
        edges.map { graph.edges[$0].status }
    }
}
