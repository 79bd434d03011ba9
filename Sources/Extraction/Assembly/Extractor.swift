import Annotations
import Kernels
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
    private let mixer: Mixer?
    private let ontology: Ontology
    private let least: Double
    private let leastOfModel: Double

    /// Makes an extractor from the knowledge files, the rules (`rules/...`) among them.
    ///
    /// - Parameters:
    ///   - scorer: the learned scorer of pairs; without one the rules stand alone.
    ///   - leastConfidence: assertions below it are left out; nil for what the calibration advises.
    /// - Throws: `RuleError` where a rule file is broken, with its line.
    public init(knowledge: Knowledge, scorer: RelationScorer? = nil, leastConfidence: Double? = nil) throws(RuleError) {
        pipeline = MentionPipeline(knowledge: knowledge)
        rules = RuleExtractor(rules: try RuleSet(knowledge: knowledge), knowledge: knowledge)
        ontology = knowledge.ontology
        let calibration = try Calibration(knowledge: knowledge)
        least = leastConfidence ?? (scorer == nil ? 0 : calibration.least)
        leastOfModel = leastConfidence ?? calibration.leastOfModel
        mixer = scorer.map { [rules, ontology] in
            Mixer(scorer: $0, rules: rules, calibration: calibration, ontology: ontology)
        }
    }

    /// The mentions, entities and assertions of one document.
    ///
    /// - Parameter workspace: the thread's memory, where it has some.
    public func extract(_ analysis: Analysis, document: Document, _ workspace: Workspace = Workspace())
        -> DocumentExtraction
    {
        let (found, proposals) = proposals(analysis, document, workspace)
        let builder = AssertionBuilder(analysis: analysis, document: document, found: found, ontology: ontology)
        return DocumentExtraction(
            mentions: found.mentions, entities: found.entities,
            assertions: builder.assertions(
                Contradictions.resolved(proposals, found.mentions), least: (least, leastOfModel)))
    }

    /// The mentions and entities of a document, and all that rules and scorer propose.
    func proposals(_ analysis: Analysis, _ document: Document, _ workspace: Workspace = Workspace())
        -> (EntityAnalysis, [Proposal])
    {
        let (found, context, proposals) = ruleProposals(analysis, document)
        let mixed = mixer?.mix(proposals, context, analysis, found, workspace) ?? proposals
        return (found, mixed.map { rules.attributed($0, context) })
    }

    /// The mentions and entities of a document, its sentences indexed, and what the rules propose.
    func ruleProposals(_ analysis: Analysis, _ document: Document) -> (EntityAnalysis, DocumentContext, [Proposal]) {
        var found = pipeline.analyze(analysis, document: document)
        let trees = rules.trees(analysis)
        let speakers = rules.unnamedSpeakers(analysis, trees, found)
        found.entities = speakers.entities
        let context = rules.context(analysis, trees, found.mentions, speakers: speakers, offices: found.offices)
        let proposals = rules.proposals(
            context, analysis: analysis, document: document, mentions: found.mentions, entities: found.entities)
        return (found, context, proposals)
    }
}
