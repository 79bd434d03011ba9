import Annotations
import Glibc
import Knowledge

/// Turns what the rules and the scorer say of a relation into the probability that it is right.
///
/// A logistic regression over the log odds of both, fitted on the development documents; its weights are the rows of
/// `calibration.tsv` (`Training/calibrate.py` writes them).
struct Calibration: Sendable {
    /// What is known of a proposal.
    struct Case: Sendable, Hashable {
        /// The relation.
        var relation: Relation
        /// The best rule that proposes it, or nil where no rule does.
        var rule: Finding?
        /// What the scorer says of it, or nil where the scorer does not see the pair.
        var model: Opinion?
        /// How the sentence puts it.
        var status: Status
        /// Whether the sentence names somebody whose claim it is.
        var isReported: Bool
        /// The mention and kind of the source.
        var source: Side
        /// The mention and kind of the target.
        var target: Side
        /// The tokens between the two mentions.
        var distance: Int
    }

    /// What the scorer says of a relation between two mentions; probabilities.
    struct Opinion: Sendable, Hashable {
        /// Of the relation.
        var relation: Double
        /// Of any relation from this source to this target.
        var any: Double
        /// Of the same relation the other way round.
        var turned: Double
        /// Of the status, given a relation.
        var status: Double
        /// The status that the scorer itself would give.
        var likeliest: Status
        /// Of that status.
        var likeliestStatus: Double
    }

    /// One end of a proposal.
    struct Side: Sendable, Hashable {
        /// The kind of the entity.
        var kind: EntityKind
        /// How the sentence refers to it.
        var form: MentionForm
    }

    let weights: [String: Double]
    private let table: CalibrationTable

    /// Takes the weights by name; a name without a weight counts nothing.
    init(weights: [String: Double]) {
        self.weights = weights
        table = CalibrationTable(weights)
    }

    /// Reads the weights from `rules/calibration.tsv`: name, tab, weight.
    init(knowledge: Knowledge) throws(RuleError) {
        guard let file = RuleFile.all(in: knowledge).first(where: { $0.name == Self.fileName }) else {
            throw RuleError(file: Self.fileName, line: 1, message: "the file of weights is missing")
        }
        var weights: [String: Double] = [:]
        for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let columns = line.split(separator: "\t")
            guard columns.count == 2, let weight = Double(columns[1]) else {
                throw RuleError(file: file.name, line: index + 1, message: "a weight is a name, a tab and a number")
            }
            weights[String(columns[0])] = weight
        }
        self.init(weights: weights)
    }

    private static let fileName = "calibration.tsv"

    /// The confidence below which an assertion is left out, unless the user asks for another.
    var least: Double { weights["least"] ?? 0 }

    /// The same for what no rule proposes.
    var leastOfModel: Double { weights["least:model"] ?? least }

    /// The probability that a proposal is right, in 0.01...0.99.
    func confidence(_ proposal: Case) -> Double {
        min(0.99, max(0.01, 1 / (1 + exp(-table.sum(proposal)))))
    }

    /// The features of a proposal by name.
    static func features(_ proposal: Case) -> [(name: String, value: Double)] {
        let kind = proposal.rule == nil ? "model" : proposal.model == nil ? "rule" : "both"
        var features: [(name: String, value: Double)] = [(kind, 1)]
        if let rule = proposal.rule {
            features.append(("\(kind):rule", odds(rule.score)))
            features.append(("by:\(rule.name)", 1))
        }
        if let model = proposal.model {
            features.append(("\(kind):relation", odds(model.relation)))
            features.append(("\(kind):any", odds(model.any)))
            features.append(("\(kind):turned", odds(model.turned)))
            features.append(("\(kind):status", odds(model.status)))
        }
        features.append((proposal.relation.rawValue, 1))
        features.append(("\(kind):\(proposal.relation.rawValue)", 1))
        features.append(("status:\(proposal.status.rawValue)", 1))
        features.append(("\(proposal.relation.rawValue):\(proposal.status.rawValue)", 1))
        if proposal.isReported { features.append(("reported", 1)) }
        features.append(("distance", log(1 + Double(proposal.distance))))
        for (end, side) in [("source", proposal.source), ("target", proposal.target)] {
            features.append(("\(end):\(side.kind.rawValue)", 1))
            features.append(("\(end):\(side.form.rawValue)", 1))
        }
        return features
    }

    static func odds(_ probability: Double) -> Double {
        let bounded = min(0.995, max(0.005, probability))
        return log(bounded / (1 - bounded))
    }
}
