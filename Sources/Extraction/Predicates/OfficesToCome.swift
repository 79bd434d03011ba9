import Annotations

// Offices that are not held yet: "President-elect X", "prime minister-designate", "nominee for defense minister".
extension SentenceTree {
    /// Whether the words around a title, whose last token is given, put it into the future.
    func isOfficeToCome(endingAt token: Int) -> Bool {
        let own = forms[token]
        if Self.toCome.contains(where: { own == $0 || own.hasSuffix("-" + $0) }) { return true }
        let next = token + 1 < count && ["-", "–"].contains(tokens[token + 1].form) ? token + 2 : token + 1
        if next < count, Self.toCome.contains(forms[next]) { return true }
        if next < count, Self.choices.contains(own), ["for", "to"].contains(forms[next]) { return true }
        return isNominated(before: token)
    }

    /// "Incoming" or "nominee for" in the words before the last one of a title.
    private func isNominated(before token: Int) -> Bool {
        for index in stride(from: token - 1, through: max(0, token - 5), by: -1) {
            let word = forms[index]
            if Self.coming.contains(word) { return true }
            if word == "for" { return index > 0 && Self.choices.contains(words[index - 1]) }
            guard [.adj, .noun, .propn, .punct].contains(tokens[index].tag), word != "," else { return false }
        }
        return false
    }

    private static let toCome: Set<String> = ["elect", "designate"]
    private static let coming: Set<String> = ["incoming", "presumptive", "designated"]
    private static let choices: Set<String> = ["nominee", "pick", "choice"]
}
