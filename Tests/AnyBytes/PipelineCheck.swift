import Entente

/// What must hold of all that is found in any bytes at all.
public struct PipelineCheck: Sendable {
    private let pipeline: Pipeline

    /// Makes a check of a pipeline.
    public init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    /// What does not hold, or nil.
    public func problem(_ bytes: [UInt8]) -> String? {
        let document = Document(id: "any", bytes: bytes)
        let (analysis, found) = pipeline.read(document)
        if let problem = TokenCheck.problem(analysis.sentences, bytes) { return problem }
        for sentence in analysis.sentences {
            if let problem = Self.problem(sentence) { return problem }
        }
        if let problem = Self.problem(found, analysis) { return problem }
        return pipeline.corpus([document]).graph(pipeline.ontology).invariantProblem()
    }

    /// A sentence is a tree over its tokens, with spans and vectors that fit.
    private static func problem(_ sentence: Sentence) -> String? {
        let count = sentence.tokens.count
        guard sentence.tokens.allSatisfy({ $0.head >= -1 && $0.head < count }) else { return "a head outside" }
        guard sentence.tokens.count(where: { $0.head < 0 }) == 1 else { return "not one root" }
        for start in sentence.tokens.indices {
            var at = start
            var steps = 0
            while at >= 0, steps <= count { (at, steps) = (sentence.tokens[at].head, steps + 1) }
            guard at < 0 else { return "a cycle of heads" }
        }
        for spans in [sentence.names.map(\.tokens), sentence.actors.map(\.tokens)] {
            var end = 0
            for span in spans {
                guard span.lowerBound >= end, !span.isEmpty, span.upperBound <= count else { return "a span outside" }
                end = span.upperBound
            }
        }
        return sentence.vectors?.scales.count == count ? nil : "vectors that do not fit"
    }

    /// Mentions stand where they say, and assertions are between entities of the document.
    private static func problem(_ found: DocumentExtraction, _ analysis: Analysis) -> String? {
        for mention in found.mentions {
            guard analysis.sentences.indices.contains(mention.sentence),
                analysis.sentences[mention.sentence].tokens.indices.contains(mention.tokens.upperBound - 1),
                found.entities.indices.contains(mention.entity)
            else { return "a mention of nothing" }
            let tokens = analysis.sentences[mention.sentence].tokens[mention.tokens]
            guard tokens.first?.range.lowerBound == mention.range.lowerBound else { return "a mention elsewhere" }
        }
        let ids = Set(found.entities.map(\.id))
        let isSound = found.assertions.allSatisfy { assertion in
            ids.contains(assertion.source.id) && ids.contains(assertion.target.id)
                && (0...1).contains(assertion.confidence)
        }
        return isSound ? nil : "an assertion of nobody"
    }
}
