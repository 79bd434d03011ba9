import Annotations
import Knowledge

/// Those who only speak: "officials say", "according to witnesses". They take no part in relations, and what they say has
/// a speaker all the same.
struct UnnamedSpeakers: Sendable {
    /// One mention for each, in document order.
    private(set) var mentions: [Mention] = []
    /// The entities of the document with those of the speakers behind them.
    private(set) var entities: [Entity]

    /// Whom somebody acts for who is known by office alone ("the Polish foreign minister").
    private(set) var owners: [Int: Set<Int>] = [:]

    private let words: WordLists
    private let lemmas: LemmaTable
    private let knowledge: Knowledge
    private var byId: [String: Int]
    /// The entity of the latest phrase with each head noun ("U.S. officials"), and its sentence.
    private var latest: [String: (entity: Int, sentence: Int)] = [:]

    /// Finds the speakers without a mention of their own in a document.
    init(
        analysis: Analysis, trees: [SentenceTree], found: EntityAnalysis, rules: RuleSet, knowledge: Knowledge
    ) {
        words = rules.words
        lemmas = rules.lemmas
        self.knowledge = knowledge
        entities = found.entities
        byId = Dictionary(found.entities.indices.map { (found.entities[$0].id, $0) }, uniquingKeysWith: { a, _ in a })
        var next = 0
        for number in analysis.sentences.indices {
            let first = next
            while next < found.mentions.count, found.mentions[next].sentence <= number { next += 1 }
            read(analysis.sentences[number], trees[number], number, Array(found.mentions[first..<next]))
        }
    }

    private mutating func read(_ sentence: Sentence, _ tree: SentenceTree, _ number: Int, _ local: [Mention]) {
        let tokens = sentence.tokens
        for mention in local where mention.form == .nominal {
            latest[lemma(tokens[mention.head])] = (mention.entity, number)
        }
        for head in tokens.indices where speaks(head, tree) {
            if let office = office(head, tree, local) {
                addHolder(head, office, sentence, number)
                continue
            }
            let name = Self.name(head, tokens)
            guard !isCovered(name, head, tree, local), !isOwned(head, tree, local) else { continue }
            add(name, head, sentence, number, entity(head, name, tree.words[head], sentence, number))
        }
    }

    private func lemma(_ token: Token) -> String {
        lemmas.lemma(word: token.form.lowercased(), lemma: token.lemma, tag: token.tag)
    }

    private mutating func add(_ name: Range<Int>, _ head: Int, _ sentence: Sentence, _ number: Int, _ entity: Int) {
        let tokens = sentence.tokens
        mentions.append(
            Mention(
                sentence: number, tokens: name, head: head,
                range: tokens[name.lowerBound].range.lowerBound..<tokens[name.upperBound - 1].range.upperBound,
                form: .nominal, entity: entity))
    }

    /// Whether a noun of people or media is the subject of a verb of saying, is quoted, or stands behind "according to".
    private func speaks(_ head: Int, _ tree: SentenceTree) -> Bool {
        guard tree.tokens[head].tag == .noun, isSpeaker(tree.words[head]) else { return false }
        if tree.preposition(head).hasPrefix("according") { return true }
        guard tree.heads[head] >= 0 else { return false }
        let verb = tree.words[tree.heads[head]]
        switch tree.links[head] {
        case .nsubj: return ["speech", "request", "charge"].contains { words[$0].contains(verb) }
        case .obj: return verb == "quote" || verb == "cite"
        default: return false
        }
    }

    private func isSpeaker(_ lemma: String) -> Bool {
        words["speaker"].contains(lemma) || words["holder"].contains(lemma) || knowledge.title(lemma) != nil
    }

    /// "Poland's foreign minister", "Syria's state media": whose office or medium it is, and where the phrase with the
    /// state begins; nil for others than those of states.
    private func office(_ head: Int, _ tree: SentenceTree, _ local: [Mention]) -> (start: Int, state: Int)? {
        guard words["holder"].contains(tree.words[head]) else { return nil }
        if let whole = local.first(where: { $0.head == head && $0.form == .nominal }) {
            guard whole.isAgent, entities[whole.entity].kind == .state else { return nil }
            let start = whole.tokens.first { !Self.isPassing(tree.tokens[$0]) } ?? head
            return (start, whole.entity)
        }
        let owner = local.last { state in
            entities[state.entity].kind == .state && [.name, .demonym].contains(state.form)
                && state.tokens.upperBound <= head
                && (tree.heads[state.head] == head || tree.heads[state.head] == head - 1)
        }
        return owner.map { ($0.tokens.lowerBound, $0.entity) }
    }

    /// Articles and quantifiers before what names an office.
    private static func isPassing(_ token: Token) -> Bool {
        token.tag == .det || token.tag == .pron || MentionFinder.quantifiers.contains(token.form.lowercased())
    }

    private mutating func addHolder(
        _ head: Int, _ office: (start: Int, state: Int), _ sentence: Sentence, _ number: Int
    ) {
        let name = min(office.start, head)..<(head + 1)
        let holder = entity(named: Self.text(name, sentence))
        owners[holder, default: []].insert(office.state)
        add(name, head, sentence, number, holder)
    }

    /// Whether a mention says who speaks; the police of "police sources" do not.
    private func isCovered(_ name: Range<Int>, _ head: Int, _ tree: SentenceTree, _ local: [Mention]) -> Bool {
        local.contains { mention in
            guard mention.tokens.overlaps(name) else { return false }
            let isModifier = mention.form == .nominal && mention.head != head && !mention.tokens.contains(head)
            return !(isModifier && tree.words[head] == "source")
        }
    }

    /// Whether somebody is named whom the speaker belongs to or speaks for.
    private func isOwned(_ head: Int, _ tree: SentenceTree, _ local: [Mention]) -> Bool {
        tree.children(head, .nmod).contains { token in
            tree.isPossessor(token)
                || Self.owning.contains(tree.preposition(token)) && local.contains { $0.tokens.contains(token) }
        }
    }

    /// The noun with the words before it that name it, without articles and counts.
    private static func name(_ head: Int, _ tokens: [Token]) -> Range<Int> {
        var low = head
        while low > 0, tokens[low - 1].head == head, ["amod", "compound"].contains(tokens[low - 1].baseRelation),
            !MentionFinder.quantifiers.contains(tokens[low - 1].form.lowercased())
        {
            low -= 1
        }
        return low..<(head + 1)
    }

    /// Who was spoken of by the same noun shortly before, or somebody new.
    private mutating func entity(
        _ head: Int, _ name: Range<Int>, _ noun: String, _ sentence: Sentence, _ number: Int
    ) -> Int {
        if name.count == 1, let before = latest[noun], number - before.sentence <= Self.memory { return before.entity }
        let entity = entity(named: Self.text(name, sentence))
        latest[noun] = (entity, number)
        return entity
    }

    private mutating func entity(named name: String) -> Int {
        let id = "group:\(NameKey.slug(name))"
        if let known = byId[id] { return known }
        byId[id] = entities.count
        entities.append(Entity(id: id, name: name, kind: .group))
        return entities.count - 1
    }

    /// The words as the document spaces them; a first word that is no name in lower case.
    private static func text(_ name: Range<Int>, _ sentence: Sentence) -> String {
        var text = ""
        for index in name {
            let token = sentence.tokens[index]
            if index > name.lowerBound, sentence.tokens[index - 1].range.upperBound < token.range.lowerBound {
                text += " "
            }
            let isName = token.tag == .propn || index > 0
            text += isName ? token.form : token.form.lowercased()
        }
        return text
    }

    private static let owning: Set<String> = ["for", "of", "by", "from"]
    /// How many sentences "officials" are the officials last spoken of.
    private static let memory = 6
}
