import Annotations

/// Tells sentences that no tree can be trusted on: tables, lists of names, capitals throughout.
enum SentenceFilter {
    /// Whether a sentence gives no relations.
    static func defeats(_ sentence: Sentence) -> Bool {
        var (words, capitals, functional) = (0, 0, 0)
        var hasVerb = false
        for index in sentence.tokens.indices {
            switch sentence.tokens[index].tag {
            case .punct, .num, .sym: continue
            case .verb, .aux: (functional, hasVerb) = (functional + 1, true)
            case .adp, .det, .pron, .sconj: functional += 1
            default: break
            }
            words += 1
            if isCapitals(sentence.tokens[index].form) { capitals += 1 }
        }
        if !hasVerb, sentence.tokens.last?.form == ":" { return true }
        guard words > 3 else { return false }
        if words > 5, capitals * 10 > words * 7 { return true }
        return words > 8 && functional == 0
    }

    private static func isCapitals(_ form: String) -> Bool {
        form.utf8.count > 1 && form.utf8.allSatisfy { !(97...122).contains($0) }
    }
}
