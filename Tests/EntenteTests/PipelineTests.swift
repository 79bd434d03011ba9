import Linguistics
import Testing

@testable import Entente

@Suite("From documents to assertions")
struct PipelineTests {
    /// Paragraphs of small talk, with a relation now and then, of more than `bytes` bytes.
    private static func report(_ bytes: Int) -> String {
        let news = "Russia backs Syria. Turkey criticized Iran on Friday.\n\n"
        let filler = String(repeating: "=", count: 20_000) + "\n\n"
        var text = ""
        while text.utf8.count < bytes { text += news + filler }
        return text
    }

    private static func count(_ word: String, in document: Document) -> Int {
        document.bytes.split { $0 <= 0x20 }.count { $0.elementsEqual(word.utf8) }
    }

    @Test("a document of several pieces says the same on any number of threads, and its last piece is read")
    func longDocument() throws {
        let pipeline = try Pipeline()
        let long = Document(id: "long", text: Self.report(300_000))
        let short = Document(id: "short", text: "France supports Ukraine. Germany opposes Russia.\n")
        try #require(Segmenter().pieces(of: long).count > 1)
        let alone = pipeline.corpus([long, short], threads: 1)
        let together = pipeline.corpus([long, short], threads: 3)
        #expect(together.extractions == alone.extractions)
        let last = try #require(alone.extractions[0].assertions.last)
        #expect(last.evidence.range.lowerBound > long.bytes.count - 21_000)
        #expect(alone.extractions[0].assertions.count >= 2 * (long.bytes.count / 20_100))
        #expect(!alone.extractions[1].assertions.isEmpty)
    }

    @Test("the pieces of a long document name the same entities, and their mentions stand where they say")
    func piecesAreOneDocument() throws {
        let pipeline = try Pipeline()
        let long = Document(id: "long", text: Self.report(300_000))
        let (analysis, found) = pipeline.read(long, threads: 2)
        #expect(found.entities.count { $0.id == "state:RUS" } == 1)
        #expect(Set(found.entities.map(\.id)).count == found.entities.count)
        #expect(found.mentions.map(\.sentence) == found.mentions.map(\.sentence).sorted())
        for mention in found.mentions {
            let tokens = analysis.sentences[mention.sentence].tokens[mention.tokens]
            #expect(tokens.first?.range.lowerBound == mention.range.lowerBound)
            if long.text(mention.range) == "Russia" { #expect(found.entities[mention.entity].id == "state:RUS") }
        }
        #expect(found.mentions.count { long.text($0.range) == "Russia" } == Self.count("Russia", in: long))
    }

    @Test("a profile names every stage, and its times are those of the work")
    func profile() throws {
        let profile = try Pipeline().profile([Document(id: "a", text: Self.report(30_000))])
        #expect(profile.stages.map(\.name).contains("encode"))
        #expect(profile.stages.allSatisfy { $0.seconds >= 0 })
        #expect(profile.stages.filter { $0.seconds > 0 }.count >= 6)
        #expect(profile.words > 10)
    }

    @Test("assertions stand in the order of their documents, whichever thread is done first")
    func order() throws {
        let texts = (1...9).map { String(repeating: "Russia backs Syria. ", count: 10 - $0) }
        let documents = texts.enumerated().map { Document(id: "\($0)", text: $1) }
        let corpus = try Pipeline().corpus(documents, threads: 3)
        let found = corpus.extractions.map { Set($0.assertions.map(\.evidence.document)) }
        #expect(found == documents.map { [$0.id] })
    }
}
