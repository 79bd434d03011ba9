import Extraction

/// Gives what documents say the entities of the whole corpus in place of the documents' own.
struct CorpusMerger: Sendable {
    let resolution: CorpusResolution

    /// One document's extraction with the corpus's entities; a relation of an entity with itself goes.
    func merged(_ extraction: DocumentExtraction, document: Int) -> DocumentExtraction {
        let merge = DocumentMerge(extraction, resolution, document)
        return DocumentExtraction(
            mentions: extraction.mentions.map(merge.mention), entities: merge.entities,
            assertions: extraction.assertions.compactMap(merge.assertion))
    }
}

/// The way from one document's entities to the corpus's.
private struct DocumentMerge {
    /// The corpus's entities that the document mentions, in order of their first mention.
    private(set) var entities: [Entity] = []
    /// For each of the document's entities its place in `entities`.
    private var places: [Int] = []
    private var byID: [String: EntityReference] = [:]
    private var names: [String: String] = [:]

    init(_ extraction: DocumentExtraction, _ resolution: CorpusResolution, _ document: Int) {
        var known: [Int: Int] = [:]
        for (own, corpus) in zip(extraction.entities, resolution.index[document]) {
            let entity = resolution.entities[corpus]
            byID[own.id] = entity.reference
            names[own.name] = entity.name
            if known[corpus] == nil {
                known[corpus] = entities.count
                entities.append(entity)
            }
            places.append(known[corpus] ?? 0)
        }
    }

    func mention(_ mention: Mention) -> Mention {
        var copy = mention
        copy.entity = places[mention.entity]
        return copy
    }

    func assertion(_ assertion: Assertion) -> Assertion? {
        var copy = assertion
        copy.source = byID[assertion.source.id] ?? assertion.source
        copy.target = byID[assertion.target.id] ?? assertion.target
        copy.speaker = assertion.speaker.map { byID[$0.id] ?? $0 }
        copy.evidence.attribution = assertion.evidence.attribution.map { names[$0] ?? $0 }
        return copy.source.id == copy.target.id ? nil : copy
    }
}
