import Annotations

/// Makes one node of all that documents and assertions say of an entity.
struct NodeMerger {
    let assertions: [Assertion]
    let entities: [EntityOccurrence]
    let keepsIsolated: Bool

    func nodes() -> [Node] {
        let named = references()
        var occurrences: [String: [EntityOccurrence]] = [:]
        for occurrence in entities where keepsIsolated || named[occurrence.entity.id] != nil {
            occurrences[occurrence.entity.id, default: []].append(occurrence)
        }
        for (id, use) in named where occurrences[id] == nil { occurrences[id] = use.occurrences }
        return occurrences.keys.sorted().map { Self.node(occurrences[$0] ?? []) }
    }

    /// An entity that only assertions name: how often each document does.
    private struct Use {
        var reference: EntityReference
        var documents: [String: Int] = [:]

        var occurrences: [EntityOccurrence] {
            let entity = Entity(id: reference.id, name: reference.name, kind: reference.kind)
            return documents.keys.sorted().map {
                EntityOccurrence(entity: entity, document: $0, mentions: documents[$0] ?? 0)
            }
        }
    }

    private func references() -> [String: Use] {
        var uses: [String: Use] = [:]
        for assertion in assertions {
            for reference in [assertion.source, assertion.target, assertion.speaker].compactMap({ $0 }) {
                var use = uses[reference.id] ?? Use(reference: reference)
                if (reference.name, reference.kind) < (use.reference.name, use.reference.kind) {
                    use.reference = reference
                }
                use.documents[assertion.evidence.document, default: 0] += 1
                uses[reference.id] = use
            }
        }
        return uses
    }

    private static func node(_ occurrences: [EntityOccurrence]) -> Node {
        let ordered = occurrences.sorted { sortKey($0) < sortKey($1) }
        let best = canonical(ordered)
        var entity = best
        entity.aliases = Set(ordered.flatMap { $0.entity.aliases + [$0.entity.name] }).subtracting([best.name]).sorted()
        entity.wikidata = ordered.compactMap(\.entity.wikidata).min()
        var seen = Set<String>()
        entity.chain = ordered.flatMap(\.entity.chain).filter { seen.insert($0).inserted }
        return Node(
            entity: entity, mentions: ordered.reduce(0) { $0 + $1.mentions },
            documents: Set(ordered.map(\.document)).sorted())
    }

    private static func sortKey(_ occurrence: EntityOccurrence) -> (String, String, String, String) {
        let entity = occurrence.entity
        return (occurrence.document, entity.name, entity.kind.rawValue, entity.chain.joined(separator: "\n"))
    }

    /// The entity under the name with most mentions; of equal ones the longest name, then the first in order.
    private static func canonical(_ occurrences: [EntityOccurrence]) -> Entity {
        var mentions: [String: Int] = [:]
        for occurrence in occurrences { mentions[occurrence.entity.name, default: 0] += occurrence.mentions }
        let best = occurrences.max { a, b in
            let x = (mentions[a.entity.name] ?? 0, a.entity.name.utf8.count)
            let y = (mentions[b.entity.name] ?? 0, b.entity.name.utf8.count)
            return x != y ? x < y : a.entity.name > b.entity.name
        }
        return best?.entity ?? Entity(id: "", name: "", kind: .group)
    }
}
