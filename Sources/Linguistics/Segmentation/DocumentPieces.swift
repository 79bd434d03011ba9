/// Cuts long documents, so that memory does not grow with their length.
enum DocumentPieces {
    /// A piece is about this many bytes long, and at most twice that.
    static let target = 1 << 17

    /// The pieces of a document, in order; together they are all of it. An empty document is one empty piece.
    static func ranges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        while bytes.count - start > 2 * target {
            let end = cut(bytes, start + target..<start + 2 * target)
            ranges.append(start..<end)
            start = end
        }
        if start < bytes.count || ranges.isEmpty { ranges.append(start..<bytes.count) }
        return ranges
    }

    // The best place to cut within a window.
    private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ window: Range<Int>) -> Int {
        var line: Int?
        var sentence: Int?
        var space: Int?
        for index in window.dropFirst(2) where bytes[index - 1] <= 0x20 {
            let isLine = bytes[index - 1] == 0x0A
            if isLine, bytes[index - 2] == 0x0A || bytes[index - 2] == 0x0D && bytes[index - 3] == 0x0A { return index }
            if isLine, line == nil { line = index }
            if sentence == nil, isSentenceEnd(bytes, index) { sentence = index }
            if space == nil { space = index }
        }
        return line ?? sentence ?? space ?? characterStart(bytes, window.upperBound)
    }

    // ". A": a period and a capital letter.
    private static func isSentenceEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        bytes[index - 2] == 0x2E && 0x41...0x5A ~= bytes[index] && index >= 4 && bytes[index - 4] != 0x2E
    }

    private static func characterStart(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        var start = index
        while index - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }
}
