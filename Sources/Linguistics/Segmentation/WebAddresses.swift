/// Finds addresses of pages and of mail in a chunk.
enum WebAddresses {
    /// The domains and file endings after which a period inside a word is no end of a sentence.
    static let endings: Set<String> = [
        "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "tv", "eu", "uk", "us", "ru", "ua", "cn", "de",
        "fr", "il",
        "ir", "in", "jp", "kr", "sy", "tr", "ca", "au", "nz", "za", "ch", "se", "es", "pl", "nl", "be", "at", "cz",
        "gr", "io",
        "me", "ly", "fm", "ie", "no", "doc", "docx", "pdf", "txt", "xls", "xlsx", "ppt", "htm", "html", "php", "asp",
        "aspx", "jsp",
        "cfm", "jpg", "jpeg", "png", "gif", "zip", "exe", "mp3", "mp4", "csv", "xml", "stm", "shtml", "wpd", "tif",
    ]

    /// The addresses of a chunk, in order and apart. Linear in the length of the chunk.
    static func spans(_ chunk: Chunk) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var free = 0
        for index in 0..<chunk.count where index >= free {
            guard let span = span(chunk, at: index, from: free) else { continue }
            spans.append(span)
            free = span.upperBound
        }
        return spans
    }

    private static func span(_ chunk: Chunk, at index: Int, from free: Int) -> Range<Int>? {
        switch chunk.code(index) {
        case UInt32(UInt8(ascii: ":")):
            guard chunk.has("/", at: index + 1), chunk.has("/", at: index + 2) else { return nil }
            return page(chunk, start: letters(chunk, before: index, from: free), mark: index + 3)
        case UInt32(UInt8(ascii: "@")):
            return mail(chunk, at: index, from: free)
        case UInt32(UInt8(ascii: "w")), UInt32(UInt8(ascii: "W")):
            guard index == free || !chunk.kind(index - 1).isWord, chunk.has(".", at: index + 3),
                chunk.kind(index + 4).isWord, chunk.key(index..<index + 3) == "www"
            else { return nil }
            return page(chunk, start: index, mark: index + 4)
        default:
            return nil
        }
    }

    private static func letters(_ chunk: Chunk, before index: Int, from free: Int) -> Int {
        var start = index
        while start > free, index - start < 10, chunk.kind(start - 1).isLetter { start -= 1 }
        return start
    }

    /// A page's address from `start`, of which everything to `mark` is certain.
    static func page(_ chunk: Chunk, start: Int, mark: Int) -> Range<Int>? {
        var end = mark
        var depth = 0
        while end < chunk.count, !ends(chunk.code(end)) {
            if chunk.has("(", at: end) { depth += 1 }
            if chunk.has(")", at: end) {
                if depth == 0 { break }
                depth -= 1
            }
            end += 1
        }
        while end > mark, isTrailing(chunk.code(end - 1)) { end -= 1 }
        return end > mark && start < mark ? start..<end : nil
    }

    private static func ends(_ code: UInt32) -> Bool {
        switch code {
        case 0x22, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x201C, 0x201D, 0xAB, 0xBB: true
        default: false
        }
    }

    private static func isTrailing(_ code: UInt32) -> Bool {
        switch code {
        case 0x21, 0x27, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x2018, 0x2019, 0x2026: true
        default: false
        }
    }

    private static func mail(_ chunk: Chunk, at index: Int, from free: Int) -> Range<Int>? {
        var start = index
        while start > free, isMailPart(chunk, start - 1) { start -= 1 }
        var end = index + 1
        while end < chunk.count, isMailPart(chunk, end) { end += 1 }
        while end > index + 1, !chunk.kind(end - 1).isWord { end -= 1 }
        while start < index, !chunk.kind(start).isWord { start += 1 }
        guard end > index + 1 else { return nil }
        if start == index { return chunk.kind(index + 1).isLetter ? index..<end : nil }
        return mailScheme(chunk, start, from: free)..<end
    }

    // "mailto:" belongs to the address.
    private static func mailScheme(_ chunk: Chunk, _ start: Int, from free: Int) -> Int {
        let scheme = start - 7
        return scheme >= free && chunk.key(scheme..<start) == "mailto:" ? scheme : start
    }

    private static func isMailPart(_ chunk: Chunk, _ index: Int) -> Bool {
        if chunk.kind(index).isWord { return true }
        switch chunk.code(index) {
        case 0x25, 0x2B, 0x2D, 0x2E, 0x5F: return true
        default: return false
        }
    }
}
