import Foundation

/// A name as gold rows and assertions are compared: no case, accents, punctuation, article or possessive.
package struct ComparedName: Hashable, Sendable {
    /// Latin letters and digits with one space between words; empty where the name has none.
    package let text: String

    package init(_ name: String) {
        let scalars = name.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            $0.properties.canonicalCombiningClass == .notReordered
        }
        let plain = ComparedName.words(ComparedName.withoutPossessives(Array(scalars)))
        let text = ComparedName.withoutArticle(plain).joined(separator: " ")
        self.text = ComparedName.synonyms[text] ?? text
    }

    private static let articles: Set<String> = ["the", "a", "an"]

    /// Short names of a few actors, for which every reader of news knows the full one.
    private static let synonyms: [String: String] = {
        let names = [
            "united states": ["us", "u s", "usa", "united states of america"],
            "united kingdom": ["uk", "u k", "britain", "great britain"],
            "european union": ["eu"], "united nations": ["un", "u n"], "islamic state": ["isil", "isis", "daesh"],
        ]
        let pairs = names.flatMap { full, short in short.map { ($0, full) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    /// The article goes only where a word follows it.
    private static func withoutArticle(_ words: [String]) -> [String] {
        guard words.count > 1, let first = words.first, articles.contains(first) else { return words }
        return Array(words.dropFirst())
    }

    /// The letters of a possessive 's go with their apostrophe, so that no word "s" is left of it.
    private static func withoutPossessives(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        var at = 0
        while at < scalars.count {
            if isPossessive(scalars, at) {
                at += 2
            } else {
                kept.append(scalars[at])
                at += 1
            }
        }
        return kept
    }

    private static func isPossessive(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
        guard scalars[at] == "'" || scalars[at] == "\u{2019}", at + 1 < scalars.count else { return false }
        guard scalars[at + 1] == "s" || scalars[at + 1] == "S" else { return false }
        return at + 2 == scalars.count || !continuesWord(scalars[at + 2])
    }

    private static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func words(_ scalars: [Unicode.Scalar]) -> [String] {
        scalars.split { latin($0) == nil }.map { word in
            String(String.UnicodeScalarView(word.compactMap(latin)))
        }
    }

    /// A letter in lower case or a digit; nil for anything that divides words.
    private static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "a"..."z", "0"..."9": scalar
        case "A"..."Z": Unicode.Scalar(scalar.value + 32)
        default: nil
        }
    }
}
