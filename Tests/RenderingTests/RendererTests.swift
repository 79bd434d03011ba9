import Exports
import Foundation
import SampleGraphs
import Testing

@testable import Rendering

/// Drawing inside this process.
struct RendererTests {
    private let triangle = "digraph g { a -> b; b -> c; a -> c [label=\"x < y & z\"] }"

    @Test(arguments: PictureFormat.allCases)
    func everyFormatStartsAsItShould(format: PictureFormat) throws {
        let picture = try Renderer().render(dot: triangle, format: format)
        let start: [UInt8] =
            switch format {
            case .png: [0x89, 0x50, 0x4E, 0x47]
            case .svg: Array("<?xml".utf8)
            case .pdf: Array("%PDF".utf8)
            }
        #expect(picture.bytes.starts(with: start))
        #expect(picture.engine == .dot)
    }

    @Test(arguments: [LayoutEngine.dot, .neato, .sfdp], PictureFormat.allCases)
    func twoDrawingsAreEqual(engine: LayoutEngine, format: PictureFormat) throws {
        let drawing = PictureWriter().draw(SampleGraphs.news)
        let first = try Renderer().render(dot: drawing.text, format: format, engine: engine)
        let second = try Renderer().render(dot: drawing.text, format: format, engine: engine)
        let isEqual = first.bytes == second.bytes
        #expect(isEqual)
    }

    @Test func svgCarriesNoComments() throws {
        let picture = try Renderer().render(dot: triangle, format: .svg)
        let text = String(decoding: picture.bytes, as: UTF8.self)
        #expect(!text.contains("<!--"))
        #expect(!text.contains("Generated"))
        #expect(text.contains("x &lt; y &amp; z"))
    }

    @Test func pdfCarriesNoMoment() throws {
        let bytes = try Renderer().render(dot: triangle, format: .pdf).bytes
        let start = try #require(Data(bytes).range(of: Data("/CreationDate (D:".utf8))?.upperBound)
        #expect(bytes[start..<start + 14].elementsEqual("20000101000000".utf8))
    }

    @Test func aBrokenGraphIsNamedAsSuch() {
        #expect {
            try Renderer().render(dot: "digraph { a -> ", format: .svg)
        } throws: { error in
            guard case .badGraph(let words)? = error as? RenderError else { return false }
            return words.contains("syntax error")
        }
    }

    @Test func theScannerRecoversFromABrokenGraph() throws {
        _ = try? Renderer().render(dot: "digraph { a [label=\"open", format: .svg)
        let picture = try Renderer().render(dot: triangle, format: .svg)
        #expect(String(decoding: picture.bytes, as: UTF8.self).contains("<title>a&#45;&gt;b</title>"))
    }

    @Test func manyThreadsDrawOneAfterTheOther() async throws {
        let triangle = triangle
        let alone = try Renderer().render(dot: triangle, format: .svg).bytes
        let pictures = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<24 { group.addTask { try Renderer().render(dot: triangle, format: .svg).bytes } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(pictures.allSatisfy { $0 == alone })
    }

    @Test func bitmapsStayWithinTheirLimit() throws {
        let path = "digraph { rankdir=LR; pad=0.3; " + (0..<59).map { "n\($0) -> n\($0 + 1);" }.joined() + "}"
        let picture = try Renderer(limits: PixelLimits(dpi: 300, longestSide: 500)).render(dot: path, format: .png)
        #expect(width(picture.bytes) <= 500)
        #expect(width(picture.bytes) > 100)
    }

    @Test func limitsAreBroughtIntoRange() {
        #expect(PixelLimits(dpi: .nan, longestSide: 1e9) == PixelLimits(dpi: 96, longestSide: 16_384))
        #expect(PixelLimits(dpi: 0, longestSide: 0) == PixelLimits(dpi: 24, longestSide: 64))
        #expect(PixelLimits().resolution(width: 100, height: 50) == 96)
        #expect(PixelLimits().resolution(width: 10_000, height: 50) == 29)
    }

    @Test func missingFontsAreNamed() throws {
        // Nobody has a font for a private character.
        let private1 = "\u{F0001}"
        let picture = try Renderer().render(dot: "digraph g { a [label=\"x \(private1)\"] }", format: .png)
        #expect(picture.notes.contains { $0.hasPrefix("no font here draws some symbols (\(private1))") })
        #expect(try Renderer().render(dot: "digraph g { a [label=\"Zürich ×3 …\"] }", format: .png).notes == [])
    }

    @Test func layoutsTellWhereNodesAre() throws {
        let layout = try Renderer().layout(dot: triangle)
        #expect(layout.placements.map(\.node) == ["a", "b", "c"])
        let heights = layout.placements.map(\.y)
        #expect(heights[0] > heights[1] && heights[1] > heights[2])
        #expect(layout.placements.allSatisfy { $0.width > 20 && $0.x >= 0 && $0.x <= layout.width })
    }

    @Test(arguments: [LayoutEngine.neato, .sfdp])
    func nodesDoNotOverlap(engine: LayoutEngine) throws {
        let layout = try Renderer().layout(dot: PictureWriter().draw(SampleGraphs.news).text, engine: engine)
        let places = layout.placements
        for (i, a) in places.enumerated() {
            for b in places[(i + 1)...] {
                let isApart = abs(a.x - b.x) * 2 > a.width + b.width - 2 || abs(a.y - b.y) * 2 > a.height + b.height - 2
                #expect(isApart, "\(a.node) and \(b.node)")
            }
        }
    }

    /// The width that a PNG's header tells.
    private func width(_ png: [UInt8]) -> Int { png[16..<20].reduce(0) { $0 << 8 | Int($1) } }
}

/// Which engine draws what.
struct LadderTests {
    @Test(arguments: [
        (40, 60, LayoutEngine.dot), (60, 100, .dot), (150, 300, .dot), (150, 301, .neato), (151, 10, .sfdp),
        (10_000, 20_000, .sfdp),
    ])
    func theFirstRungFollowsTheSize(nodes: Int, edges: Int, engine: LayoutEngine) throws {
        let ladder = try Ladder(size: DrawingSize(nodes: nodes, edges: edges))
        #expect(ladder.rungs.first?.engine == engine)
        #expect(ladder.rungs.last?.attributes.contains(.init("overlap", "true")) == true)
    }

    @Test func splinesAreNeverRoutedByTheSpringEngines() throws {
        for nodes in [10, 100, 1_000] {
            for rung in try Ladder(size: DrawingSize(nodes: nodes, edges: nodes)).rungs where rung.engine != .dot {
                #expect(rung.attributes.contains(.init("splines", "line")))
            }
        }
    }

    @Test func tooManyNodesAreRefusedUnlessForced() throws {
        let size = DrawingSize(nodes: 10_001, edges: 1)
        #expect(throws: RenderError.tooLarge(nodes: 10_001, limit: 10_000)) { try Ladder(size: size) }
        #expect(try !Ladder(size: size, isForced: true).rungs.isEmpty)
    }

    @Test func smallLabelsGoWhereThereAreTooMany() throws {
        let star = "digraph { hub [label=Hub]; " + (0..<9).map { "hub -> n\($0);" }.joined() + " n0 -> n1 }"
        let rung = Rung(engine: .sfdp, keepsEdgeLabels: false, labeledNodes: 3)
        let picture = try Renderer().render(dot: star, format: .svg, rung: rung)
        let text = String(decoding: picture.bytes, as: UTF8.self)
        #expect(text.contains(">Hub</text>"))
        #expect(!text.contains(">n5</text>"))
        #expect(picture.notes.count == 2)
    }
}
