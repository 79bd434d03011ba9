import Annotations
import Knowledge

/// Finds what documents say: mentions, entities and the relations between them.
///
/// ```swift
/// let extractor = try Extractor(knowledge: .standard)
/// let found = extractor.extract(analysis, document: document)
/// ```
public struct Extractor: Sendable {
    private let pipeline: MentionPipeline
    private let rules: RuleExtractor
    private let ontology: Ontology

    /// Makes an extractor from the knowledge files, the rules (`rules/...`) among them.
    ///
    /// - Throws: `RuleError` where a rule file is broken, with its line.
    public init(knowledge: Knowledge) throws(RuleError) {
        pipeline = MentionPipeline(knowledge: knowledge)
        rules = RuleExtractor(rules: try RuleSet(knowledge: knowledge), knowledge: knowledge)
        ontology = knowledge.ontology
    }

    /// The mentions, entities and assertions of one document.
    public func extract(_ analysis: Analysis, document: Document) -> DocumentExtraction {
        let found = pipeline.analyze(analysis, document: document)
        let proposals = rules.proposals(
            analysis: analysis, document: document, mentions: found.mentions, entities: found.entities)
        let builder = AssertionBuilder(analysis: analysis, document: document, found: found, ontology: ontology)
        return DocumentExtraction(
            mentions: found.mentions, entities: found.entities, assertions: builder.assertions(proposals))
    }
}
