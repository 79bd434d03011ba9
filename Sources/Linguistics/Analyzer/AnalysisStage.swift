/// The parts of the work on a document, as a profile tells them apart.
package enum AnalysisStage: Sendable, CaseIterable {
    /// Bytes to sentences and words.
    case tokenize
    /// Words to pieces, pieces to vectors.
    case encode
    /// Vectors to the scores of tags, names, trees and the vectors' own bytes.
    case score
    /// Scores to labels, trees, lemmas and names.
    case decode
    /// All the analyzer's work that belongs to no other stage: putting parts back together.
    case join
}

/// Called when a stage begins; the one before ends there.
package typealias StageMark = @Sendable (AnalysisStage) -> Void
