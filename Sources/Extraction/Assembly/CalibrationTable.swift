import Annotations
import Glibc

/// The weights of the calibration by what they belong to: the same sum as over the named features, in the same order.
struct CalibrationTable: Sendable {
    /// Whether rule, scorer or both speak.
    private enum Kind: String, CaseIterable { case model, rule, both }

    /// The weights of one of the kinds.
    private struct KindWeights: Sendable {
        let own, rule, relation, any, turned, status: Double

        init(_ kind: Kind, _ weights: [String: Double]) {
            let weight = { (name: String) in weights["\(kind.rawValue):\(name)"] ?? 0 }
            own = weights[kind.rawValue] ?? 0
            (rule, relation, any) = (weight("rule"), weight("relation"), weight("any"))
            (turned, status) = (weight("turned"), weight("status"))
        }
    }

    /// The weights of one relation: its own, with each kind and with each status.
    private struct RelationWeights: Sendable {
        let own: Double
        let kinds: [Double]
        let statuses: [Double]

        init(_ name: String, _ weights: [String: Double]) {
            own = weights[name] ?? 0
            kinds = Kind.allCases.map { weights["\($0.rawValue):\(name)"] ?? 0 }
            statuses = Status.allCases.map { weights["\(name):\($0.rawValue)"] ?? 0 }
        }
    }

    /// The weights of one end.
    private struct SideWeights: Sendable {
        let kinds: [Double]
        let forms: [Double]

        init(_ end: String, _ weights: [String: Double]) {
            kinds = EntityKind.allCases.map { weights["\(end):\($0.rawValue)"] ?? 0 }
            forms = MentionForm.allCases.map { weights["\(end):\($0.rawValue)"] ?? 0 }
        }

        func sum(_ side: Calibration.Side, after sum: Double) -> Double {
            sum + kinds[EntityKind.allCases.firstIndex(of: side.kind) ?? 0]
                + forms[MentionForm.allCases.firstIndex(of: side.form) ?? 0]
        }
    }

    private let kinds: [KindWeights]
    private let rules: [String: Double]
    private let relations: [Relation: RelationWeights]
    private let statuses: [Double]
    private let reported: Double
    private let distance: Double
    private let source: SideWeights
    private let target: SideWeights

    /// Sorts the weights.
    init(_ weights: [String: Double]) {
        kinds = Kind.allCases.map { KindWeights($0, weights) }
        let byRule = weights.filter { $0.key.hasPrefix("by:") }.map { (String($0.key.dropFirst(3)), $0.value) }
        rules = Dictionary(byRule, uniquingKeysWith: { first, _ in first })
        let words = Set(weights.keys.flatMap { $0.split(separator: ":").map(String.init) })
        relations = Dictionary(
            words.map { (Relation(rawValue: $0), RelationWeights($0, weights)) },
            uniquingKeysWith: { first, _ in first })
        statuses = Status.allCases.map { weights["status:\($0.rawValue)"] ?? 0 }
        reported = weights["reported"] ?? 0
        distance = weights["distance"] ?? 0
        source = SideWeights("source", weights)
        target = SideWeights("target", weights)
    }

    /// The sum of the weights times the values of a proposal.
    func sum(_ proposal: Calibration.Case) -> Double {
        let kind: Kind = proposal.rule == nil ? .model : proposal.model == nil ? .rule : .both
        let number = Kind.allCases.firstIndex(of: kind) ?? 0
        let status = Status.allCases.firstIndex(of: proposal.status) ?? 0
        var sum = findings(proposal, kinds[number])
        let relation = relations[proposal.relation]
        sum += relation?.own ?? 0
        sum += relation?.kinds[number] ?? 0
        sum += statuses[status]
        sum += relation?.statuses[status] ?? 0
        if proposal.isReported { sum += reported }
        sum += distance * log(1 + Double(proposal.distance))
        return target.sum(proposal.target, after: source.sum(proposal.source, after: sum))
    }

    /// What rule and scorer add.
    private func findings(_ proposal: Calibration.Case, _ weights: KindWeights) -> Double {
        var sum = weights.own
        if let rule = proposal.rule {
            sum += weights.rule * Calibration.odds(rule.score)
            sum += rules[rule.name] ?? 0
        }
        if let model = proposal.model {
            sum += weights.relation * Calibration.odds(model.relation)
            sum += weights.any * Calibration.odds(model.any)
            sum += weights.turned * Calibration.odds(model.turned)
            sum += weights.status * Calibration.odds(model.status)
        }
        return sum
    }
}
