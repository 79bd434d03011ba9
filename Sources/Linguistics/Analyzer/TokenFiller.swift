import Annotations
import Kernels

/// Turns what the heads say, which is indices, into tokens.
struct TokenFiller: Sendable {
    private let features: [String]
    private let lemmas: [LemmaScript]
    private let lexicon: LemmaLexicon
    private let relations: [String]
    private static let tags = UniversalTag.allCases

    /// Takes the lists of a model.
    init(_ model: ModelFile) throws(ModelError) {
        features = model.features.map { $0 == "_" ? "" : $0 }
        relations = model.dependencyRelations
        lexicon = LemmaLexicon(model.lemmaLexicon)
        lemmas = model.lemmaScripts.compactMap(LemmaScript.init)
        guard lemmas.count == model.lemmaScripts.count else { throw .field("lemmas") }
    }

    /// The tokens with tags, features, lemmas, heads and relations set.
    func fill(_ tokens: ArraySlice<Token>, _ labels: SentenceLabels) -> [Token] {
        tokens.indices.map { index in
            let word = index - tokens.startIndex
            var token = tokens[index]
            token.tag = Self.tags[labels.tags[labels.tags.startIndex + word]]
            token.features = features[labels.features[labels.features.startIndex + word]]
            token.lemma =
                lexicon.lemma(of: token.form, tag: token.tag)
                ?? lemmas[labels.lemmas[labels.lemmas.startIndex + word]]
                .lemma(of: token.form, isProperNoun: token.tag == .propn)
            token.head = labels.heads[labels.heads.startIndex + word]
            token.relation = token.head < 0 ? "root" : relations[labels.relations[labels.relations.startIndex + word]]
            return token
        }
    }
}
