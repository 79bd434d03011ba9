import Annotations

/// A sentence as the training of the pair scorer reads it: its words, its mentions and what the rules propose.
public struct TrainingSentence: Sendable, Hashable {
    /// The index of the sentence in the analysis.
    public var sentence: Int
    /// The mentions, by their index in the document.
    public var mentions: [Int]
    /// What the best rule proposes for each ordered pair, as indices into `mentions`.
    public var votes: [Vote]

    /// A rule's proposal for an ordered pair.
    public struct Vote: Sendable, Hashable {
        /// The source, an index into `mentions`.
        public var source: Int
        /// The target, an index into `mentions`.
        public var target: Int
        /// The relation.
        public var relation: Relation
    }
}

extension Extractor {
    /// The sentences of a document that hold at least two mentions, with what the rules say of their pairs.
    public func trainingSentences(_ analysis: Analysis, document: Document) -> (
        found: EntityAnalysis, sentences: [TrainingSentence]
    ) {
        let (found, context, proposals) = ruleProposals(analysis, document)
        let bySentence = Dictionary(grouping: proposals, by: \.sentence)
        let sentences = context.sentences.filter { $0.local.count > 1 }.map { sentence in
            let votes = PairTable.votes(bySentence[sentence.number] ?? [])
            return TrainingSentence(
                sentence: sentence.number, mentions: sentence.local,
                votes: votes.keys.sorted().compactMap { key in
                    guard let source = sentence.local.firstIndex(of: key.source),
                        let target = sentence.local.firstIndex(of: key.target), let relation = votes[key]
                    else { return nil }
                    return TrainingSentence.Vote(source: source, target: target, relation: relation)
                })
        }
        return (found, sentences)
    }
}
