import Annotations
import Kernels

/// The analysis of one part of a sentence, with indices that count from the part's first word.
struct AnalyzedPart: Sendable {
    var tokens: [Token]
    var names: [NameSpan]
    /// What each name would score with each kind; empty where the words alone decide.
    var nameScores: [[NameKind: Float]]
    var actors: [ActorSpan]
    var vectors: QuantizedValues

    /// Moves the part's tokens and spans to where they stand in the sentence, and hangs its tree on `root`.
    ///
    /// A very long sentence is cut; the root of its first part is the root of the whole, and the roots of the others
    /// hang on it as `parataxis`, which is what Universal Dependencies give to sentences run together.
    mutating func move(by offset: Int, root: Int) {
        for index in tokens.indices {
            if tokens[index].head >= 0 {
                tokens[index].head += offset
            } else {
                tokens[index].head = root
                tokens[index].relation = "parataxis"
            }
        }
        for index in names.indices { names[index].tokens = names[index].tokens.moved(by: offset) }
        for index in actors.indices { actors[index].tokens = actors[index].tokens.moved(by: offset) }
    }

    /// Appends a later part of the same sentence.
    mutating func append(_ part: AnalyzedPart) {
        var part = part
        part.move(by: tokens.count, root: tokens.firstIndex { $0.head < 0 } ?? 0)
        tokens += part.tokens
        names += part.names
        nameScores += part.nameScores
        actors += part.actors
        vectors.codes += part.vectors.codes
        vectors.scales += part.vectors.scales
    }
}

extension Range<Int> {
    fileprivate func moved(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
