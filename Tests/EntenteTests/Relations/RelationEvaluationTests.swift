import TemporaryFolders
import Testing

@testable import Entente

/// A gold folder of two documents, and claims about them with counts known by hand.
@Suite struct RelationEvaluationTests {
    private static func report(_ first: [Assertion], _ second: [Assertion] = []) throws -> RelationReport {
        let folder = TemporaryFolder()
        _ = folder.write("One.\n", "wn-1.txt")
        _ = folder.write("Two.\n", "voa-1.txt")
        _ = folder.write(
            """
            {"source":["Russia","Moscow"],"relation":["backs","aids"],"target":["Bashar al-Assad"],"status":["asserted"],"speaker":null,"tier":"core"}
            {"source":["US"],"relation":["meets"],"target":["Turkey"],"status":["planned","asserted"],"speaker":["White House","US"],"tier":"core"}
            {"source":["Iran"],"relation":["attacks"],"target":["*"],"status":["*"],"speaker":["Iraq"],"tier":"extra"}
            """, "wn-1.jsonl")
        _ = folder.write(
            """
            {"source":["Iraq"],"relation":["*"],"target":["Kuwait"],"status":["denied"],"speaker":null,"tier":"core"}
            """, "voa-1.jsonl")
        let ontology = Pipeline.standardOntology
        let gold = try GoldFolder.read(folder.path, ontology: ontology)
        #expect(gold.documents.map(\.name) == ["voa-1", "wn-1"])
        return RelationEvaluation.report(gold, [second, first], ontology: ontology)
    }

    private static func claim(
        _ source: String, _ relation: String, _ target: String, _ status: Status = .asserted, by speaker: String? = nil,
        sure confidence: Double = 0.5
    ) -> Assertion {
        func entity(_ name: String) -> EntityReference { EntityReference(id: name, name: name, kind: .state) }
        return Assertion(
            source: entity(source), relation: Relation(rawValue: relation), target: entity(target), status: status,
            speaker: speaker.map(entity), confidence: confidence,
            evidence: Evidence(document: "d", range: 0..<1, text: "", source: 0..<1, target: 0..<1))
    }

    private static func counts(_ agreement: Agreement?) -> [Int] {
        guard let agreement else { return [] }
        return [agreement.found.part, agreement.found.whole, agreement.right.part, agreement.right.whole]
    }

    @Test func nothingFoundIsNothingRight() throws {
        let report = try Self.report([])
        #expect(report.gold == 4)
        #expect(
            report.depths.mapValues(Self.counts) == [
                .pair: [0, 3, 0, 0], .relation: [0, 3, 0, 0], .status: [0, 3, 0, 0],
            ])
        #expect(report.depths[.status]?.f1 == 0 && report.reliability.isEmpty)
    }

    @Test func eachDepthHasItsOwnCounts() throws {
        let report = try Self.report(
            [
                Self.claim("Moscow", "backs", "Bashar Al-Assad", .planned),
                Self.claim("Russia", "opposes", "Bashar al-Assad"), Self.claim("Iran", "backs", "Bashar al-Assad"),
            ], [Self.claim("Iraq", "backs", "Kuwait", .denied)])
        #expect(Self.counts(report.depths[.pair]) == [2, 3, 4, 4])
        #expect(Self.counts(report.depths[.relation]) == [2, 3, 2, 4])
        #expect(Self.counts(report.depths[.status]) == [1, 3, 1, 4])
        #expect(report.depths[.status]?.precision == 0.25)
        #expect(abs((report.depths[.status]?.f1 ?? 0) - 2.0 / 7) < 1e-12)
    }

    @Test func relationsWithoutDirectionMatchEitherWayRound() throws {
        let turned = try Self.report([Self.claim("Turkey", "meets", "United States")])
        #expect(Self.counts(turned.depths[.status]) == [1, 3, 1, 1])
        let goldDecides = try Self.report([Self.claim("Turkey", "backs", "US")])
        #expect(Self.counts(goldDecides.depths[.pair]) == [1, 3, 1, 1])
        let directed = try Self.report([Self.claim("Bashar al-Assad", "backs", "Russia")])
        #expect(Self.counts(directed.depths[.pair]) == [0, 3, 0, 1])
        let open = try Self.report([Self.claim("Oman", "fights", "Iran")])
        #expect(Self.counts(open.depths[.pair]) == [0, 3, 0, 1])
    }

    @Test func passagesThatSayTheSameAreOneClaim() throws {
        let report = try Self.report([
            Self.claim("US", "meets", "Turkey", by: "Turkey", sure: 0.31),
            Self.claim("the U.S.", "meets", "Turkey", by: "US", sure: 0.72),
            Self.claim("Iran", "attacks", "Oman", .alleged, by: "Iraq", sure: 1),
            Self.claim("Iran", "attacks", "Qatar", sure: 0.78),
        ])
        #expect(Self.counts(report.depths[.status]) == [1, 3, 3, 3])
        #expect(report.speaker == Share(1, of: 3))
        #expect(report.reliability.map(\.tenths) == [7..<8, 9..<10])
        #expect(report.reliability.map(\.right) == [Share(2, of: 2), Share(1, of: 1)])
        #expect(abs((report.reliability.first?.confidence ?? 0) - 0.75) < 1e-12)
    }

    @Test func partsAreCountedByGoldAndByClaims() throws {
        let report = try Self.report(
            [Self.claim("Russia", "aids", "Bashar al-Assad"), Self.claim("US", "meets", "Turkey", .denied)],
            [Self.claim("Iraq", "seizes", "Kuwait", .denied)])
        let relations = report.byRelation.mapValues(Self.counts)
        #expect(
            relations == [
                "backs": [1, 1, 0, 0], "aids": [0, 0, 1, 1], "meets": [0, 1, 0, 1], "*": [1, 1, 0, 0],
                "seizes": [0, 0, 1, 1],
            ])
        #expect(
            report.byStatus.mapValues(Self.counts)
                == ["asserted": [1, 1, 1, 1], "planned": [0, 1, 0, 0], "denied": [1, 1, 1, 2]])
        #expect(report.byKind.mapValues(Self.counts) == ["wn": [1, 2, 1, 2], "voa": [1, 1, 1, 1]])
    }

    @Test func theReportIsPrinted() throws {
        let report = try Self.report([Self.claim("US", "meets", "Turkey", by: "US", sure: 0.84)])
        let lines = report.table.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "3 core of 4 gold assertions, 1 distinct claims")
        #expect(lines.contains("status             1.000   0.333  0.500      1        3      1         1"))
        #expect(lines.contains("speaker right: 1.000 (1 of 1)"))
        #expect(lines.contains("backs                  -   0.000      -      0        1      0         0"))
        #expect(lines.contains("0.8 to 0.9    0.840      1      1  1.000"))
        #expect(
            report.json.hasPrefix(
                #"{"goldCore":3,"gold":4,"predictions":1,"pair":{"precision":1,"recall":0.3333,"f1":0.5}"#))
        #expect(report.json.contains(#""speaker":{"right":1,"of":1,"share":1}"#))
        #expect(report.json.contains(#""byKind":{"wn":{"found":1,"gold":2,"right":1,"given":1},"voa""#))
    }
}
