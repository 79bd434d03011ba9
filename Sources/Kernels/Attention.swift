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

    /// Computes the context of every row of one sentence.
    ///
    /// - Parameters:
    ///   - projections: the sentence's rows; each holds queries, then keys, then values, all heads of each in order.
    ///   - output: as many rows of `heads * headWidth` values.
    ///   - workspace: the worker's memory.
    public func apply(_ projections: Rows, to output: Rows, _ workspace: Workspace) {
        let width = heads * headWidth
        precondition(projections.width == 3 * width && output.width == width && output.count == projections.count)
        let columns = (projections.count + 15) & ~15
        let weights = workspace.rows(.weights, count: projections.count, width: columns)
        let keys = workspace.buffer(.keys, Float.self, count: headWidth * columns)
        for head in 0..<heads {
            let part = head * headWidth..<(head + 1) * headWidth
            let query = projections.columns(part)
            let key = projections.columns(part.lowerBound + width..<part.upperBound + width)
            let value = projections.columns(part.lowerBound + 2 * width..<part.upperBound + 2 * width)
            multiply(query, key, scale: 1 / Float(headWidth).squareRoot(), to: weights, keys: keys)
            for row in 0..<weights.count { normalize(weights[row], count: projections.count) }
            mix(weights, value, to: output.columns(part))
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
