/// Takes the moment of its making out of a PDF.
///
/// Cairo writes it whatever the environment says. Its digits become zeros and ones of equal number, since the table at
/// the end of a PDF counts bytes.
enum PDFCleaner {
    /// The same document, made at the beginning of 2000.
    static func clean(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        guard let start = position(in: bytes) else { return bytes }
        for (offset, digit) in fixed.enumerated() where start + offset < bytes.count { bytes[start + offset] = digit }
        return bytes
    }

    private static let mark = Array("/CreationDate (D:".utf8)
    private static let fixed = Array("20000101000000".utf8)

    /// Where the digits begin; the document's information stands near its end.
    private static func position(in bytes: [UInt8]) -> Int? {
        var index = bytes.count - mark.count
        while index >= 0 {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
                return index + mark.count
            }
            index -= 1
        }
        return nil
    }
}
