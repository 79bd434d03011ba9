/// What is analyzed at a time: a sentence, or a part of a very long one.
struct SentencePart: Sendable {
    /// The index of the sentence.
    let sentence: Int
    /// The words of the part.
    let words: Range<Int>
    /// The number of word pieces, which is what the analysis costs.
    let pieces: Int

    /// Joins parts of like length into batches of about `target` pieces, longest first.
    ///
    /// The order among equals is that of the text, so that the batches depend on the text alone.
    static func batches(_ parts: [SentencePart], target: Int) -> [[SentencePart]] {
        let sorted = parts.indices.sorted { (parts[$1].pieces, $0) < (parts[$0].pieces, $1) }
        var batches: [[SentencePart]] = []
        var batch: [SentencePart] = []
        var size = 0
        for index in sorted {
            if size > 0, size + parts[index].pieces > target {
                batches.append(batch)
                (batch, size) = ([], 0)
            }
            batch.append(parts[index])
            size += parts[index].pieces
        }
        if !batch.isEmpty { batches.append(batch) }
        return batches
    }
}
