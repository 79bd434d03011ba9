import Annotations
import Knowledge

@testable import Extraction

/// A sentence written as a tree: a token a line, `form lemma TAG head relation [features] [@entity]`, heads from 1.
///
/// `@Russia` makes the token the head of a mention of that entity; `@Russia:2` lets the mention start two tokens earlier;
/// a `!` after the name marks an agent ("Russian troops").
struct TreeFixture {
    var sentence: Sentence
    var mentions: [Mention] = []
    var entities: [Entity] = []

    init(_ text: String, kinds: [String: EntityKind] = [:]) {
        var tokens: [Token] = []
        var names: [String: Int] = [:]
        var start = 0
        var found: [(name: String, head: Int, before: Int, isAgent: Bool)] = []
        for line in text.split(separator: "\n") {
            let columns = line.split(separator: " ").map(String.init)
            let end = start + columns[0].utf8.count
            tokens.append(
                Token(
                    range: start..<end, form: columns[0], lemma: columns[1], tag: UniversalTag(rawValue: columns[2])!,
                    features: columns.dropFirst(5).first { !$0.hasPrefix("@") } ?? "", head: Int(columns[3])! - 1,
                    relation: columns[4]))
            start = end + 1
            if let mark = columns.dropFirst(5).first(where: { $0.hasPrefix("@") }) {
                let parts = mark.dropFirst().split(separator: ":")
                let isAgent = parts[0].hasSuffix("!")
                found.append(
                    (
                        String(parts[0].filter { $0 != "!" }), tokens.count - 1, parts.count > 1 ? Int(parts[1])! : 0,
                        isAgent
                    ))
            }
        }
        sentence = Sentence(range: 0..<max(0, start - 1), tokens: tokens, opensParagraph: true)
        for item in found {
            let entity = names[item.name] ?? entities.count
            if entity == entities.count {
                names[item.name] = entity
                entities.append(Entity(id: item.name, name: item.name, kind: kinds[item.name] ?? .state))
            }
            let range = (item.head - item.before)..<(item.head + 1)
            mentions.append(
                Mention(
                    sentence: 0, tokens: range, head: item.head,
                    range: tokens[range.lowerBound].range.lowerBound..<tokens[item.head].range.upperBound, form: .name,
                    entity: entity,
                    isAgent: item.isAgent))
        }
    }

    /// What rules make of the fixture, a line per proposal: `Russia backs Syria asserted [speaker]`.
    func proposals(_ rules: RuleSet) -> [String] {
        let analysis = Analysis(sentences: [sentence])
        return RuleExtractor(rules: rules, knowledge: .standard).proposals(
            analysis: analysis, document: Document(id: "fixture", text: ""), mentions: mentions, entities: entities
        ).map {
            proposal in
            let names = [proposal.source, proposal.target].map { entities[mentions[$0].entity].name }
            let speaker = proposal.speaker.map { " " + entities[$0].name } ?? ""
            return "\(names[0]) \(proposal.relation.rawValue) \(names[1]) \(proposal.status.rawValue)\(speaker)"
        }.sorted()
    }
}

extension RuleSet {
    /// The word lists that every test shares.
    static let testLists = RuleFile(
        name: "words.tsv",
        text: WordLists.required.map { "\($0)\tunused-\($0)" }.joined(separator: "\n") + """

            light\timpose, hold, take, give
            container\tround, series
            planning\tplan, want, promise
            promise\tpromise
            hypothesis\tconsider
            denial\tdeny, reject
            refusal\trefuse
            ending\tcancel
            accusation\taccuse
            speech\tsay, announce, quote
            document-noun\tstatement
            official\tpolice
            view\tview
            rejection\treject
            rejectable\ttalk
            request\turge
            modal-plan\twill
            modal-possible\tmay, would
            negation\tnot, n't, never, no
            condition\tif
            claim-noun\treport
            plan-noun\tplan
            possibility-noun\tpossibility
            """)

    /// Rules of one relation for a test.
    static func test(_ relation: String, _ rules: String) throws -> RuleSet {
        try RuleSet(files: [testLists, RuleFile(name: relation + ".rules", text: rules)])
    }
}
