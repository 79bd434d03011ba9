import Exports
import Foundation
import SampleGraphs
import Testing

@testable import Rendering

/// Drawing in a child process.
struct ChildRendererTests {
    private let pair = "digraph { a -> b }"

    private var child: String {
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return products.appendingPathComponent("RenderChild").path
    }

    private func shell(_ script: String) -> ChildRenderer {
        ChildRenderer(executable: "/bin/sh", arguments: ["-c", script], deadline: 0.3)
    }

    @Test(arguments: PictureFormat.allCases)
    func aChildDrawsTheSame(format: PictureFormat) throws {
        let drawing = PictureWriter().draw(SampleGraphs.news)
        let size = DrawingSize(nodes: drawing.nodes, edges: drawing.edges)
        let renderer = ChildRenderer(executable: child, arguments: [])
        let first = try renderer.render(dot: drawing.text, format: format, size: size)
        let second = try renderer.render(dot: drawing.text, format: format, size: size)
        let here = try Renderer().render(dot: drawing.text, format: format, engine: .dot)
        let isEqual = first == second && first == here
        #expect(isEqual)
        #expect(first.notes == [])
    }

    @Test func aChildTellsPositions() throws {
        let renderer = ChildRenderer(executable: child, arguments: [])
        #expect(try renderer.layout(dot: pair) == Renderer().layout(dot: pair))
    }

    @Test func whatNeverEndsIsStopped() {
        #expect(throws: RenderError.deadline([.sfdp])) { try shell("sleep 600").render(dot: pair, format: .svg) }
    }

    @Test func aDeadChildIsReportedWithItsLastWords() {
        #expect {
            try shell("echo no memory >&2; kill -SEGV $$").render(dot: pair, format: .svg)
        } throws: { error in
            guard case .child(let words)? = error as? RenderError else { return false }
            return words.contains("signal") && words.contains("no memory")
        }
    }

    @Test(arguments: ["exit 0", "echo '{}'", "head -c 100 /dev/zero", "cat"])
    func nonsenseIsNoPicture(script: String) {
        #expect(throws: RenderError.self) { try shell(script).render(dot: pair, format: .svg) }
    }

    @Test func aMissingProgramIsNamed() {
        let renderer = ChildRenderer(executable: "/nonexistent/program", arguments: [])
        #expect {
            try renderer.render(dot: pair, format: .svg)
        } throws: { error in
            "\(error)".contains("/nonexistent/program")
        }
    }

    @Test func theNextRungIsTriedAndNamed() throws {
        // Stands still while it is asked for dot, and draws when it is asked for anything else.
        let script =
            "job=$(cat); case \"$job\" in *'\"engine\":\"dot\"'*) sleep 600;; *) printf %s \"$job\" | '\(child)';; esac"
        var renderer = ChildRenderer(executable: "/bin/sh", arguments: ["-c", script])
        renderer.deadline = 2
        let picture = try renderer.render(dot: pair, format: .svg)
        #expect(picture.engine == .neato)
        #expect(picture.notes == ["dot did not finish in time; trying a simpler layout"])
    }

    @Test func tooLittleMemoryEndsTheChildAndNotUs() {
        let renderer = ChildRenderer(executable: child, arguments: [], memory: 1 << 20)
        #expect(throws: RenderError.self) { try renderer.render(dot: pair, format: .png) }
    }

    @Test func strangersCannotSteerTheChild() {
        let names = ChildEnvironment.allowed.map { $0.prefix { $0 != "=" } }
        for name in ["GVBINDIR", "GV_FILE_PATH", "DOTFONTPATH", "SERVER_NAME", "LD_PRELOAD"] {
            #expect(!names.contains(Substring(name)))
        }
        #expect(names.contains("SOURCE_DATE_EPOCH"))
    }
}
