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
                queries.columns(part), keys.columns(part), scale: 1 / Float(headWidth).squareRoot(), to: weights,
                keys: transposed)
            for row in 0..<weights.count { normalize(weights[row], count: keys.count) }
            mix(weights, values.columns(part), to: output.columns(part))
        }
    }

    /// Softmax over the first `count` values of a line with room for a multiple of sixteen; the rest becomes next to nothing.
    @inline(__always)
    private func normalize(_ line: UnsafeMutablePointer<Float>, count: Int) {
        let whole = (count &+ 15) & ~15
        for column in count..<whole { line[column] = -.greatestFiniteMagnitude }
        var top = load(line)
        var column = 16
        while column < whole {
            top = larger(top, load(line + column))
            column &+= 16
        }
        let peak = Lanes(repeating: largest(top))
        var sum = Lanes()
        column = 0
        while column < whole {
            let value = exponential(load(line + column) - peak)
            store(value, line + column)
            sum += value
            column &+= 16
        }
        scale(line, whole, Lanes(repeating: 1 / total(sum)))
    }

    @inline(__always)
    private func scale(_ line: UnsafeMutablePointer<Float>, _ count: Int, _ factor: Lanes) {
        var column = 0
        while column < count {
            store(load(line + column) * factor, line + column)
            column &+= 16
        }
    }
}
