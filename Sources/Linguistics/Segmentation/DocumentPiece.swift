import Annotations

/// A stretch of a document that is read by itself: all of it, or of a very long one as much as memory is meant for.
public struct DocumentPiece: Sendable {
    /// The document.
    public let document: Document
    /// The bytes of the piece.
    public let range: Range<Int>

    /// Makes a piece.
    public init(document: Document, range: Range<Int>) {
        self.document = document
        self.range = range
    }
}
