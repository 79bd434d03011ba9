import Annotations
import Knowledge
import Testing

@testable import Extraction

@Suite("Calibration")
struct CalibrationTests {
    private let calibration: Calibration

    init() throws { calibration = try Calibration(knowledge: .standard) }

    @Test(
        "the table of weights gives the very sum of the named features",
        arguments: Knowledge.standard.ontology.relations.map(\.relation) + [Relation(rawValue: "unheardOf")])
    func sumsUp(_ relation: Relation) {
        let table = CalibrationTable(calibration.weights)
        for (number, known) in cases(relation).enumerated() {
            let named = Calibration.features(known).reduce(0) {
                $0 + (calibration.weights[$1.name] ?? 0) * $1.value
            }
            #expect(table.sum(known) == named, "case \(number)")
        }
    }

    /// Every status with and without rule and scorer, and with many sides.
    private func cases(_ relation: Relation) -> [Calibration.Case] {
        let opinion = Calibration.Opinion(
            relation: 0.7, any: 0.8, turned: 0.001, status: 0.6, likeliest: .denied, likeliestStatus: 0.6)
        let rules = ["backs/support", "no such rule"].map { Finding(method: "rule", name: $0, score: 0.9) }
        var cases: [Calibration.Case] = []
        for rule in [nil] + rules.map(Optional.init) {
            for model in [nil, opinion] {
                for status in Status.allCases {
                    cases.append(
                        Calibration.Case(
                            relation: relation, rule: rule, model: model, status: status,
                            isReported: cases.count % 2 == 0, source: side(cases.count), target: side(cases.count / 3),
                            distance: cases.count))
                }
            }
        }
        return cases
    }

    private func side(_ number: Int) -> Calibration.Side {
        Calibration.Side(
            kind: EntityKind.allCases[number % EntityKind.allCases.count],
            form: MentionForm.allCases[number % MentionForm.allCases.count])
    }
}
