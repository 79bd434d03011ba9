import Annotations
import CModels
import Kernels
import SyntheticModel
import Testing

@testable import Linguistics

@Suite("Analyzer")
struct AnalyzerTests {
    private let analyzer: Analyzer

    init() throws {
        let file = SyntheticAnalyzer.model().file()
        analyzer = try Analyzer(model: ModelFile(ModelMemory(copying: file)))
    }

    @Test("the result depends neither on threads nor on what else is analyzed")
    func isDeterministic() {
        let documents = Self.documents
        let together = analyzer.analyze(documents, threads: 1)
        #expect(analyzer.analyze(documents, threads: 3) == together)
        #expect(documents.map { analyzer.analyze([$0])[0] } == together)
        #expect(Array(analyzer.analyze(documents.reversed(), threads: 2).reversed()) == together)
    }

    @Test("every sentence is a tree over its tokens, with lemmas, vectors and spans in range")
    func isWellFormed() {
        let sentences = analyzer.analyze(Self.documents).flatMap(\.sentences)
        #expect(sentences.count > 4)
        for sentence in sentences {
            let count = sentence.tokens.count
            #expect(sentence.tokens.count { $0.head == -1 } == 1)
            #expect(sentence.tokens.allSatisfy { $0.head >= -1 && $0.head < count && !$0.lemma.isEmpty })
            #expect(sentence.tokens.allSatisfy { ($0.relation == "root") == ($0.head == -1) || $0.head >= 0 })
            #expect(sentence.vectors?.scales.count == count)
            #expect(sentence.vectors?.codes.count == count * SyntheticAnalyzer.width)
            let spans = sentence.names.map(\.tokens) + sentence.actors.map(\.tokens)
            #expect(spans.allSatisfy { !$0.isEmpty && $0.upperBound <= count })
        }
    }

    @Test("a sentence of 1,000 words is cut and still one tree over all of them")
    func analyzesLongSentences() throws {
        let words = (0..<1000).map { ["the", "troops", "attacked", "russia", "and"][$0 % 5] }
        let tokens = words.map { Token(range: 0..<0, form: $0) }
        let sentence = analyzer.annotate([Sentence(range: 0..<0, tokens: tokens)])[0]
        #expect(sentence.tokens.map(\.form) == words)
        #expect(sentence.tokens.count { $0.head == -1 } == 1)
        let root = try #require(sentence.tokens.firstIndex { $0.head == -1 })
        #expect(root < Analyzer.mostWords)
        #expect(sentence.tokens.indices.allSatisfy { reaches(root, from: $0, sentence.tokens) })
        #expect(sentence.tokens.count { $0.relation == "parataxis" && $0.head == root } >= 5)
    }

    @Test("a name of words of religions and parties alone is a demonym, any other keeps its kind")
    func adherents() throws {
        let file = try ModelFile(ModelMemory(copying: SyntheticAnalyzer.model().file()))
        let forms = ["TROOPS", "russia", "attacked", "the", "and", "12", "x"]
        let tokens = (0..<160).map { Token(range: 0..<0, form: forms[$0 * 5 % 7] + "\($0)") }
        let sentence = Sentence(range: 0..<0, tokens: tokens)
        let plain = try Analyzer(model: file).annotate([sentence])[0].names
        let chosen = try #require(plain.first { $0.kind != .demonym })
        let words = Set(tokens[chosen.tokens].map { $0.form.lowercased() })
        let read = try Analyzer(model: file, adherents: words).annotate([sentence])[0].names
        let isAdherent = { (name: NameSpan) in tokens[name.tokens].allSatisfy { words.contains($0.form.lowercased()) } }
        try #require(plain.contains { !isAdherent($0) && $0.kind != .demonym })
        #expect(read.map(\.tokens) == plain.map(\.tokens))
        for (name, before) in zip(read, plain) { #expect(name.kind == (isAdherent(name) ? .demonym : before.kind)) }
    }

    @Test("no documents, empty documents and bytes that are no text are analyzed")
    func acceptsAnything() {
        #expect(analyzer.analyze([]).isEmpty)
        #expect(analyzer.analyze([Document(id: "e", text: "")]) == [Analysis(sentences: [])])
        var numbers = SeededNumbers(3)
        for _ in 0..<20 {
            let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            let analysis = analyzer.analyze([Document(id: "r", bytes: bytes)])[0]
            #expect(analysis.sentences.allSatisfy { !$0.tokens.isEmpty && $0.tokens.count { $0.head == -1 } == 1 })
        }
    }

    @Test("the embedded bytes are a model, or are said not to be one")
    func opensEmbedded() throws {
        let memory = ModelMemory(
            static: UnsafeRawBufferPointer(start: entente_model_bytes(), count: entente_model_count()))
        guard memory.bytes.count >= 100 else {
            #expect(throws: ModelError.notAModel(size: memory.bytes.count)) { try ModelFile(memory) }
            return
        }
        let analyzer = try Analyzer(model: ModelFile(memory))
        let tokens = ["Russia", "attacked", "Ukraine", "."].map { Token(range: 0..<0, form: $0) }
        let sentence = analyzer.annotate([Sentence(range: 0..<0, tokens: tokens)])[0]
        #expect(sentence.tokens.map(\.tag) == [.propn, .verb, .propn, .punct])
        #expect(sentence.tokens.map(\.head) == [1, -1, 1, 1])
    }

    private func reaches(_ root: Int, from token: Int, _ tokens: [Token]) -> Bool {
        var at = token
        for _ in tokens where at != root { at = tokens[at].head }
        return at == root
    }

    private static let documents = [
        Document(id: "a", text: "The troops attacked Russia. Russia attacked the troops, and NATO-led forces left."),
        Document(id: "b", text: ""),
        Document(id: "c", text: "x. y z 12 Moscow! The the the the the the the the the the the the the the the."),
        Document(id: "d", text: "Russia\n\nand Ukraine talk; Été 2015 was ... hot."),
    ]
}
