import Annotations

/// Compares a system's treebank with the gold one by the CoNLL 2018 measures.
///
/// Both must spell the same text; how they cut it may differ.
public struct TreebankComparison: Sendable {
    /// The score of each measure.
    public let scores: [Measure: Score]

    /// Compares.
    public init(gold: Treebank, system: Treebank) {
        let comparison = Comparison(gold: AlignedFile(gold), system: AlignedFile(system))
        scores = Dictionary(uniqueKeysWithValues: Measure.allCases.map { ($0, comparison.score($0)) })
    }
}

/// The aligned files of a comparison.
private struct Comparison {
    let gold: AlignedFile
    let system: AlignedFile
    let pairs: [(gold: Int, system: Int)]
    /// The gold word that each system word is paired with, or `unpaired`.
    let partners: [Int]

    static let unpaired = -2

    init(gold: AlignedFile, system: AlignedFile) {
        self.gold = gold
        self.system = system
        pairs = WordAlignment(gold: gold.words, system: system.words).pairs
        var partners = Array(repeating: Self.unpaired, count: system.words.count)
        for pair in pairs { partners[pair.system] = pair.gold }
        self.partners = partners
    }

    func score(_ measure: Measure) -> Score {
        switch measure {
        case .tokens: spans(gold.tokens, system.tokens)
        case .sentences: spans(gold.sentences, system.sentences)
        case .words: words { _, _ in true }
        case .upos: words { $0.token.tag == $1.token.tag }
        case .feats: words { $0.features == $1.features }
        // The shared task passes over words whose gold lemma is left open.
        case .lemmas: words { $0.token.lemma == "_" || $0.token.lemma == $1.token.lemma }
        case .uas: words(hasSameHead)
        case .las: words { hasSameHead($0, $1) && $0.token.baseRelation == $1.token.baseRelation }
        case .clas: content()
        }
    }

    private func spans(_ gold: [Range<Int>], _ system: [Range<Int>]) -> Score {
        Score(gold: gold.count, system: system.count, correct: Set(gold).intersection(system).count)
    }

    private func words(_ agree: (AlignedFile.Word, AlignedFile.Word) -> Bool) -> Score {
        let correct = pairs.count { agree(gold.words[$0.gold], system.words[$0.system]) }
        return Score(gold: gold.words.count, system: system.words.count, correct: correct)
    }

    private func hasSameHead(_ gold: AlignedFile.Word, _ system: AlignedFile.Word) -> Bool {
        system.head < 0 ? gold.head < 0 : gold.head == partners[system.head]
    }

    private func content() -> Score {
        let isContent = { (word: AlignedFile.Word) in ContentRelations.contains(word.token.baseRelation) }
        let correct = pairs.count { pair in
            let (gold, system) = (gold.words[pair.gold], system.words[pair.system])
            return isContent(gold) && hasSameHead(gold, system) && gold.token.baseRelation == system.token.baseRelation
        }
        return Score(
            gold: gold.words.count(where: isContent), system: system.words.count(where: isContent), correct: correct)
    }
}
