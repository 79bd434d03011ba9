/// Cuts a document's bytes into chunks at white space, and says what kind of gap stood before each.
///
/// Every byte that is no white space belongs to exactly one character of one chunk: a byte that is no UTF-8 is a character of
/// its own with the code U+FFFD.
struct ChunkReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at: Int
    private var lineStart: Int
    private var hasRead = false
    /// What stood before the chunk read last.
    private(set) var gap = Gap.start

    /// White space between two tokens.
    enum Gap: Equatable {
        case start
        case space
        /// One line break, behind a line of so many bytes.
        case newline(lineLength: Int)
        /// An empty line.
        case paragraph
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>) {
        self.bytes = UnsafeBufferPointer(rebasing: bytes[..<piece.upperBound])
        at = piece.lowerBound
        lineStart = at
    }

    /// Reads the next chunk into `chunk`; false at the end of the document.
    mutating func next(_ chunk: inout Chunk) -> Bool {
        chunk.clear()
        skipSpace()
        hasRead = true
        while at < bytes.count {
            let (code, kind, length) = character(at)
            if kind == .space || kind == .newline { break }
            chunk.append(code, kind, at: at)
            at += length
        }
        chunk.end = at
        return chunk.count > 0
    }

    private mutating func skipSpace() {
        gap = hasRead ? .space : .start
        var lines = 0
        var lineLength = 0
        while at < bytes.count {
            let (_, kind, length) = character(at)
            if kind == .newline {
                let isPair = bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A
                if lines == 0 { lineLength = at - lineStart }
                lines += 1
                at += isPair ? 2 : length
                lineStart = at
            } else if kind == .space {
                at += length
            } else {
                break
            }
        }
        guard gap != .start, lines > 0 else { return }
        gap = lines == 1 ? .newline(lineLength: lineLength) : .paragraph
    }

    private func character(_ at: Int) -> (UInt32, CharacterKind, Int) {
        let byte = bytes[at]
        if byte < 0x80 { return (UInt32(byte), .ascii(byte), 1) }
        guard let (code, length) = UTF8Decoding.scalar(bytes, at) else { return (0xFFFD, .letter, 1) }
        return (code, .beyondASCII(code), length)
    }
}
