import ArgumentParser
import Entente

/// Every proposal with the features of its confidence, as the fitting of the calibration reads them.
struct Weighed: Verb {
    static let configuration = CommandConfiguration(
        commandName: "__weighed",
        abstract: "Print all proposals with what their confidence is computed from, one JSON object a line.",
        shouldDisplay: false)

    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let batch = try input.read(console)
        let pipeline = try Pipeline(knowledgeFolder: input.knowledge)
        for document in batch.documents {
            let analysis = pipeline.analyze([document])[0]
            let (found, proposals) = pipeline.weighedProposals(analysis, document)
            for proposal in proposals {
                try console.write(Weighed.line(proposal, found, document).text + "\n")
            }
        }
        return batch.isPartial ? .partial : .done
    }

    private static func line(_ proposal: WeighedProposal, _ found: EntityAnalysis, _ document: Document) -> JSONText {
        let features = proposal.features.sorted { $0.key < $1.key }.map { ($0.key, JSONText.number($0.value)) }
        let learned = proposal.learned.map { learned in
            JSONText.object([
                ("status", .string(learned.status.rawValue)), ("probability", .number(learned.probability)),
            ])
        }
        return .object([
            ("document", .string(document.id)), ("sentence", .integer(proposal.sentence)),
            ("source", .string(found.entities[proposal.source].name)),
            ("relation", .string(proposal.relation.rawValue)),
            ("target", .string(found.entities[proposal.target].name)),
            ("status", .string(proposal.status.rawValue)), ("learned", learned ?? .null),
            ("features", .object(features)),
        ])
    }
}
