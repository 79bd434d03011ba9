import Entente
import SampleGraphs
import TemporaryFolders
import Testing

/// H26: graphs of unusual shape and size.
@Suite struct HostileGraphTests {
    enum Shape: CaseIterable {
        case hub, complete, path, isolated, pairs

        var graph: KnowledgeGraph {
            switch self {
            case .hub: Shape.graph(20_000, (1..<20_000).map { (0, $0) })
            case .complete: Shape.graph(200, (0..<200).flatMap { a in (0..<200).map { (a, $0) } })
            case .path: Shape.graph(20_000, (1..<20_000).map { ($0 - 1, $0) })
            case .isolated: Shape.graph(50_000, [])
            case .pairs: Shape.graph(40_000, (0..<20_000).map { (2 * $0, 2 * $0 + 1) })
            }
        }

        private static func graph(_ count: Int, _ pairs: [(Int, Int)]) -> KnowledgeGraph {
            let document = GraphDocument(id: "a.txt", date: "2015-09-14")
            let nodes = (0..<count).map { number in
                let name = "n\(100_000 + number)"
                return Node(
                    entity: Entity(id: "person:\(name)", name: name, kind: .person), mentions: 1,
                    documents: [document.id])
            }
            let edges = pairs.map { source, target in
                Edge(
                    source: nodes[source].entity.id, relation: Relation(rawValue: target % 2 == 0 ? "backs" : "fights"),
                    target: nodes[target].entity.id, status: .asserted,
                    passages: [
                        .init(
                            evidence: Evidence(
                                document: "a.txt", range: 0..<3, text: "a b", source: 0..<1, target: 2..<3),
                            speaker: nil, confidence: 0.9)
                    ])
            }
            return KnowledgeGraph(ontology: GraphTable.ontology, documents: [document], nodes: nodes, edges: edges)
                .sorted()
        }
    }

    let folder = TemporaryFolder()

    @Test(arguments: Shape.allCases)
    func everyQuestionIsAnswered(shape: Shape) throws {
        let graph = shape.graph
        _ = try folder.write(graph)
        let questions = [
            "stats", "central --limit 3", "blocs --limit 3", "contested", "show person:n100000 --limit 3",
            "path person:n100000 person:n100199", "between person:n100000 person:n100001", "timeline --limit 3",
            "sql 'SELECT count(*) FROM edges'", "export -o a.gexf", "export -o a.sqlite",
        ]
        for question in questions {
            let words = question.split(separator: " ", maxSplits: 1)
            let rest = words.count > 1 ? words[1] : ""
            let run = try Tool.script("ulimit -s 1024 -t 60; $entente \(words[0]) graph.jsonl \(rest)", at: folder)
            #expect(run.status <= 1, "\(question): \(run.status) \(run.errors)")
        }
        #expect(
            try Tool.script("$entente export a.sqlite -o b.jsonl && cmp graph.jsonl b.jsonl", at: folder).status == 0)
    }

    @Test(arguments: Shape.allCases)
    func ofWhatIsTooLargeToDrawTheMainPartIsDrawnAndItIsSaid(shape: Shape) throws {
        let run = try Tool.run("render", folder.write(shape.graph), "-o", folder / "a.svg")
        #expect(run.status == 0 && run.errors.contains("showing 150 of "), "\(run.errors)")
        #expect(folder.text("a.svg").hasSuffix("</svg>\n"))
    }
}
