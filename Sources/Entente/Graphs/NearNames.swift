/// Words that a user may have meant.
public enum NearNames {
    /// Of some words the ones most like a word, at most three.
    public static func of(_ word: String, among words: [String]) -> [String] {
        let typed = Array(word.lowercased().utf8)
        let limit = max(1, typed.count / 3)
        let scored = words.compactMap { candidate in
            EditDistance.between(typed, Array(candidate.lowercased().utf8), limit: limit).map { ($0, candidate) }
        }
        return scored.sorted { $0 < $1 }.prefix(3).map(\.1)
    }
}
