import Linguistics

/// Measures the built-in model on files with the right answers.
public struct ModelEvaluation: Sendable {
    private let evaluator: Evaluator

    /// What was measured on one file.
    public enum Report: Sendable {
        case treebank(TreebankReport)
        case names(NameComparison)

        /// The report as a JSON object, in percent.
        public var json: String {
            switch self {
            case .treebank(let report): report.json
            case .names(let names): names.json
            }
        }

        /// The report as a table for people.
        public var table: String {
            switch self {
            case .treebank(let report): report.table
            case .names(let names): names.table
            }
        }
    }

    /// Loads the built-in model.
    public init(threads: Int = 1) throws(Problem) {
        let analyzer = try EmbeddedModel.analyzer(EmbeddedModel.file())
        evaluator = Evaluator { analyzer.annotate($0, threads: threads, documents: $1) }
    }

    /// Measures on one file.
    public func report(_ gold: GoldFile) -> Report {
        switch gold {
        case .treebank(let treebank): .treebank(evaluator.evaluate(treebank))
        case .names(let names): .names(evaluator.evaluate(names))
        }
    }
}
