import Annotations

/// What the rules ask of the universal features of a word.
struct Morphology: OptionSet, Sendable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    static let finite = Morphology(rawValue: 1 << 0)
    static let infinitive = Morphology(rawValue: 1 << 1)
    static let participle = Morphology(rawValue: 1 << 2)
    static let gerund = Morphology(rawValue: 1 << 3)
    static let past = Morphology(rawValue: 1 << 4)
    static let present = Morphology(rawValue: 1 << 5)
    static let passive = Morphology(rawValue: 1 << 6)
    static let plural = Morphology(rawValue: 1 << 7)
    static let superlative = Morphology(rawValue: 1 << 8)

    /// Reads features in CoNLL-U form (`Number=Plur|Tense=Past`).
    init(_ features: String) {
        self = []
        // Bytes, because a search for text in text goes through characters and costs more than the rest of the tree.
        for feature in features.utf8.split(separator: UInt8(ascii: "|")) {
            if let known = Self.names.first(where: { $0.bytes.elementsEqual(feature) }) { insert(known.value) }
        }
    }

    private static let names: [(bytes: [UInt8], value: Morphology)] = {
        let names: [(String, Morphology)] = [
            ("VerbForm=Fin", .finite), ("VerbForm=Inf", .infinitive), ("VerbForm=Part", .participle),
            ("VerbForm=Ger", .gerund), ("Tense=Past", .past), ("Tense=Pres", .present), ("Voice=Pass", .passive),
            ("Number=Plur", .plural), ("Degree=Sup", .superlative),
        ]
        return names.map { (Array($0.0.utf8), $0.1) }
    }()
}

/// The morphologies of features that were read before: a language has few of them.
struct MorphologyTable {
    private var known: [String: Morphology] = [:]

    mutating func morphology(_ features: String) -> Morphology {
        if features.isEmpty { return [] }
        if let known = known[features] { return known }
        let read = Morphology(features)
        known[features] = read
        return read
    }
}
