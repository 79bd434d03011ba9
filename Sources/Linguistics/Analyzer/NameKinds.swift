import Annotations

/// The kinds of a document's names: what is written the same has the kind that its places together score highest.
struct NameKinds {
    private let sentences: [Sentence]
    private let document: Range<Int>
    private var sums: [String: [NameKind: Float]] = [:]

    /// Sums up the names of a document, which is a range of the sentences.
    init(_ sentences: [Sentence], _ analyzed: [AnalyzedPart?], _ document: Range<Int>) {
        self.sentences = sentences
        self.document = document
        for number in document {
            guard let part = analyzed[number] else { continue }
            for (name, scores) in zip(part.names, part.nameScores) where !scores.isEmpty {
                sums[form(name, number), default: [:]].merge(scores, uniquingKeysWith: +)
            }
        }
    }

    /// Gives every name of the document the kind of its form.
    func unify(_ analyzed: inout [AnalyzedPart?]) {
        for number in document {
            guard let part = analyzed[number] else { continue }
            for (index, name) in part.names.enumerated() where !part.nameScores[index].isEmpty {
                guard let scores = sums[form(name, number)] else { continue }
                let best = NameKind.allCases.max { (scores[$0] ?? -.infinity) < (scores[$1] ?? -.infinity) }
                analyzed[number]?.names[index].kind = best ?? name.kind
            }
        }
    }

    private func form(_ name: NameSpan, _ sentence: Int) -> String {
        sentences[sentence].tokens[name.tokens].map(\.form).joined(separator: " ")
    }
}
