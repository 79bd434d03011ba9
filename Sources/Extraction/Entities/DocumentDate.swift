/// The date line of a document whose input gives no date: `2019-10-29` or "October 29, 2019" near the top.
enum DocumentDate {
    /// The date as `YYYY-MM-DD`, or nil where the first lines have none.
    static func find(_ bytes: [UInt8], within limit: Int = 600) -> String? {
        let words = bytes.prefix(limit).split { !isWordByte($0) }.map { String(decoding: $0, as: UTF8.self) }
        for (index, word) in words.enumerated() {
            if let date = numeric(word) { return date }
            if let date = written(word, index, words) { return date }
        }
        return nil
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
            || byte >= 0x80
    }

    /// `2019-10-29`.
    private static func numeric(_ word: String) -> String? {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard word.utf8.count == 10, parts.count == 3, parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]),
            let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        return isDate(year, month, day) ? word : nil
    }

    /// "October 29 2019", "29 October 2019".
    private static func written(_ word: String, _ index: Int, _ words: [String]) -> String? {
        guard let month = months.firstIndex(of: word.lowercased()), index + 1 < words.count else { return nil }
        let after = words[(index + 1)...].prefix(2).compactMap { Int($0) }
        let before = index > 0 ? Int(words[index - 1]) : nil
        if after.count == 2, isDate(after[1], month + 1, after[0]) { return text(after[1], month + 1, after[0]) }
        if let before, let year = after.first, isDate(year, month + 1, before) { return text(year, month + 1, before) }
        return nil
    }

    private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        (1800...2200).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        let pad: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(year)-\(pad(month))-\(pad(day))"
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
