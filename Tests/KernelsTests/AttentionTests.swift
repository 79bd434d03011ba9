import SyntheticModel
import Testing

@testable import Kernels

@Suite("Attention and dot products")
struct AttentionTests {
    @Test(
        "attention equals plain loops for every length around the width of the vectors",
        arguments: [1, 2, 3, 7, 8, 9, 16, 31, 50])
    func equalsReference(count: Int) {
        let (queries, keys, values) = (matrix(count, 1), matrix(count, 2), matrix(count, 3))
        let expected = ReferenceMath.attention(queries, keys, values, headWidth: 32)
        #expect(ReferenceMath.difference(attend(queries, keys, values), expected) < 1e-5)
    }

    @Test("fewer queries than keys get the same contexts")
    func acceptsFewerQueries() {
        let (queries, keys, values) = (matrix(13, 1), matrix(13, 2), matrix(13, 3))
        let whole = attend(queries, keys, values)
        #expect(attend([queries[4], queries[12], queries[0]], keys, values) == [whole[4], whole[12], whole[0]])
    }

    @Test("dot products equal plain loops, whatever the rows beside them", arguments: [(1, 2), (5, 6), (12, 13)])
    func multiplies(left: Int, right: Int) {
        let (a, b) = (randomMatrix(left, 128, seed: 4), randomMatrix(right, 128, seed: 5))
        let products = multiply(a, b)
        let expected = a.map { x in b.map { y in zip(x, y).reduce(Float(0)) { $0 + $1.0 * $1.1 } } }
        #expect(ReferenceMath.difference(products, expected) < 1e-5)
        #expect(multiply([a[left - 1]], b) == [products[left - 1]])
    }

    private func matrix(_ count: Int, _ seed: UInt64) -> [[Float]] {
        var numbers = SeededNumbers(seed)
        return (0..<count).map { _ in numbers.floats(96, bound: 2) }
    }

    private func attend(_ queries: [[Float]], _ keys: [[Float]], _ values: [[Float]]) -> [[Float]] {
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        // Queries, keys and values as the columns of one matrix, as the encoder has them.
        let joined = zip(keys, values).map { $0 + $1 }
        let rows = workspace.rows(.projections, joined)
        let output = workspace.rows(.context, count: queries.count, width: 96)
        Attention(heads: 3, headWidth: 32).apply(
            queries: workspace.rows(.words, queries), keys: rows.columns(0..<96), values: rows.columns(96..<192),
            to: output, workspace)
        return output.matrix
    }

    private func multiply(_ a: [[Float]], _ b: [[Float]]) -> [[Float]] {
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        let output = workspace.rows(.scores, count: a.count, width: b.count, stride: (b.count + 7) & ~7)
        dotProducts(workspace.rows(.states, a), workspace.rows(.context, b), to: output, workspace)
        return output.matrix
    }
}
