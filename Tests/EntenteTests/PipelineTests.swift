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

    @Test("assertions stand in the order of their documents, whichever thread is done first")
    func order() throws {
        let texts = (1...9).map { String(repeating: "Russia backs Syria. ", count: 10 - $0) }
        let documents = texts.enumerated().map { Document(id: "\($0)", text: $1) }
        let corpus = try Pipeline().corpus(documents, threads: 3)
        let found = corpus.extractions.map { Set($0.assertions.map(\.evidence.document)) }
        #expect(found == documents.map { [$0.id] })
    }
}
