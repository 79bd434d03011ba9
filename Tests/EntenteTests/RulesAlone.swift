import Annotations
import Extraction
import Knowledge
import Linguistics
import Testing

@testable import Entente

/// The analyzer, the mentions and the rules, without the learned scorer: what the project's own sentences run through.
struct RulesAlone {
    private let analyzer: Analyzer
    private let extractor: Extractor

    init() throws {
        analyzer = try EmbeddedModel.analyzer(EmbeddedModel.file())
        extractor = try Extractor(knowledge: .standard)
    }

    /// What a text of one document asserts.
    func assertions(_ text: String) throws -> [Assertion] {
        let document = Document(id: "example", text: text + "\n")
        let analysis = try #require(analyzer.analyze([document]).first)
        return extractor.extract(analysis, document: document).assertions
    }
}
