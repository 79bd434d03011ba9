import Annotations
import Foundation
#if canImport(FoundationXML)
    import FoundationXML
#endif
import Graphs
import SampleGraphs
import Testing

@testable import Exports

/// Drawings: what is merged, marked, framed and explained.
struct PictureWriterTests {
    private func draw(_ graph: KnowledgeGraph, _ options: PictureOptions = PictureOptions()) -> PictureDOT {
        PictureWriter(options: options).draw(graph)
    }

    private func graph(_ edges: String...) -> KnowledgeGraph {
        let nodes = ["p:a\tAda\tperson\t1", "s:b\tBurundi\tstate\t1", "o:c\tClub\torganization\t1"]
        return GraphTable(nodes: nodes, edges: edges).graph
    }

    @Test(arguments: PictureOptions.Theme.allCases, DOTWriterTests.graphs.indices)
    func graphvizReadsItWithoutAWord(theme: PictureOptions.Theme, graph: Int) throws {
        for grouping in PictureOptions.Grouping.allCases {
            let options = PictureOptions(theme: theme, grouping: grouping, title: "A <B> & \"C\"")
            let drawing = draw(DOTWriterTests.graphs[graph], options)
            guard let outcome = try DOTTool.run("dot", ["-Tcanon"], Array(drawing.text.utf8)) else { return }
            #expect(outcome.status == 0 && outcome.errors == "")
        }
    }

    @Test func hostileLabelsAreShownToTheLetter() throws {
        let drawing = draw(SampleGraphs.hostile)
        guard let outcome = try DOTTool.run("dot", ["-Tsvg"], Array(drawing.text.utf8)) else { return }
        #expect(outcome.status == 0 && outcome.errors == "")
        let parser = XMLTexts(Data(outcome.output.utf8))
        #expect(parser.isValid)
        for name in [
            "\"]; x [label=\"pwn", "C:\\New\\Gold", "</TABLE><IMG", "{a|b|<p> c}", "n7:port:n", "=HYPERLINK(1)",
        ] {
            let isShown = parser.texts.contains { $0.hasPrefix(name) }
            #expect(isShown, "\(name)")
        }
        let showsEntities = parser.texts.contains { $0.hasPrefix("AT&T &lt;b&gt;") }
        #expect(showsEntities)
        #expect(!parser.elements.contains("script") && !parser.elements.contains("image"))
    }

    @Test func addressesOfTheWebBecomeLinksAndOthersDoNot() {
        var graph = graph("p:a\tbacks\ts:b\tasserted\t1")
        graph.documents[0].url = "javascript:alert(1)"
        #expect(!draw(graph).text.contains("URL="))
        graph.documents[0].url = "https://news.example/1"
        #expect(draw(graph).text.contains("URL=\"https://news.example/1\""))
    }

    @Test func oneFamilyAndStatusShareAnArrow() {
        let graph = graph(
            "p:a\tbacks\ts:b\tasserted\t1", "p:a\taids\ts:b\tasserted\t3", "p:a\tbacks\ts:b\tdenied\t1",
            "p:a\topposes\ts:b\tasserted\t1")
        let merged = draw(graph)
        #expect(merged.edges == 3)
        #expect(merged.text.contains("label=\"aids ×3\\nbacks\""))
        #expect(merged.text.contains("label=\"denied: backs\""))
        #expect(draw(graph, PictureOptions(merging: .relation)).edges == 4)
    }

    @Test func bothDirectionsOfASymmetricRelationAreOneArrow() {
        let graph = graph("p:a\tmeets\ts:b\tasserted\t2", "s:b\tmeets\tp:a\tasserted\t1")
        let drawing = draw(graph)
        #expect(drawing.edges == 1)
        #expect(drawing.text.contains("label=\"meets ×3\""))
        #expect(drawing.text.contains("arrowtail=normal"))
    }

    @Test func statusesLookDifferent() {
        let style = PictureStyle(.light)
        for polarity in Polarity.allCases {
            let looks = Status.allCases.map { style.stroke(polarity, $0, count: 1) }
            #expect(Set(looks).count == Status.allCases.count)
        }
        #expect(Set(Polarity.allCases.map(PictureStyle.arrowhead)).count == Polarity.allCases.count)
        #expect(Set(EntityKind.allCases.map(PictureStyle.shape)).count == EntityKind.allCases.count)
    }

    @Test func theLegendTellsWhatOccursAndNothingElse() {
        let small = draw(graph("p:a\tbacks\ts:b\tasserted\t1")).text
        for word in ["person (", "state (", "cooperative ("] { #expect(small.contains(word)) }
        for word in ["place (", "hostile (", "denied: negated", "wider:"] { #expect(!small.contains(word)) }
        let large = draw(SampleGraphs.news).text
        for word in ["place (", "hostile (", "denied: negated", "wider:", "hypothetical?"] {
            #expect(large.contains(word))
        }
        #expect(!draw(SampleGraphs.news, PictureOptions(hasLegend: false)).text.contains("<TABLE"))
    }

    @Test func whatIsLeftOutIsSaid() {
        let drawing = draw(SampleGraphs.many(400))
        #expect(drawing.nodes == 150)
        #expect(drawing.notes.count == 1 && drawing.notes[0].hasPrefix("showing 150 of 400 entities, "))
        #expect(drawing.text.contains("showing 150 of 400 entities"))
        #expect(PictureWriter.grouped(12_431) == "12,431" && PictureWriter.grouped(100) == "100")
        #expect(PictureWriter.grouped(1_000_000) == "1,000,000")
    }

    @Test func arrowsRunDownwardWhereTheyCan() {
        let graph = graph(
            "p:a\tleads\ts:b\tasserted\t3", "s:b\topposes\to:c\tasserted\t2", "o:c\tcriticizes\tp:a\tasserted\t1")
        let model = ExportModel(graph)
        let arrows = Arrow.all(model, merging: .family)
        let order = LayerOrder(count: 3, arrows)
        #expect(arrows.filter(order.isBackward).map(\.relations[0].label) == ["criticizes"])
        #expect(order.places.sorted() == [0, 1, 2])
        // The backward arrow is drawn from its target, with its head at the tail.
        #expect(draw(graph).text.contains("dir=back, arrowtail=teenormal"))
    }

    @Test func framesHoldTheirMembersAndTheLabelsBetweenThem() throws {
        let graph = graph("p:a\tbacks\ts:b\tasserted\t1", "o:c\topposes\ts:b\tasserted\t1")
        let text = draw(graph, PictureOptions(grouping: .bloc, blocs: [["p:a", "s:b"], ["o:c"]])).text
        let frame = try #require(text.range(of: "subgraph cluster_1 {"))
        let inside = text[frame.upperBound...].prefix { $0 != "}" }
        #expect(inside.contains("p_a [") && inside.contains("s_b [") && inside.contains("label=\"backs\""))
        #expect(!inside.contains("o_c [") && !inside.contains("label=\"opposes\""))
        #expect(!text.contains("cluster_2"))
    }

    @Test func longNamesAreWrapped() {
        #expect(
            DOTText.wrapped("Collective Security Treaty Organization", width: 18) == [
                "Collective", "Security Treaty", "Organization",
            ])
        #expect(DOTText.wrapped("", width: 18) == [""])
        let lines = DOTText.wrapped(String(repeating: "many words ", count: 90), width: 18)
        #expect(lines.count == 4 && lines[3].hasSuffix("…"))
        #expect(DOTText.wrapped(String(repeating: "W", count: 60), width: 18).allSatisfy { $0.count <= 28 })
    }
}

/// The colors can be read.
struct PaletteTests {
    /// The relative luminance that WCAG defines.
    private func luminance(_ color: String) -> Double {
        let value = Int(color.dropFirst(), radix: 16) ?? 0
        let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { channel -> Double in
            let part = Double(channel) / 255
            return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ a: String, _ b: String) -> Double {
        let (x, y) = (luminance(a), luminance(b))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    @Test(arguments: PictureOptions.Theme.allCases)
    func textIsReadableOnWhatIsBehindIt(theme: PictureOptions.Theme) {
        let palette = Palette(theme)
        #expect(contrast(palette.ink, palette.background) >= 7)
        #expect(contrast(palette.quiet, palette.background) >= 4.5)
        for kind in EntityKind.allCases { #expect(contrast(palette.nodeText, palette.fill(kind)) >= 4.5, "\(kind)") }
        for polarity in Polarity.allCases {
            #expect(contrast(palette.label(polarity), palette.background) >= 4.5, "\(polarity)")
            #expect(contrast(palette.line(polarity), palette.background) >= 3, "\(polarity)")
        }
    }
}

/// The timeline of a pair.
struct PairTimelineTests {
    @Test func passagesComeInTheOrderOfTime() throws {
        let timeline = PairTimeline(maximumPassages: 5).draw(SampleGraphs.news, between: "state:RUS", and: "state:SYR")
        let drawing = try #require(timeline)
        #expect(drawing.edges == 5)
        #expect(drawing.notes == ["showing the first 5 of 21 passages"])
        let dates = drawing.text.split(separator: "\n").compactMap { line in
            line.range(of: "label=\"2015-").map { line[$0.upperBound...].prefix(5) }
        }
        #expect(dates == dates.sorted() && !dates.isEmpty)
        #expect(drawing.text.contains("says United States"))
    }

    @Test func strangersHaveNoTimeline() {
        #expect(PairTimeline().draw(SampleGraphs.news, between: "state:RUS", and: "nobody") == nil)
    }
}

/// The texts and element names of an XML document.
final class XMLTexts: NSObject, XMLParserDelegate {
    private(set) var texts: [String] = []
    private(set) var elements: Set<String> = []
    private(set) var isValid = false

    init(_ data: Data) {
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        isValid = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.insert(name)
        texts.append("")
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard !texts.isEmpty else { return }
        texts[texts.count - 1] += string.replacingOccurrences(of: "\u{A0}", with: " ")
    }
}
