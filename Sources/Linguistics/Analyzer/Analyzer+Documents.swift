import Annotations

extension Analyzer {
    /// Analyzes documents from their bytes, long ones in pieces, so that what only the analysis needs stays small.
    ///
    /// - Parameters:
    ///   - documents: any number of documents; the result grows with their size, so a caller with many hands over some
    ///     at a time.
    ///   - threads: how many threads may work.
    /// - Returns: an analysis per document, in the same order.
    public func analyze(_ documents: [Document], threads: Int = 1) -> [Analysis] {
        let segmenter = Segmenter()
        var analyses = documents.map { _ in Analysis(sentences: []) }
        for group in Self.groups(documents, segmenter) {
            let segmented = Workers.map(count: group.count, threads: threads) { index, _ in
                segmenter.segment(documents[group[index].document], group[index].range)
            }
            var sentences = annotate(segmented.flatMap { $0 }, threads: threads)[...]
            for (piece, own) in zip(group, segmented) {
                analyses[piece.document].sentences += sentences.prefix(own.count)
                sentences = sentences.dropFirst(own.count)
            }
        }
        return analyses
    }

    /// A piece of one of several documents.
    private struct Piece {
        let document: Int
        let range: Range<Int>
    }

    /// Pieces up to this many bytes are analyzed together.
    private static let groupBytes = 1 << 18

    /// The pieces of all documents in order, in groups: enough to keep the threads busy, few enough to bound memory.
    private static func groups(_ documents: [Document], _ segmenter: Segmenter) -> [[Piece]] {
        var groups: [[Piece]] = []
        var group: [Piece] = []
        var size = 0
        for (document, text) in documents.enumerated() {
            for range in segmenter.pieces(of: text) {
                if size > 0, size + range.count > groupBytes {
                    groups.append(group)
                    (group, size) = ([], 0)
                }
                group.append(Piece(document: document, range: range))
                size += range.count
            }
        }
        return group.isEmpty ? groups : groups + [group]
    }
}
