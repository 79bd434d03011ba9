import ArgumentParser
import Entente

/// Sentences with mentions and rule votes, as the training of the pair scorer reads them.
struct Pairs: Verb {
    static let configuration = CommandConfiguration(
        commandName: "__pairs",
        abstract: "Print the sentences that the pair scorer is trained on, one JSON object a line.",
        shouldDisplay: false)

    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let batch = try input.read(console)
        let pipeline = try Pipeline(knowledgeFolder: input.knowledge)
        for document in batch.documents {
            let analysis = pipeline.analyze([document])[0]
            let (found, sentences) = pipeline.trainingSentences(analysis, document)
            for sentence in sentences {
                let line = Pairs.line(sentence, analysis.sentences[sentence.sentence], found, document)
                try console.write(line.text + "\n")
            }
        }
        return batch.isPartial ? .partial : .done
    }

    private static func line(
        _ training: TrainingSentence, _ sentence: Sentence, _ found: EntityAnalysis, _ document: Document
    ) -> JSONText {
        .object([
            ("document", .string(document.id)), ("sentence", .integer(training.sentence)),
            ("start", .integer(sentence.range.lowerBound)), ("end", .integer(sentence.range.upperBound)),
            ("tokens", .array(sentence.tokens.map { .string($0.form) })),
            ("heads", .array(sentence.tokens.map { .integer($0.head + 1) })),
            ("mentions", .array(training.mentions.map { mention(found.mentions[$0], found) })),
            ("rules", .array(training.votes.map(vote))),
        ])
    }

    private static func mention(_ mention: Mention, _ found: EntityAnalysis) -> JSONText {
        let entity = found.entities[mention.entity]
        return .object([
            ("lo", .integer(mention.tokens.lowerBound)), ("hi", .integer(mention.tokens.upperBound)),
            ("head", .integer(mention.head)), ("form", .string(mention.form.rawValue)),
            ("kind", .string(entity.kind.rawValue)),
            (
                "entity",
                .object([
                    ("name", .string(entity.name)), ("aliases", .array(entity.aliases.map { .string($0) })),
                ])
            ),
        ])
    }

    private static func vote(_ vote: TrainingSentence.Vote) -> JSONText {
        .object([
            ("a", .integer(vote.source)), ("b", .integer(vote.target)),
            ("relation", .string(vote.relation.rawValue)),
        ])
    }
}
