/// Finds the words of one chunk after the other (UD English conventions).
struct WordScanner {
    /// A word longer than this many characters is cut.
    static let longest = 400

    private(set) var words: [Word] = []
    private var chunk = Chunk()
    private var gap: ChunkReader.Gap?

    /// The words of a piece of a document.
    static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>) -> [Word] {
        var scanner = WordScanner()
        var reader = ChunkReader(bytes, piece)
        while reader.next(&scanner.chunk) {
            scanner.gap = reader.gap
            scanner.scanChunk()
        }
        return scanner.words
    }

    private mutating func scanChunk() {
        let addresses = WebAddresses.spans(chunk)
        var at = 0
        for address in addresses {
            scan(at..<address.lowerBound)
            emit(address, nil)
            words[words.count - 1].isAddress = true
            at = address.upperBound
        }
        scan(at..<chunk.count)
    }

    private mutating func scan(_ range: Range<Int>) {
        var at = range.lowerBound
        while at < range.upperBound {
            if chunk.kind(at).isWord {
                at = scanWord(at, range.upperBound)
            } else {
                let end = min(PunctuationMarks.end(chunk, at: at), range.upperBound)
                at = PunctuationMarks.opensWord(chunk, at: at) ? scanWord(at, range.upperBound) : emit(at..<end, nil)
            }
        }
    }

    private mutating func scanWord(_ start: Int, _ limit: Int) -> Int {
        let end = min(WordShape.end(chunk, from: start), limit)
        if let unit = WordShape.unit(chunk, start..<end) {
            emit(start..<unit, nil)
            return emit(unit..<end, nil)
        }
        if end < limit, let kind = WordShape.abbreviation(chunk, start..<end) { return emit(start..<end + 1, kind) }
        var at = start
        for cut in Contractions.cuts(chunk, start..<end) { at = emit(at..<cut, nil) }
        return emit(at..<end, nil)
    }

    @discardableResult
    private mutating func emit(_ range: Range<Int>, _ abbreviation: Abbreviations.Class?) -> Int {
        var start = range.lowerBound
        while range.upperBound - start > Self.longest {
            emitPart(start..<start + Self.longest, nil)
            start += Self.longest
        }
        if start < range.upperBound { emitPart(start..<range.upperBound, abbreviation) }
        return range.upperBound
    }

    private mutating func emitPart(_ range: Range<Int>, _ abbreviation: Abbreviations.Class?) {
        var word = Word(
            start: chunk.offset(range.lowerBound), end: chunk.offset(range.upperBound), gap: gap,
            kind: chunk.kind(range.lowerBound), first: chunk.code(range.lowerBound),
            last: chunk.code(range.upperBound - 1),
            abbreviation: abbreviation)
        word.isUpper = WordShape.isUpper(chunk, range)
        words.append(word)
        gap = nil
    }
}
