import Annotations

extension Analyzer {
    /// Analyzes documents from their bytes.
    ///
    /// - Parameters:
    ///   - documents: any number of documents; memory grows with their size, so a caller with many hands over some at
    ///     a time.
    ///   - threads: how many threads may work.
    /// - Returns: an analysis per document, in the same order.
    public func analyze(_ documents: [Document], threads: Int = 1) -> [Analysis] {
        let segmenter = Segmenter()
        let segmented = Workers.map(count: documents.count, threads: threads) { index, _ in
            segmenter.segment(documents[index])
        }
        let sentences = annotate(segmented.flatMap { $0 }, threads: threads)
        var start = 0
        return segmented.map { part in
            defer { start += part.count }
            return Analysis(sentences: Array(sentences[start..<start + part.count]))
        }
    }
}
