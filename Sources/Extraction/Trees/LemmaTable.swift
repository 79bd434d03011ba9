import Annotations

/// Finds the dictionary form that the rules know a word by, where the analyzer's lemma is none of their words.
struct LemmaTable: Sendable {
    private let known: Set<String>

    /// Makes a table of the words that count.
    init(known: Set<String>) { self.known = known }

    private static let irregular: [String: String] = [
        "met": "meet", "held": "hold", "sent": "send", "shot": "shoot", "fought": "fight", "said": "say",
        "told": "tell", "led": "lead",
        "struck": "strike", "slain": "slay", "slew": "slay", "took": "take", "taken": "take", "gave": "give",
        "given": "give",
        "withdrew": "withdraw", "withdrawn": "withdraw", "spoke": "speak", "spoken": "speak", "won": "win",
        "chose": "choose",
        "chosen": "choose", "sought": "seek", "built": "build", "sold": "sell", "kept": "keep", "left": "leave",
        "stood": "stand",
        "threw": "throw", "thrown": "throw", "overthrew": "overthrow", "overthrown": "overthrow", "beaten": "beat",
        "paid": "pay",
        "brought": "bring", "laid": "lay", "fled": "flee", "broke": "break", "broken": "break", "rose": "rise",
        "drew": "draw",
        "made": "make", "found": "find", "felt": "feel", "swore": "swear", "sworn": "swear", "saw": "see",
        "seen": "see",
        "went": "go", "gone": "go", "came": "come", "retook": "retake", "retaken": "retake", "overran": "overrun",
        "forbade": "forbid",
        "forbidden": "forbid", "thought": "think", "lent": "lend", "ran": "run", "had": "have", "has": "have",
        "men": "man",
        "women": "woman", "spokesmen": "spokesman", "lawmen": "lawman", "congressmen": "congressman", "chiefs": "chief",
        "people": "people",
    ]

    /// The lemma by which the rules know a token.
    ///
    /// - Parameter word: the form in lower case.
    func lemma(word: String, lemma: String, tag: UniversalTag = .x) -> String {
        let written = lemma.isEmpty || lemma == "_" ? word : lemma.lowercased()
        // "ousted" is a word of its own as an adjective, and a form of "oust" as a verb.
        let isUninflected = tag == .verb && written == word && (word.hasSuffix("ed") || word.hasSuffix("ing"))
        if known.contains(written), !isUninflected { return written }
        if let irregular = Self.irregular[word] { return irregular }
        for candidate in Self.candidates(word).dropFirst() where known.contains(candidate) { return candidate }
        return written
    }

    /// What a word may be an inflection of, the likelier first.
    private static func candidates(_ word: String) -> [String] {
        var list = [word]
        func add(_ stem: Substring) {
            list.append(String(stem))
            list.append(stem + "e")
            let bytes = Array(stem.utf8)
            if bytes.count > 2, bytes[bytes.count - 1] == bytes[bytes.count - 2] {
                list.append(String(stem.dropLast()))
            }
        }
        if word.hasSuffix("ies") { list.append(word.dropLast(3) + "y") }
        if word.hasSuffix("ied") { list.append(word.dropLast(3) + "y") }
        if word.hasSuffix("s") { list.append(String(word.dropLast())) }
        if word.hasSuffix("es") { list.append(String(word.dropLast(2))) }
        if word.hasSuffix("ed") { add(word.dropLast(2)) }
        if word.hasSuffix("ing") { add(word.dropLast(3)) }
        return list
    }
}
