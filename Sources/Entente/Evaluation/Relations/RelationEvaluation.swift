/// Measures the whole pipeline, from raw text to assertions, on a gold folder.
public struct RelationEvaluation: Sendable {
    private let pipeline: Pipeline

    /// Makes an evaluation of a pipeline.
    public init(pipeline: Pipeline) { self.pipeline = pipeline }

    /// Reads the texts and compares what is found in them with the gold assertions.
    public func report(
        _ gold: GoldFolder, threads: Int = 1, progress: (Int) -> Void = { _ in }
    ) -> RelationReport {
        let corpus = pipeline.corpus(gold.documents.map(\.document), threads: threads, progress: progress)
        return RelationEvaluation.report(gold, corpus.extractions.map(\.assertions), ontology: pipeline.ontology)
    }

    /// Compares what was found in each of the documents, in their order, with the gold assertions.
    static func report(_ gold: GoldFolder, _ found: [[Assertion]], ontology: Ontology) -> RelationReport {
        var scoring = RelationScoring(ontology: ontology)
        for (document, assertions) in zip(gold.documents, found) { scoring.add(document, assertions) }
        return scoring.result
    }
}
