import Annotations
import Knowledge

/// Finds the mentions of a document and resolves them to entities.
///
/// - Complexity: linear in the tokens, with a search over the last few sentences for every pronoun.
public struct MentionPipeline: Sendable {
    private let knowledge: Knowledge

    /// Makes a pipeline that knows what `knowledge` says.
    public init(knowledge: Knowledge) {
        self.knowledge = knowledge
    }

    /// The mentions, sorted by sentence and tokens, and the entities of one document.
    public func analyze(_ analysis: Analysis, document: Document) -> EntityAnalysis {
        let views = analysis.sentences.enumerated().map { SentenceView($1, index: $0) }
        let finder = MentionFinder(knowledge: knowledge, hasTagger: analysis.sentences.contains { !$0.names.isEmpty })
        var candidates: [Candidate] = []
        var quotes = QuoteTracker()
        for view in views {
            let quoted = quotes.marks(in: view)
            let base = candidates.count
            candidates += finder.candidates(in: view, quoted: quoted).map { $0.shifted(by: base) }
        }
        var document = document
        if document.date == nil { document.date = DocumentDate.find(document.bytes) }
        var resolver = EntityResolver(knowledge: knowledge, document: document, views: views, candidates: candidates)
        return resolver.resolve()
    }
}

/// Follows quotation marks from sentence to sentence.
struct QuoteTracker {
    private var isOpen = false

    /// For each token, whether it stands inside quotation marks.
    mutating func marks(in view: SentenceView) -> [Bool] {
        if view.sentence.opensParagraph { isOpen = false }
        return view.tokens.map { token in
            switch token.form {
            case "\"", "''", "``":
                isOpen = token.form == "``" ? true : token.form == "''" ? false : !isOpen
            case "“", "«": isOpen = true
            case "”", "»": isOpen = false
            default: break
            }
            return isOpen
        }
    }
}

extension Candidate {
    /// The candidate with its owners counted in the document instead of the sentence.
    func shifted(by base: Int) -> Candidate {
        var copy = self
        copy.titles = titles.map { TitleUse(title: $0.title, owner: $0.owner.map { $0 + base }, tokens: $0.tokens) }
        switch referent {
        case .agent(let noun, let owner): copy.referent = .agent(noun: noun, owner: owner.map { $0 + base })
        case .group(let noun, let owner): copy.referent = .group(noun: noun, owner: owner.map { $0 + base })
        case .body(let noun, let owner): copy.referent = .body(noun: noun, owner: owner.map { $0 + base })
        case .office(let title, let owner): copy.referent = .office(title: title, owner: owner.map { $0 + base })
        default: break
        }
        return copy
    }
}
