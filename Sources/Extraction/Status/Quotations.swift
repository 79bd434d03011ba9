import Annotations

/// Which tokens of a document stand inside quotation marks, and in which sentences a quotation runs on.
struct Quotations: Sendable {
    /// For each sentence, for each token: whether it is quoted.
    let quoted: [[Bool]]

    /// Reads the quotation marks of a document; straight marks close at the end of a paragraph at the latest.
    init(_ analysis: Analysis) {
        var isOpen = false
        var all: [[Bool]] = []
        for sentence in analysis.sentences {
            if sentence.opensParagraph { isOpen = false }
            var flags = [Bool](repeating: false, count: sentence.tokens.count)
            for (index, token) in sentence.tokens.enumerated() {
                switch token.form {
                case "“", "``", "«": isOpen = true
                case "”", "''", "»": isOpen = false
                case "\"": isOpen.toggle()
                default: flags[index] = isOpen
                }
            }
            all.append(flags)
        }
        quoted = all
    }

    /// The share of a sentence's tokens that is quoted.
    func share(_ sentence: Int) -> Double {
        guard !quoted[sentence].isEmpty else { return 0 }
        return Double(quoted[sentence].count(where: { $0 })) / Double(quoted[sentence].count)
    }
}
