import Extraction

/// Gives what documents say the entities of the whole corpus in place of the documents' own.
struct CorpusMerger: Sendable {
    let resolution: CorpusResolution

    /// Gives one document's extraction the corpus's entities; a relation of an entity with itself goes.
    ///
    /// In place, because what a long document says can take more memory than anything else.
    func merge(_ extraction: inout DocumentExtraction, document: Int) {
        let merge = DocumentMerge(extraction.entities, resolution, document)
        extraction.entities = merge.entities
        for index in extraction.mentions.indices { merge.rename(&extraction.mentions[index]) }
        for index in extraction.assertions.indices { merge.rename(&extraction.assertions[index]) }
        extraction.assertions.removeAll { $0.source.id == $0.target.id }
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

    init(_ own: [Entity], _ resolution: CorpusResolution, _ document: Int) {
        var known: [Int: Int] = [:]
        for (own, corpus) in zip(own, resolution.index[document]) {
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

    func rename(_ mention: inout Mention) {
        mention.entity = places[mention.entity]
    }

    func rename(_ assertion: inout Assertion) {
        if let source = byID[assertion.source.id] { assertion.source = source }
        if let target = byID[assertion.target.id] { assertion.target = target }
        assertion.speaker = assertion.speaker.map { byID[$0.id] ?? $0 }
        assertion.evidence.attribution = assertion.evidence.attribution.map { names[$0] ?? $0 }
    }
}
