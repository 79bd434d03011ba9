import Annotations

/// All that the rules and the reader of statuses know of one sentence.
struct SentenceContext: Sendable {
    /// The sentence's index in the analysis.
    let number: Int
    /// The tree.
    let tree: SentenceTree
    /// The clauses.
    let clauses: ClauseReader
    /// The nouns.
    let nouns: NounReader
    /// The arguments.
    let resolver: ArgumentResolver
    /// The mentions of the sentence.
    let local: [Int]
    /// Whether each token is quoted.
    let quoted: [Bool]
    /// The mention of who speaks in a quotation that names no speaker in its own sentence.
    var quoteSpeaker: Int?
    /// The mention of who spoke last before the sentence.
    var lastSpeaker: Int?
    /// The mentions of those who speak without a name, by the token that heads them.
    var unnamed: [Int: Int] = [:]
    /// The mentions that name a person.
    var persons: Set<Int> = []
    /// For a person, the states and bodies whose offices the document gives the person.
    var owners: [Int: Set<Int>] = [:]

    /// Whether an entity's word on another's deeds is that other's own: a president's on those of the state.
    func speaks(_ speaker: Int?, for source: Int) -> Bool {
        speaker.map { owners[$0]?.contains(source) ?? false } ?? false
    }

    /// Indexes one sentence.
    init(
        number: Int, tree: SentenceTree, mentions: [Mention], local: [Int], quoted: [Bool], rules: RuleSet
    ) {
        self.number = number
        self.local = local
        self.quoted = quoted
        self.tree = tree
        clauses = ClauseReader(tree: tree)
        nouns = NounReader(clauses: clauses, words: rules.words)
        resolver = ArgumentResolver(
            nouns: nouns, index: MentionIndex(mentions: mentions, local: local, count: tree.count))
    }
}

/// The contexts of all sentences of a document.
struct DocumentContext: Sendable {
    /// The sentences in order.
    let sentences: [SentenceContext]
    /// The offices that the document gives to people.
    let offices: [Office]

    /// Indexes a document and finds who speaks in quotations that run over several sentences; those who only speak are
    /// numbered behind the mentions.
    init(
        analysis: Analysis, trees: [SentenceTree], mentions named: [Mention], speakers: UnnamedSpeakers? = nil,
        rules: RuleSet, offices: [Office] = []
    ) {
        self.offices = offices
        let quotations = Quotations(analysis)
        let unnamed = speakers?.mentions ?? []
        let mentions = named + unnamed
        var local = [[Int]](repeating: [], count: analysis.sentences.count)
        for (index, mention) in named.enumerated() where local.indices.contains(mention.sentence) {
            local[mention.sentence].append(index)
        }
        var contexts = analysis.sentences.indices.map { number in
            SentenceContext(
                number: number, tree: trees[number], mentions: mentions, local: local[number],
                quoted: quotations.quoted[number], rules: rules)
        }
        for (index, mention) in named.enumerated() where contexts.indices.contains(mention.sentence) {
            if speakers?.entities[mention.entity].kind == .person { contexts[mention.sentence].persons.insert(index) }
        }
        for (index, mention) in unnamed.enumerated() where contexts.indices.contains(mention.sentence) {
            contexts[mention.sentence].unnamed[mention.head] = named.count + index
        }
        let own = Self.speakers(&contexts, rules.words)
        var last: Int?
        for number in contexts.indices {
            let opens = analysis.sentences[number].opensParagraph
            let isQuoted = quotations.share(number) > 0
            if own[number] == nil, isQuoted {
                let next =
                    number + 1 < own.count && !analysis.sentences[number + 1].opensParagraph ? own[number + 1] : nil
                contexts[number].quoteSpeaker = opens ? next ?? last : last ?? next
            } else {
                contexts[number].quoteSpeaker = own[number]
            }
            last = own[number] ?? last
        }
        var owners = speakers?.owners ?? [:]
        for office in offices where !office.isFormer { owners[office.person, default: []].insert(office.owner) }
        for number in contexts.indices { contexts[number].owners = owners }
        sentences = contexts
    }

    /// The speaker of each sentence that names one; a sentence may lean on the speaker before ("the statement said").
    private static func speakers(_ contexts: inout [SentenceContext], _ words: WordLists) -> [Int?] {
        var last: Int?
        var own: [Int?] = []
        for number in contexts.indices {
            contexts[number].lastSpeaker = last
            let finder = SpeakerFinder(context: contexts[number], words: words)
            own.append(finder.sentenceSpeaker())
            last = own[number] ?? finder.author() ?? last
        }
        return own
    }
}
