import Annotations
import Testing

@testable import Graphs

@Suite struct QueryTests {
    private let index = GraphIndex(disputeGraph())

    private func names(_ nodes: [Int]) -> [String] { nodes.map { index.graph.nodes[$0].entity.name } }

    @Test(arguments: [
        ("assad", "Bashar al-Assad"), ("BASHAR AL ASSAD", "Bashar al-Assad"), ("Bashár", "Bashar al-Assad"),
        ("state:rus", "Russia"), ("united", "United States"), ("Vladi", "Vladimir Putin"),
    ])
    func namesAreFoundWithoutCaseAccentsOrFullForm(_ query: String, _ name: String) {
        #expect(names(index.names.matches(query).best) == [name])
    }

    @Test func nodesAreFoundByHalving() {
        let graph = index.graph
        for node in graph.nodes { #expect(graph.node(id: node.entity.id) == node) }
        for id in ["", "a", "state:RUS2", "zzz"] { #expect(graph.node(id: id) == nil) }
    }

    @Test func unknownNamesSuggestNearOnes() {
        let matches = index.names.matches("Asad")
        #expect(matches.best.isEmpty)
        #expect(names(matches.suggestions).first == "Bashar al-Assad")
        #expect(index.names.matches("qqqqqqqqqq").suggestions.isEmpty)
    }

    @Test func foldingKnowsLatinLettersByTheirNames() {
        #expect(NameFolding.fold("Łódź — Øresund straße O’Neill") == "lodz oresund strasse oneill")
        #expect(NameFolding.fold("Путин") == "путин")
    }

    @Test func editDistanceMatchesTheDefinition() {
        #expect(EditDistance.between(Array("assad".utf8), Array("asad".utf8), limit: 3) == 1)
        #expect(EditDistance.between(Array("putin".utf8), Array("puitn".utf8), limit: 3) == 1)
        #expect(EditDistance.between(Array("kitten".utf8), Array("sitting".utf8), limit: 3) == 3)
        #expect(EditDistance.between(Array("kitten".utf8), Array("sitting".utf8), limit: 2) == nil)
    }

    @Test func edgesOfANodeAreFoundFromBothEnds() throws {
        let node = try #require(index.node(id: "state:RUS"))
        let found = index.edges(at: node)
        let expected = index.graph.edges.indices.filter {
            index.graph.edges[$0].source == "state:RUS" || index.graph.edges[$0].target == "state:RUS"
        }
        #expect(found == expected)
    }

    @Test func filtersRestrictEdgesAndPassages() {
        #expect(index.edges(GraphFilter(statuses: [.denied])).map(\.source) == ["state:RUS"])
        let inB = index.edges(GraphFilter(relations: [Relation(rawValue: "backs")], documents: ["b.txt"]))
        #expect(inB.map(\.passages.count) == [1])
        #expect(inB[0].confidence == 0.5)
        #expect(index.edges(GraphFilter(speakers: ["state:USA"])).map(\.status) == [.alleged])
        #expect(index.edges(GraphFilter(minimumEvidence: 2)).map(\.relation.rawValue) == ["backs"])
        #expect(index.edges(GraphFilter(from: "state:SYR")).map(\.relation.rawValue) == ["meets"])
        #expect(index.edges(GraphFilter(polarities: [.hostile])).map(\.relation.rawValue) == ["opposes"])
    }

    @Test func filteredGraphsKeepTheInvariants() {
        for filter in [
            GraphFilter(statuses: [.alleged]), GraphFilter(documents: ["b.txt"]), GraphFilter(about: "state:RUS"),
        ] {
            let graph = index.graph.filtered(filter)
            #expect(graph.invariantProblem() == nil)
            #expect(!graph.edges.isEmpty)
        }
    }

    @Test func egoReachesAsFarAsAsked() throws {
        let index = GraphIndex(graph(5, [(0, "backs", 1), (1, "backs", 2), (2, "backs", 3), (3, "backs", 4)]))
        #expect(index.ego(of: 0, depth: 0).nodes.count == 1)
        #expect(index.ego(of: 0, depth: 2).nodes.map(\.entity.name) == ["N0", "N1", "N2"])
        #expect(index.ego(of: 4, depth: 9).edges.count == 4)
    }

    @Test func topKeepsTheNodesWithMostEvidence() {
        let index = GraphIndex(graph(4, [(0, "backs", 1), (0, "opposes", 1), (0, "backs", 2), (2, "backs", 3)]))
        #expect(index.top(2).nodes.map(\.entity.name) == ["N0", "N1"])
        #expect(index.top(2).edges.count == 2)
    }

    @Test func betweenFindsOwnEdgesAndCommonNeighbors() throws {
        let between = index.between(
            try #require(index.node(id: "state:RUS")), try #require(index.node(id: "person:bashar-al-assad")))
        #expect(between.direct.isEmpty)
        #expect(names(between.shared.map(\.node)) == ["Syria", "Vladimir Putin"])
    }

    @Test func contestedNeedsTwoVoices() {
        let contests = index.contested()
        #expect(contests.map(\.reason) == [.denied])
        #expect(contests[0].claims.map { index.graph.edges[$0].status } == [.alleged])
        let alone = GraphBuilder(ontology: ontology).graph(assertions: [
            says(russia, "deploysTo", syria, .denied, by: russia),
            says(russia, "deploysTo", syria, .asserted, by: russia, at: 50),
        ])
        #expect(GraphIndex(alone).contested().isEmpty)
    }

    @Test func oppositeRelationsAreContestedInEitherDirection() {
        let graph = GraphBuilder(ontology: ontology).graph(assertions: [
            says(russia, "alliedWith", syria, by: russia), says(syria, "fights", russia, by: america, at: 50),
            says(putin, "backs", assad, in: "a.txt", at: 90), says(putin, "opposes", assad, in: "b.txt", at: 120),
            says(assad, "opposes", putin, in: "b.txt", at: 150),
        ])
        let contests = GraphIndex(graph).contested()
        #expect(contests.map(\.relation.rawValue) == ["backs", "alliedWith"])
        #expect(contests.map(\.denials.count) == [1, 1])
    }
}
