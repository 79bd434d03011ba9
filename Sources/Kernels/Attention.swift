import CVectors

/// The attention of one sentence: softmax(Q·Kᵀ/√width)·V, head by head.
public struct Attention: Sendable {
    /// The number of heads.
    public let heads: Int
    /// The number of values of a head, a multiple of eight.
    public let headWidth: Int

    /// Makes attention of a shape.
    public init(heads: Int, headWidth: Int) {
        precondition(headWidth % 8 == 0)
        self.heads = heads
        self.headWidth = headWidth
    }

    /// Computes the context of every query of one sentence.
    ///
    /// - Parameters:
    ///   - queries: a row of `heads * headWidth` values for each position whose context is wanted.
    ///   - keys: a row for each position of the sentence.
    ///   - values: likewise.
    ///   - output: as many rows as queries.
    ///   - workspace: the worker's memory.
    public func apply(queries: Rows, keys: Rows, values: Rows, to output: Rows, _ workspace: Workspace) {
        let width = heads * headWidth
        precondition(queries.width == width && keys.width == width && values.width == width && output.width == width)
        precondition(output.count == queries.count && keys.count == values.count && keys.count > 0)
        let columns = (keys.count + 15) & ~15
        let weights = workspace.rows(.weights, count: queries.count, width: columns)
        let transposed = workspace.buffer(.keys, Float.self, count: headWidth * columns)
        for head in 0..<heads {
            let part = head * headWidth..<(head + 1) * headWidth
            multiply(
                queries.columns(part), keys.columns(part), columns: columns, scale: 1 / Float(headWidth).squareRoot(),
                to: weights, keys: transposed)
            entente_softmax_rows(weights.base, weights.stride, weights.count, keys.count)
            mix(weights, values.columns(part), to: output.columns(part))
        }
    }
}
