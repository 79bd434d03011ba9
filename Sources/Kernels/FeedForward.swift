/// The second half of an encoder layer: `states = norm(states + down(gelu(up(states))))`.
///
/// Block by block, so that the wide middle never leaves the cache and is never kept as floats.
public struct FeedForward: Sendable {
    private let up: Linear
    private let down: Linear
    private let norm: LayerNorm

    /// Joins two layers and a normalization.
    public init(up: Linear, down: Linear, norm: LayerNorm) {
        precondition(up.outputs == down.inputs && down.outputs == up.inputs && norm.width == up.inputs)
        self.up = up
        self.down = down
        self.norm = norm
    }

    /// Computes the half layer for all rows in place.
    public func apply(_ states: Rows, _ workspace: Workspace) {
        var first = 0
        while first < states.count {
            let block = states.rows(first..<min(first + Linear.blockRows, states.count))
            let input = QuantizedRows(workspace, count: block.count, width: up.inputs)
            input.set(block)
            let wide = up.multiply(input, workspace)
            let middle = activate(wide, input, workspace)
            down.finish(middle, addingTo: block, norm, workspace)
            first += block.count
        }
    }

    /// Dequantizes the middle, applies the activation and quantizes again, a row at a time.
    private func activate(_ sums: UnsafePointer<Int32>, _ input: QuantizedRows, _ workspace: Workspace) -> QuantizedRows
    {
        let line = workspace.buffer(.line, Float.self, count: up.outputs)
        let scales = workspace.buffer(.packed, Float.self, count: input.count)
        scales.update(from: input.scales, count: input.count)
        let middle = QuantizedRows(workspace, count: input.count, width: up.outputs)
        for row in 0..<input.count {
            up.finish(sums + row &* up.outputs, scales[row], to: line, .setGELU)
            middle.set(row: row, line)
        }
        return middle
    }
}

extension Linear {
    /// Computes `states = norm(states + layer(input))` for all rows.
    public func apply(_ input: Rows, addingTo states: Rows, _ norm: LayerNorm, _ workspace: Workspace) {
        precondition(input.width == inputs && states.width == outputs && states.count == input.count)
        precondition(norm.width == outputs)
        var first = 0
        while first < input.count {
            let block = first..<min(first + Linear.blockRows, input.count)
            let quantized = QuantizedRows(workspace, count: block.count, width: inputs)
            quantized.set(input.rows(block))
            finish(quantized, addingTo: states.rows(block), norm, workspace)
            first = block.upperBound
        }
    }

    /// Multiplies quantized rows, adds them to the states and normalizes.
    func finish(_ input: QuantizedRows, addingTo states: Rows, _ norm: LayerNorm, _ workspace: Workspace) {
        let sums = multiply(input, workspace)
        for row in 0..<states.count {
            let line = states[row]
            finish(sums + row &* outputs, input.scales[row], to: line, .add)
            norm.apply(line)
        }
    }
}
