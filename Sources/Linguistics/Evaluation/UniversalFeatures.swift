/// The features that every language shares (UD version 2).
enum UniversalFeatures {
    private static let names: Set<String> = [
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite",
        "Degree",
        "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    ]

    /// The universal ones of a list of features, sorted.
    static func only(_ features: String) -> String {
        features.split(separator: "|")
            .filter { names.contains(String($0.prefix { $0 != "=" })) }
            .sorted().joined(separator: "|")
    }
}
