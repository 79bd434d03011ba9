import Annotations
import Graphs

@testable import Exports

/// Texts that have broken writers and readers.
let nastyTexts = [
    "Angela \"M\" \\ <b> & Zürich 東京 🙂", "]]>", "\"]; x [label=\"pwn", "\\N \\", "</script><script>alert(1)</script>",
    "\u{1B}[31mred\u{1B}[0m", "nul \u{0} bell \u{7} del \u{7F}", "\u{FFFE}\u{FFFF}", "tab\tline\nreturn\r\n",
    " spaces ",
    "x'}) DETACH DELETE n //", "`}) ", "\\u0027", "=HYPERLINK(1)", "&#1;&amp;", "<!DOCTYPE x>", "<html>",
    "\u{2028}\u{2029}\u{85}",
    "\u{202E}bidi\u{2066}", "e\u{301} é", "\u{FFFD}", String(repeating: "(", count: 100_000), "",
]

let testOntology = Ontology([
    RelationType(
        relation: Relation(rawValue: "backs"), label: "backs", isSymmetric: false, polarity: .cooperative,
        plover: "SUPPORT",
        cameo: "05"),
    RelationType(relation: Relation(rawValue: "fights"), label: "fights", isSymmetric: true, polarity: .hostile),
    RelationType(
        relation: Relation(rawValue: "deploysTo"), label: "deploys to", isSymmetric: false, polarity: .neutral,
        plover: "MOBILIZE"),
])

/// A graph in which every name, alias, title and sentence is one of some texts.
func graph(of texts: [String]) -> KnowledgeGraph {
    let entities = texts.enumerated().map { index, text in
        Entity(
            id: "person:\(1000 + index)", name: text, kind: EntityKind.allCases[index % 5], aliases: [text],
            wikidata: index % 2 == 0 ? "Q\(index)" : nil, chain: [text])
    }
    let assertions = entities.indices.map { i in
        let text = texts[i]
        let end = 3 + text.utf8.count
        return Assertion(
            source: entities[i].reference, relation: testOntology.relations[i % 3].relation,
            target: entities[(i + 1) % entities.count].reference, status: Status.allCases[i % 5],
            speaker: i % 3 == 0 ? entities[i].reference : nil, confidence: 0.625,
            evidence: Evidence(
                document: "doc.txt", range: 3..<end, text: text, source: 3..<3, target: end..<end, attribution: [text],
                findings: [Finding(method: "rule", name: text, score: 0.1)], date: i % 2 == 0 ? "2015-09-11" : nil))
    }
    let occurrences = entities.map { EntityOccurrence(entity: $0, document: "doc.txt", mentions: 2) }
    return GraphBuilder(ontology: testOntology).graph(
        assertions: assertions, entities: occurrences,
        documents: [
            GraphDocument(id: "doc.txt", title: texts.first, date: "2015-09-11", url: "https://news.example/?a=1&b=2")
        ])
}

/// A text of random scalars from all over Unicode.
func randomText(_ numbers: inout SeededNumbers) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<numbers.below(12) {
        let limit = [0x80, 0x800, 0x1_0000, 0x11_0000][numbers.below(4)]
        if let scalar = UnicodeScalar(UInt32(numbers.below(limit))) { text.append(scalar) }
    }
    return String(text)
}

/// The graph with all texts as a format without control characters holds them.
func cleaned(_ graph: KnowledgeGraph) -> KnowledgeGraph {
    var graph = graph
    graph.nodes = ExportModel(graph).nodes.map(\.node)
    graph.documents = ExportModel(graph).documents
    let references = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.entity.id, $0.entity.reference) })
    for i in graph.edges.indices {
        for j in graph.edges[i].passages.indices {
            graph.edges[i].passages[j].speaker = graph.edges[i].passages[j].speaker.flatMap { references[$0.id] }
        }
    }
    return graph
}

func text(_ format: ExportFormat, _ graph: KnowledgeGraph) throws -> String {
    String(decoding: try format.bytes(ExportModel(graph)), as: UTF8.self)
}
