import Annotations

/// The lemmas of frequent words, by form and tag; what it knows wins over the edit scripts.
///
/// Complexity: a lookup is a binary search over the lines, so that nothing is built at start but their offsets.
struct LemmaLexicon: Sendable {
    private let bytes: [UInt8]
    /// Where each line begins; the last element is where the text ends.
    private let starts: [Int]

    /// Takes lines of form, tab, tag, tab, lemma, sorted by their bytes.
    init(_ lines: String) {
        var bytes = Array(lines.utf8)
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
        self.bytes = bytes
        self.starts = starts
    }

    /// The lemma of a form with a tag, or nil where the lexicon has none.
    func lemma(of form: String, tag: UniversalTag) -> String? {
        let key = Array(form.utf8) + [0x09] + Array(tag.rawValue.utf8) + [0x09]
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if precedes(middle, key) { low = middle + 1 } else { high = middle }
        }
        guard low < starts.count - 1 else { return nil }
        let line = bytes[starts[low]..<starts[low + 1] - 1]
        return line.starts(with: key) ? String(decoding: line.dropFirst(key.count), as: UTF8.self) : nil
    }

    private func precedes(_ line: Int, _ key: [UInt8]) -> Bool {
        bytes[starts[line]..<starts[line + 1] - 1].lexicographicallyPrecedes(key)
    }
}
