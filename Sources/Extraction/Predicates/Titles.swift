import Annotations
import Knowledge

/// Finds the titles that the knowledge files list in a sentence.
struct Titles {
    private let knowledge: Knowledge
    private static let longest = 4

    /// Makes a finder over the knowledge of titles.
    init(_ knowledge: Knowledge) { self.knowledge = knowledge }

    /// The longest title that ends at a token, with its tokens.
    func title(endingAt token: Int, in tree: SentenceTree) -> (title: Title, tokens: Range<Int>)? {
        var found: (title: Title, tokens: Range<Int>)?
        var key = ""
        for start in stride(from: token, through: max(0, token - Self.longest + 1), by: -1) {
            let form = tree.forms[start]
            let isJoined = form == "-" || key.hasPrefix("-")
            key = key.isEmpty ? form : isJoined ? form + key : form + " " + key
            if let title = knowledge.title(key) ?? singular(key, tree.words[token]) {
                found = (title, start..<(token + 1))
            }
        }
        return found
    }

    /// "foreign ministers" for "foreign minister".
    private func singular(_ key: String, _ lemma: String) -> Title? {
        guard key.hasSuffix("s") else { return nil }
        return knowledge.title(String(key.dropLast()))
    }
}
