import Entente

/// What stages make of a document, for people to read.
enum DumpText {
    /// The text that byte offsets refer to, line by line with the offset of each line.
    static func text(_ document: Document) -> String {
        var result = ""
        var offset = 0
        for line in document.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let number = String(offset)
            let padding = String(repeating: " ", count: max(0, 8 - number.count))
            result += "\(padding)\(number)  \(Visible.line(String(decoding: line, as: UTF8.self)))\n"
            offset += line.count + 1
        }
        return result
    }
}
