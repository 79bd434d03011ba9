import Annotations

/// Tells sentences that no tree can be trusted on: tables, lists of names, capitals throughout.
enum SentenceFilter {
    /// Whether a sentence gives no relations.
    static func defeats(_ sentence: Sentence) -> Bool {
        let words = sentence.tokens.filter { $0.tag != .punct && $0.tag != .num && $0.tag != .sym }
        if sentence.tokens.last?.form == ":", !words.contains(where: { $0.tag == .verb || $0.tag == .aux }) {
            return true
        }
        guard words.count > 3 else { return false }
        let capitals = words.count(where: { isCapitals($0.form) })
        if words.count > 5, capitals * 10 > words.count * 7 { return true }
        let functional = words.count(where: { [.verb, .aux, .adp, .det, .pron, .sconj].contains($0.tag) })
        return words.count > 8 && functional == 0
    }

    private static func isCapitals(_ form: String) -> Bool {
        form.utf8.count > 1 && form.utf8.allSatisfy { !(97...122).contains($0) }
    }
}
