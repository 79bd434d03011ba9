import Annotations

/// The stories of a document: a digest of several has a break before each paragraph whose names the paragraphs before
/// it do not know.
///
/// A phrase such as "the government" or "he" means somebody of its own story.
struct Stories: Sendable, Hashable {
    /// The story of each sentence, counted from zero.
    private(set) var number: [Int]

    /// One paragraph as the breaks are found by it.
    struct Paragraph {
        /// The sentences.
        var sentences: Range<Int>
        /// The entities that are named in it.
        var names: Set<Int>
        /// True where its first words take up what was said before ("He", "The group").
        var isTied: Bool
    }

    /// Finds the breaks: a paragraph opens a story where neither it nor the next one names anybody of the story so far.
    init(_ paragraphs: [Paragraph], sentences: Int) {
        number = Array(repeating: 0, count: sentences)
        var story = 0
        var known: Set<Int> = []
        for (index, paragraph) in paragraphs.enumerated() {
            let next = index + 1 < paragraphs.count ? paragraphs[index + 1].names : []
            let isNew = !paragraph.isTied && !known.isEmpty && !paragraph.names.isEmpty
            if isNew, known.isDisjoint(with: paragraph.names), known.isDisjoint(with: next) {
                story += 1
                known = []
            }
            known.formUnion(paragraph.names)
            for sentence in paragraph.sentences { number[sentence] = story }
        }
    }

    /// The first sentence of the story of a sentence.
    ///
    /// - Complexity: logarithmic in the sentences.
    func first(of sentence: Int) -> Int {
        number.partitioningIndex { $0 >= number[sentence] }
    }

    /// The last sentence of the story of a sentence.
    ///
    /// - Complexity: logarithmic in the sentences.
    func last(of sentence: Int) -> Int {
        number.partitioningIndex { $0 > number[sentence] } - 1
    }

    /// Whether two sentences tell the same story.
    func areOne(_ a: Int, _ b: Int) -> Bool { number[a] == number[b] }
}

extension EntityResolver {
    /// The stories of the document, by the names that are resolved so far.
    func stories() -> Stories {
        var starts = views.indices.filter { $0 == 0 || views[$0].sentence.opensParagraph }
        starts.append(views.count)
        let paragraphs = zip(starts, starts.dropFirst()).map { low, high in
            Stories.Paragraph(sentences: low..<high, names: names(in: low..<high), isTied: opensTied(low))
        }
        return Stories(paragraphs, sentences: views.count)
    }

    private func names(in sentences: Range<Int>) -> Set<Int> {
        Set(sentences.flatMap { range(of: $0).compactMap { assigned[$0] } })
    }

    /// Whether the first words of a sentence are a pronoun or a noun that takes up a name.
    private func opensTied(_ sentence: Int) -> Bool {
        range(of: sentence).contains { index in
            guard candidates[index].tokens.lowerBound == 0 else { return false }
            switch candidates[index].referent {
            case .pronoun, .anaphor: return true
            case .group, .body, .office, .agent:
                return candidates[index].isDefinite && assigned[index] == nil
                    && candidates[index].referent.owner == nil
            default: return false
            }
        }
    }
}
