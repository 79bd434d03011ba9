import Annotations

@testable import Graphs

/// A small ontology for tests.
let ontology = Ontology([
    type("backs", .cooperative), type("opposes", .hostile), type("meets", .cooperative, isSymmetric: true),
    type("deploysTo", .neutral), type("leads", .structural), type("fights", .hostile, isSymmetric: true),
    type("alliedWith", .cooperative, isSymmetric: true),
])

private func type(_ id: String, _ polarity: Polarity, isSymmetric: Bool = false) -> RelationType {
    RelationType(relation: Relation(rawValue: id), label: id, isSymmetric: isSymmetric, polarity: polarity)
}

let russia = EntityReference(id: "state:RUS", name: "Russia", kind: .state)
let syria = EntityReference(id: "state:SYR", name: "Syria", kind: .state)
let america = EntityReference(id: "state:USA", name: "United States", kind: .state)
let assad = EntityReference(id: "person:bashar-al-assad", name: "Bashar al-Assad", kind: .person)
let putin = EntityReference(id: "person:vladimir-putin", name: "Vladimir Putin", kind: .person)

/// An assertion with a passage at `at` of a document.
func says(
    _ source: EntityReference, _ relation: String, _ target: EntityReference, _ status: Status = .asserted,
    by speaker: EntityReference? = nil, in document: String = "a.txt", at: Int = 0, confidence: Double = 0.8,
    date: String? = nil
) -> Assertion {
    let evidence = Evidence(
        document: document, range: at..<(at + 20), text: "\(source.name) \(relation) \(target.name)",
        source: at..<(at + 4),
        target: (at + 8)..<(at + 12), findings: [Finding(method: "rule", name: relation, score: 1)], date: date)
    return Assertion(
        source: source, relation: Relation(rawValue: relation), target: target, status: status, speaker: speaker,
        confidence: confidence, evidence: evidence)
}

/// The disputed deployment, with a leader and two supporters.
let dispute = [
    says(russia, "deploysTo", syria, .denied, by: russia, in: "a.txt", at: 100),
    says(russia, "deploysTo", syria, .alleged, by: america, in: "b.txt", at: 40),
    says(putin, "backs", assad, in: "a.txt", at: 10, date: "2015-09-11"),
    says(putin, "backs", assad, in: "b.txt", at: 300, confidence: 0.5, date: "2015-09-09"),
    says(putin, "leads", russia, in: "a.txt", at: 200), says(assad, "leads", syria, in: "b.txt", at: 500),
    says(america, "opposes", assad, in: "b.txt", at: 700), says(syria, "meets", russia, in: "a.txt", at: 800),
]

func disputeGraph() -> KnowledgeGraph { GraphBuilder(ontology: ontology).graph(assertions: dispute) }

/// A graph of nodes `n0`, `n1` ... and edges between them by number.
func graph(_ count: Int, _ edges: [(Int, String, Int)]) -> KnowledgeGraph {
    let nodes = (0..<count).map { EntityReference(id: "person:n\($0)", name: "N\($0)", kind: .person) }
    let assertions = edges.enumerated().map { says(nodes[$1.0], $1.1, nodes[$1.2], at: 30 * $0) }
    let all = nodes.map {
        EntityOccurrence(
            entity: Entity(id: $0.id, name: $0.name, kind: $0.kind), document: "a.txt", mentions: 1)
    }
    return GraphBuilder(ontology: ontology, keepsIsolated: true).graph(assertions: assertions, entities: all)
}

/// Random arcs, the same for the same seed.
func randomArcs(count: Int, arcs: Int, seed: UInt64) -> [Network.Arc] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<arcs).map { _ in
        Network.Arc(numbers.below(count), numbers.below(count), weight: Double(1 + numbers.below(5)))
    }
}
