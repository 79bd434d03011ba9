import Annotations
import Knowledge

/// A sentence with what the finders ask of every token, computed once.
struct SentenceView {
    let index: Int
    let sentence: Sentence
    /// The comparison key of each token's form.
    let keys: [String]
    /// The lower-cased lemma, or the key where there is no lemma.
    let lemmas: [String]
    /// True where the form begins with a capital letter.
    let isCapital: [Bool]
    /// True where the form is written in capitals throughout.
    let isUpper: [Bool]
    let hasTree: Bool

    init(_ sentence: Sentence, index: Int) {
        self.index = index
        self.sentence = sentence
        let keys = sentence.tokens.map { NameKey.fold($0.form) }
        self.keys = keys
        lemmas = sentence.tokens.indices.map {
            let lemma = sentence.tokens[$0].lemma
            return lemma.isEmpty || lemma == "_" ? keys[$0] : lemma.lowercased()
        }
        isCapital = sentence.tokens.map { $0.form.unicodeScalars.first.map(Self.isUppercase) ?? false }
        isUpper = sentence.tokens.map { token in !token.form.unicodeScalars.contains(where: Self.isLowercase) }
        hasTree = sentence.tokens.contains { $0.head >= 0 }
    }

    private static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
    }

    private static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
    }

    var tokens: [Token] { sentence.tokens }
    var count: Int { sentence.tokens.count }

    /// The words of a range as written, with the spaces of the text.
    func text(_ range: Range<Int>) -> String {
        var out = ""
        for index in range {
            out += tokens[index].form
            if index + 1 < range.upperBound, tokens[index].range.upperBound < tokens[index + 1].range.lowerBound {
                out += " "
            }
        }
        return out
    }

    /// Whether a token is plural by its features.
    func isPlural(_ index: Int) -> Bool { Morphology(tokens[index].features).contains(.plural) }

    /// The key of a range.
    func key(_ range: Range<Int>) -> String {
        var key = ""
        for index in range where !keys[index].isEmpty {
            if !key.isEmpty { key += " " }
            key += keys[index]
        }
        return key
    }

    /// The token of a range whose head lies outside it; the last one where there is no tree.
    func head(of range: Range<Int>) -> Int {
        guard hasTree else { return range.upperBound - 1 }
        return range.first { !range.contains(tokens[$0].head) } ?? range.upperBound - 1
    }

    /// True where `token` hangs below `ancestor`; always true without a tree.
    func isBelow(_ token: Int, _ ancestor: Int) -> Bool {
        guard hasTree else { return true }
        var current = tokens[token].head
        var steps = 0
        while current >= 0, steps < 40 {
            if current == ancestor { return true }
            current = tokens[current].head
            steps += 1
        }
        return false
    }

    /// True where two neighbors stand without a space between them.
    func isGlued(_ left: Int, _ right: Int) -> Bool {
        tokens[left].range.upperBound == tokens[right].range.lowerBound
    }

    func isHyphen(_ index: Int) -> Bool {
        let form = tokens[index].form
        return form == "-" || form == "‐" || form == "‑" || form == "–"
    }

    /// True for the letter of a caption's "(L)".
    func isMark(_ index: Int) -> Bool {
        index > 0 && index + 1 < count && tokens[index].form.utf8.count == 1 && tokens[index - 1].form == "("
            && tokens[index + 1].form == ")"
    }

    func isPossessive(_ index: Int) -> Bool {
        let form = tokens[index].form
        return form == "'s" || form == "’s" || form == "'" || form == "’"
    }
}
