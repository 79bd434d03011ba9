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
        let pieces = documents.map { Segmenter().pieces(of: $0) }
        var analyses = analyze(pieces: pieces.flatMap { $0 }, threads: threads)[...]
        return pieces.map { own in
            defer { analyses = analyses.dropFirst(own.count) }
            return Analysis(sentences: analyses.prefix(own.count).flatMap(\.sentences))
        }
    }

    /// Analyzes pieces of documents.
    ///
    /// - Returns: an analysis per piece, in the same order; its ranges are those of the document.
    public func analyze(pieces: [DocumentPiece], threads: Int = 1) -> [Analysis] {
        analyze(pieces: pieces, threads: threads, mark: nil)
    }

    /// The same, saying which stage begins, so that a caller with a clock can tell what each takes.
    package func analyze(pieces: [DocumentPiece], threads: Int, mark: StageMark?) -> [Analysis] {
        let segmenter = Segmenter()
        return Self.groups(pieces).flatMap { group in
            mark?(.tokenize)
            let segmented = Workers.map(count: group.count, threads: threads) { index, _ in
                segmenter.segment(group[group.startIndex + index])
            }
            var documents: [Range<Int>] = []
            for own in segmented {
                let start = documents.last?.upperBound ?? 0
                documents.append(start..<start + own.count)
            }
            var sentences = annotate(
                segmented.flatMap { $0 }, threads: threads, documents: documents, mark: mark)[...]
            return segmented.map { own in
                defer { sentences = sentences.dropFirst(own.count) }
                return Analysis(sentences: Array(sentences.prefix(own.count)))
            }
        }
    }

    /// Pieces up to this many bytes are analyzed together.
    private static let groupBytes = 1 << 18

    /// The pieces in order, in groups: enough to keep the threads busy, few enough to bound memory.
    private static func groups(_ pieces: [DocumentPiece]) -> [ArraySlice<DocumentPiece>] {
        var groups: [ArraySlice<DocumentPiece>] = []
        var start = 0
        var size = 0
        for (index, piece) in pieces.enumerated() {
            if size > 0, size + piece.range.count > groupBytes {
                groups.append(pieces[start..<index])
                (start, size) = (index, 0)
            }
            size += piece.range.count
        }
        return start < pieces.count ? groups + [pieces[start...]] : groups
    }
}
