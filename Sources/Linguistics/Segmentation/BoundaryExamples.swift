import Annotations

/// Examples from which the weights of the sentence splitter are learned.
public enum BoundaryExamples {
    /// A line per gap that may end a sentence: 1 or 0, then the buckets of its features.
    public static func lines(_ treebank: Treebank) -> [String] {
        let ends = Set(treebank.sentences.compactMap { $0.words.last?.range.upperBound })
        return Array(treebank.text.utf8).withUnsafeBufferPointer { bytes in
            let words = WordScanner.words(bytes, 0..<bytes.count)
            var lines: [String] = []
            BoundaryGaps(bytes, words, BoundaryRules(bytes, words: words)).forEachGap { index, buckets in
                let isEnd = ends.contains(words[index].end)
                lines.append(([isEnd ? 1 : 0] + buckets).map(String.init).joined(separator: " "))
            }
            return lines
        }
    }
}
