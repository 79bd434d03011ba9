import Extraction

/// What one piece of a document says.
struct PieceExtraction: Sendable {
    var found: DocumentExtraction
    /// The number of sentences of the piece.
    let sentences: Int

    init(_ found: DocumentExtraction, _ analysis: Analysis) {
        self.found = found
        sentences = analysis.sentences.count
    }
}

/// Joins what the pieces of a long document say, whose entities are resolved like those of several documents.
struct PieceJoiner: Sendable {
    let resolver: CorpusResolver

    /// The pieces as one document: its sentences counted through, each entity once, in order of the first mention.
    ///
    /// Takes the pieces away one by one, so that little stands in memory twice.
    func joined(_ pieces: inout [PieceExtraction]) -> DocumentExtraction {
        guard pieces.count != 1 else { return pieces.removeLast().found }
        let merger = CorpusMerger(resolution: resolver.resolve(pieces.map(\.found.entities)))
        var whole = DocumentExtraction(mentions: [], entities: [], assertions: [])
        var places: [String: Int] = [:]
        var sentences = 0
        for index in pieces.indices {
            merger.merge(&pieces[index].found, document: index)
            whole.append(pieces[index].found, after: sentences, &places)
            sentences += pieces[index].sentences
            pieces[index].found = DocumentExtraction(mentions: [], entities: [], assertions: [])
        }
        pieces = []
        return whole
    }
}

extension DocumentExtraction {
    /// Appends what a later piece says; `places` has the place of each entity so far, by id.
    fileprivate mutating func append(_ piece: DocumentExtraction, after sentences: Int, _ places: inout [String: Int]) {
        for entity in piece.entities where places[entity.id] == nil {
            places[entity.id] = entities.count
            entities.append(entity)
        }
        for mention in piece.mentions {
            var mention = mention
            mention.sentence += sentences
            mention.entity = places[piece.entities[mention.entity].id] ?? 0
            mentions.append(mention)
        }
        assertions += piece.assertions
    }
}
