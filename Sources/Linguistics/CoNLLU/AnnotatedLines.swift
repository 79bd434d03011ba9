/// The lines of an annotated file, without their ends and a byte order mark.
enum AnnotatedLines {
    static func lines(_ bytes: [UInt8], file: String) throws(AnnotatedFileError) -> [Substring] {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else {
            throw AnnotatedFileError(file: file, line: badLine(body), problem: .notUTF8)
        }
        // Split on bytes: CR LF is one Character to Swift.
        return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0)
        }
    }

    private static func badLine(_ bytes: ArraySlice<UInt8>) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }
}
