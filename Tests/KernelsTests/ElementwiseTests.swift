import Foundation
import SyntheticModel
import Testing

@testable import Kernels

@Suite("Elementwise kernels")
struct ElementwiseTests {
    @Test("GELU is within 1e-5 of the erf form")
    func geluIsClose() {
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        let inputs = stride(from: Float(-12), through: 12, by: 0.001).map { $0 }
        let rows = workspace.rows(.states, [inputs])
        rows.applyGELU()
        let worst = zip(inputs, rows.values(row: 0)).map { abs($1 - ReferenceMath.gelu($0)) }.max() ?? 1
        #expect(worst < 1e-5)
    }

    @Test("the exponential behind softmax is close over its whole range")
    func exponentialIsClose() {
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        for input in stride(from: Float(-80), through: 0, by: 0.0137) {
            let rows = workspace.rows(.scores, [[0, input]])
            rows.applySoftmax()
            let ratio = Double(rows.values(row: 0)[1]) / Double(rows.values(row: 0)[0])
            #expect(abs(ratio / exp(Double(input)) - 1) < 6e-6, "of \(input)")
        }
    }

    @Test("softmax adds up to one and agrees with the reference", arguments: [1, 5, 16, 25, 33])
    func softmaxIsClose(count: Int) {
        var numbers = SeededNumbers(UInt64(count))
        let line = numbers.floats(count, bound: 9)
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        let rows = workspace.rows(.scores, [line])
        rows.applySoftmax()
        #expect(ReferenceMath.difference(rows.matrix, [ReferenceMath.softmax(line)]) < 1e-5)
        #expect(abs(rows.values(row: 0).reduce(0, +) - 1) < 1e-5)
    }

    @Test("layer normalization equals the reference", arguments: [16, 64, 384])
    func normalizes(width: Int) throws {
        let (model, reference) = try makeModel { $0.addNorm("n", width: width) }
        let input = randomMatrix(10, width, seed: 9).map { $0.map { $0 + 3 } }
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        let rows = workspace.rows(.states, input)
        try LayerNorm("n", in: model, width: width).apply(rows)
        #expect(ReferenceMath.difference(rows.matrix, reference.norm("n", input)) < 1e-4)
    }

    @Test("the feed-forward half equals its parts")
    func feedsForward() throws {
        let (model, reference) = try makeModel {
            $0.addLinear("up", inputs: 64, outputs: 256)
            $0.addLinear("down", inputs: 256, outputs: 64)
            $0.addNorm("n", width: 64)
        }
        let half = FeedForward(
            up: try Linear("up", in: model), down: try Linear("down", in: model),
            norm: try LayerNorm("n", in: model, width: 64))
        let input = randomMatrix(Linear.blockRows + 10, 64, seed: 10)
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        let rows = workspace.rows(.states, input)
        half.apply(rows, workspace)
        let middle = ReferenceMath.gelu(reference.linear("up", input))
        let expected = reference.norm("n", ReferenceMath.sum(input, reference.linear("down", middle)))
        // The polynomial may move a value of the middle across a rounding step, hence the wider margin.
        #expect(ReferenceMath.difference(rows.matrix, expected) < 5e-3)
    }

    @Test("embedding tables of bytes and of floats give their rows, and the first for ids outside")
    func embeds() throws {
        let (model, reference) = try makeModel {
            $0.addBytes("b", [5, 32], scales: "b.scale", largest: 127)
            $0.addFloats("f", [4, 32])
        }
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        let rows = workspace.rows(.states, count: 3, width: 32)
        let (bytes, floats) = (try EmbeddingTable("b", in: model), try EmbeddingTable("f", in: model))
        for (row, ids) in [(4, 1), (-1, 9), (0, 3)].enumerated() {
            bytes.set(rows, row: row, id: Int32(ids.0))
            floats.add(rows, row: row, id: Int32(ids.1))
        }
        let expected = [(4, 1), (0, 0), (0, 3)].map { b, f in
            zip(reference.row("b", b, width: 32), reference.row("f", f, width: 32)).map(+)
        }
        #expect(ReferenceMath.difference(rows.matrix, expected) < 1e-6)
    }

    @Test("means and maxima over rows")
    func pools() {
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        let source = workspace.rows(.states, [[Float](repeating: 1, count: 16), Array(0..<16).map(Float.init)])
        let rows = workspace.rows(.context, [[Float](repeating: 100, count: 16)])
        rows.addMean(of: source, 0..<2, toRow: 0)
        rows.addMaximum(of: source, [1, 0], toRow: 0)
        rows.addMaximum(of: source, [Int](), toRow: 0)
        rows.addMean(of: source, 1..<1, toRow: 0)
        let expected = (0..<16).map { (column: Int) -> Float in
            let value = Float(column)
            return 100 + (1 + value) / 2 + max(1, value)
        }
        #expect(rows.values(row: 0) == expected)
    }
}
