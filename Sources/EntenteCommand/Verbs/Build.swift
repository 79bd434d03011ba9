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
              entente build articles/ -o all.jsonl -o hostile.svg --relation hostile --min-evidence 2

            Focus, relation, status, evidence and top choose what pictures show; other files hold the whole graph.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var outputs: OutputOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var drawing: DrawingOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let targets = try outputs.targets(inputs: input.inputs)
        let reading = try Reading(input, console)
        let graph = reading.corpus.graph(reading.pipeline.ontology)
        let part = targets.contains(where: \.isPicture) ? try selection.apply(graph, console) : nil
        try GraphOutput(drawing: drawing, console: console).write(graph, part: part, to: targets)
        return reading.outcome(isEmpty: graph.edges.isEmpty, console)
    }
}
