import ArgumentParser
import Entente

/// Documents to a graph.
struct Build: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Read documents and write the graph of what they say.",
        discussion: """
            EXAMPLES
              entente build articles/ -o graph.graphml
              entente build a.txt b.html news.jsonl.gz -o graph.jsonl -o graph.png
              cat a.txt | entente build - -o - --format dot
              entente build articles/ -o hostile.svg --relation attacks,criticizes --min-evidence 2
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var outputs: OutputOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let targets = try outputs.targets(inputs: input.inputs)
        let reading = try Reading(input, console)
        let graph = reading.corpus.graph(reading.pipeline.ontology)
        try GraphOutput(console: console).write(graph, to: targets)
        return reading.outcome(isEmpty: graph.edges.isEmpty, console)
    }
}
