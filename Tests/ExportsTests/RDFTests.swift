import Annotations
import Graphs
import Testing

@testable import Exports

/// RDF in its forms: classic, quads and triple terms.
struct RDFTests {
    private let sample = graph(of: ["Ann", "Bob & Co.", "a\u{1}b c\"d", "É/ü?#%"])

    private func lines(_ format: String, _ version: RDFWriter.Version = .classic) throws -> [Substring] {
        let format = try #require(ExportFormat.named(format)?.with(FormatChoices(rdf: version)))
        return try text(format, sample).split(separator: "\n")
    }

    @Test func everyTripleOfNTriplesIsALine() throws {
        let triple = /<[a-z]+:[^ <>"]+> <[a-z]+:[^ <>"]+> (<[a-z]+:[^ <>"]+>|".*"(\^\^<[^ ]+>)?) \./
        for line in try lines("ntriples") { #expect(line.wholeMatch(of: triple) != nil, "\(line)") }
    }

    @Test func namesHoldNoForeignCharacter() throws {
        let ids = try lines("ntriples").filter { $0.contains("ontology:kind>") }.compactMap {
            $0.split(separator: " ").first
        }
        #expect(ids.count == sample.nodes.count)
        for id in ids { #expect(id.utf8.allSatisfy { $0 > 32 && $0 < 127 }) }
    }

    @Test func quadsHoldTheTripleOfEachEdgeInAGraphOfItsOwn() throws {
        let quads = try lines("nquads").filter {
            $0.wholeMatch(of: /<\S+> <\S+> <\S+> <urn:entente:data:(e[0-9a-f]{16})> \./) != nil
        }
        let names = Set(quads.compactMap { $0.split(separator: " ").dropLast().last })
        #expect(quads.count == sample.edges.count)
        #expect(names.count == sample.edges.count)
        let edges = try lines("nquads").filter { $0.hasSuffix("#type> <urn:entente:ontology:Edge> .") }
        #expect(Set(edges.compactMap { $0.split(separator: " ").first }) == names)
        #expect(try !lines("nquads").contains { $0.contains("#subject>") })
    }

    @Test func onlyAssertedTriplesStandInTheDefaultGraph() throws {
        let plain = try lines("nquads").filter {
            $0.wholeMatch(of: /<\S+:entity\/\S+> <urn:entente:ontology:\S+> <\S+:entity\/\S+> \./) != nil
        }
        #expect(plain.count == sample.edges.count { $0.status == .asserted })
    }

    @Test(arguments: ["ntriples", "turtle"])
    func tripleTermsTakeThePlaceOfTheirParts(format: String) throws {
        let new = try lines(format, .triples)
        #expect(new.count { $0.contains("<<( ") && $0.contains(" )>>") } == sample.edges.count)
        #expect(!new.contains { $0.contains("#subject>") || $0.contains("rdf:subject") })
        #expect(try !lines(format).contains { $0.contains("<<(") })
    }

    @Test func formatsWithoutAFormForTripleTermsSaySo() throws {
        let choices = FormatChoices(rdf: .triples)
        for id in ["jsonld", "nquads"] { #expect(ExportFormat.named(id)?.with(choices) == nil) }
        #expect(ExportFormat.graphML.with(choices) != nil)
    }

    @Test func jsonLDListsTheValuesOfAPredicateTogether() throws {
        var graph = sample
        graph.nodes[0].entity.aliases = ["one", "two"]
        let text = try text(#require(ExportFormat.named("jsonld")), graph)
        #expect(text.contains("\"http://schema.org/alternateName\":[{\"@value\":\"one\"},{\"@value\":\"two\"}]"))
        let row = try #require(text.split(separator: "\n").first { $0.contains("alternateName") })
        #expect(row.components("alternateName") == 1)
    }
}

extension Substring {
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
