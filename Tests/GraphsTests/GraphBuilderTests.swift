import Annotations
import Testing

@testable import Graphs

@Suite struct GraphBuilderTests {
    @Test func statusesStayApart() {
        let statuses = disputeGraph().edges.filter { $0.relation.rawValue == "deploysTo" }.map(\.status)
        #expect(statuses == [.denied, .alleged])
    }

    @Test func passagesOfOneEdgeComeTogetherInDocumentOrder() throws {
        let edge = try #require(disputeGraph().edges.first { $0.relation.rawValue == "backs" })
        #expect(edge.passages.map(\.evidence.document) == ["a.txt", "b.txt"])
        #expect(edge.confidence == 0.9)
    }

    @Test func symmetricRelationsStartAtTheSmallerIdAndTurnTheirRanges() throws {
        let edge = try #require(disputeGraph().edges.first { $0.relation.rawValue == "meets" })
        #expect(edge.source == "state:RUS")
        #expect(edge.passages[0].evidence.source == 808..<812)
        #expect(edge.passages[0].evidence.target == 800..<804)
    }

    @Test func orderOfInputDoesNotMatter() {
        let expected = disputeGraph()
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<20 {
            let graph = GraphBuilder(ontology: ontology).graph(assertions: dispute.shuffled(using: &numbers))
            #expect(graph.documents == expected.documents)
            #expect(graph.nodes == expected.nodes)
            #expect(graph.edges == expected.edges)
        }
    }

    @Test func invariantsHoldAndAreNoticedWhenBroken() {
        var graph = disputeGraph()
        #expect(graph.invariantProblem() == nil)
        graph.edges.append(graph.edges[0])
        #expect(graph.invariantProblem()?.contains("twice") == true)
        graph = disputeGraph()
        graph.nodes.removeFirst()
        #expect(graph.invariantProblem()?.contains("no node") == true)
        graph = disputeGraph()
        graph.edges[0].passages = []
        #expect(graph.invariantProblem()?.contains("no evidence") == true)
    }

    @Test func samePlaceCountsOnce() {
        let twice = [
            says(putin, "backs", assad, at: 5, confidence: 0.4), says(putin, "backs", assad, at: 5, confidence: 0.6),
        ]
        let edges = GraphBuilder(ontology: ontology).graph(assertions: twice).edges
        #expect(edges.count == 1)
        #expect(edges[0].passages.map(\.confidence) == [0.6])
    }

    @Test func nameWithMostMentionsIsTheNodesName() {
        let entity = { (name: String) in Entity(id: "person:x", name: name, kind: .person, aliases: ["X"]) }
        let occurrences = [
            EntityOccurrence(entity: entity("Muallem"), document: "a", mentions: 2),
            EntityOccurrence(entity: entity("Walid al-Muallem"), document: "b", mentions: 3),
        ]
        let graph = GraphBuilder(ontology: ontology, keepsIsolated: true).graph(assertions: [], entities: occurrences)
        #expect(graph.nodes[0].entity.name == "Walid al-Muallem")
        #expect(graph.nodes[0].entity.aliases == ["Muallem", "X"])
        #expect(graph.nodes[0].mentions == 5)
        #expect(GraphBuilder(ontology: ontology).graph(assertions: [], entities: occurrences).nodes.isEmpty)
    }

    @Test func confidenceNeverReachesCertainty() {
        #expect(Confidence.combined([1]) == Confidence.ceiling)
        #expect(Confidence.combined([0.5, 0.5]) == 0.75)
        #expect(Confidence.combined([]) == 0)
        #expect(Confidence.rounded(.nan) == 0)
    }

    @Test func syntheticGraphsKeepTheInvariants() {
        let graph = SyntheticGraph(nodes: 300, edges: 2_000, seed: 3).graph(ontology: ontology)
        #expect(graph.invariantProblem() == nil)
        #expect(graph.edges.count == 2_000)
        #expect(graph == SyntheticGraph(nodes: 300, edges: 2_000, seed: 3).graph(ontology: ontology))
        #expect(graph != SyntheticGraph(nodes: 300, edges: 2_000, seed: 4).graph(ontology: ontology))
    }
}
