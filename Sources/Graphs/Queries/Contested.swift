import Annotations

/// A claim that one side makes and another denies.
public struct Contest: Sendable, Hashable {
    /// Why it is contested.
    public enum Reason: String, Sendable, Hashable {
        /// The same relation is asserted or alleged by one and denied by another.
        case denied
        /// Two relations that exclude each other are both claimed.
        case opposed
    }

    /// Why it is contested.
    public let reason: Reason
    /// The index of the source node of the claim.
    public let source: Int
    /// The relation that is claimed.
    public let relation: Relation
    /// The index of the target node of the claim.
    public let target: Int
    /// The edges (by index) that claim it.
    public let claims: [Int]
    /// The edges (by index) that say otherwise.
    public let denials: [Int]
}

extension GraphIndex {
    /// The relations that exclude each other when said of the same pair.
    public static let opposedRelations: [(String, String)] = [
        ("backs", "opposes"), ("alliedWith", "fights"), ("alliedWith", "opposes"),
    ]

    /// All contested claims, in the order of the graph; denials before opposed relations.
    public func contested() -> [Contest] {
        let groups = claimGroups()
        let denied = groups.keys.sorted().compactMap { denial(groups[$0] ?? []) }
        return denied + opposedContests(groups)
    }

    /// Edges by source, relation and target.
    private func claimGroups() -> [EdgeKey: [Int]] {
        var groups: [EdgeKey: [Int]] = [:]
        for i in graph.edges.indices {
            var key = graph.edges[i].key
            key.status = .asserted
            groups[key, default: []].append(i)
        }
        return groups
    }

    private func denial(_ edges: [Int]) -> Contest? {
        let claims = edges.filter { isClaim(graph.edges[$0]) }
        let denials = edges.filter { graph.edges[$0].status == .denied }
        guard let first = claims.first, haveTwoVoices(claims, denials) else { return nil }
        return contest(.denied, first, claims, denials)
    }

    private func contest(_ reason: Contest.Reason, _ edge: Int, _ claims: [Int], _ denials: [Int]) -> Contest {
        Contest(
            reason: reason, source: Int(sources[edge]), relation: graph.edges[edge].relation,
            target: Int(targets[edge]),
            claims: claims, denials: denials)
    }

    private func isClaim(_ edge: Edge) -> Bool { edge.status == .asserted || edge.status == .alleged }

    /// True where not all passages of both sides have one and the same voice.
    private func haveTwoVoices(_ a: [Int], _ b: [Int]) -> Bool {
        let first = voices(a)
        let second = voices(b)
        return !first.isEmpty && !second.isEmpty && first.union(second).count > 1
    }

    /// Who says it: speakers by id, and each document that speaks for itself.
    private func voices(_ edges: [Int]) -> Set<String> {
        Set(edges.flatMap { graph.edges[$0].passages.map { $0.speaker?.id ?? "document \($0.evidence.document)" } })
    }

    private func opposedContests(_ groups: [EdgeKey: [Int]]) -> [Contest] {
        var contests: [Contest] = []
        for key in groups.keys.sorted() {
            for (relation, opposite) in Self.opposedRelations where key.relation.rawValue == relation {
                let claims = (groups[key] ?? []).filter { isClaim(graph.edges[$0]) }
                let denials = opposites(of: key, opposite, groups)
                guard let first = claims.first, haveTwoVoices(claims, denials) else { continue }
                contests.append(contest(.opposed, first, claims, denials))
            }
        }
        return contests
    }

    /// Claims of the opposite relation between the same ends; both ways where either relation has no direction.
    private func opposites(of key: EdgeKey, _ opposite: String, _ groups: [EdgeKey: [Int]]) -> [Int] {
        let other = Relation(rawValue: opposite)
        let turns =
            (graph.ontology[key.relation]?.isSymmetric ?? false) || (graph.ontology[other]?.isSymmetric ?? false)
        let straight = EdgeKey(source: key.source, relation: other, target: key.target, status: .asserted)
        let turned = EdgeKey(source: key.target, relation: other, target: key.source, status: .asserted)
        let edges = (groups[straight] ?? []) + (turns && straight != turned ? groups[turned] ?? [] : [])
        return edges.filter { isClaim(graph.edges[$0]) }.sorted()
    }
}
