import SyntheticModel
import Testing

@testable import Kernels

@Suite("Linear layers")
struct LinearTests {
    // The integer product is exact, so the two differ by the rounding of a few float operations only.
    @Test(
        "the integer layer equals plain loops over the same rounded inputs",
        arguments: [(16, 1), (64, 17), (384, 96), (48, 250)])
    func equalsReference(inputs: Int, outputs: Int) throws {
        let (model, reference) = try makeModel { $0.addLinear("x", inputs: inputs, outputs: outputs) }
        let input = randomMatrix(37, inputs, seed: 3)
        let output = try apply(Linear("x", in: model), input)
        #expect(ReferenceMath.difference(output, reference.linear("x", input)) < 1e-5)
    }

    @Test("rounding the inputs costs little against floats")
    func isNearFloats() throws {
        let (model, rounded) = try makeModel { $0.addLinear("x", inputs: 384, outputs: 96) }
        let input = randomMatrix(20, 384, seed: 4)
        let output = try apply(Linear("x", in: model), input)
        let floats = ReferenceMath(rounded.values, rounds: false).linear("x", input)
        #expect(ReferenceMath.difference(output, floats) < 0.01)
        #expect(ReferenceMath.difference(output, floats) > 0, "the layer must round, or this test checks nothing")
    }

    @Test("a row's output does not depend on the rows around it", arguments: [Linear.Activation.none, .gelu])
    func isIndependentOfBatch(activation: Linear.Activation) throws {
        let (model, _) = try makeModel { $0.addLinear("x", inputs: 64, outputs: 50) }
        let layer = try Linear("x", in: model)
        let input = randomMatrix(Linear.blockRows + 45, 64, seed: 5)
        let whole = apply(layer, input, activation)
        for row in [0, 1, 44, Linear.blockRows - 1, Linear.blockRows, input.count - 1] {
            #expect(apply(layer, [input[row]], activation) == [whole[row]])
        }
    }

    @Test("some of the outputs are the outputs of some")
    func slices() throws {
        let (model, _) = try makeModel { $0.addLinear("x", inputs: 32, outputs: 40) }
        let layer = try Linear("x", in: model)
        let input = randomMatrix(9, 32, seed: 6)
        let part = apply(layer.outputs(7..<29), input)
        #expect(part == apply(layer, input).map { Array($0[7..<29]) })
    }

    @Test("GELU follows in the same pass")
    func fusesActivation() throws {
        let (model, reference) = try makeModel { $0.addLinear("x", inputs: 32, outputs: 40) }
        let input = randomMatrix(9, 32, seed: 7)
        let expected = ReferenceMath.gelu(reference.linear("x", input))
        #expect(ReferenceMath.difference(try apply(Linear("x", in: model), input, .gelu), expected) < 1e-4)
    }

    @Test("rows that are bytes already give the same as the floats they came from")
    func takesQuantizedRows() throws {
        let (model, _) = try makeModel { $0.addLinear("x", inputs: 64, outputs: 33) }
        let layer = try Linear("x", in: model)
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        let input = randomMatrix(11, 64, seed: 8)
        let values = workspace.rows(.states, input).quantized(workspace)
        let output = workspace.rows(.context, count: 11, width: 33)
        layer.apply(values, to: output, workspace)
        #expect(output.matrix == apply(layer, input))
    }

    @Test("a row of zeros gives the bias")
    func acceptsZeros() throws {
        let (model, reference) = try makeModel { $0.addLinear("x", inputs: 32, outputs: 20) }
        let output = try apply(Linear("x", in: model), [[Float](repeating: 0, count: 32)])
        #expect(output[0] == reference.tensor("x.bias"))
    }

    private func apply(_ layer: Linear, _ input: [[Float]], _ activation: Linear.Activation = .none) -> [[Float]] {
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        // A wider stride than width, as in a part of a matrix.
        let rows = workspace.rows(.states, input, stride: layer.inputs + 16)
        let output = workspace.rows(.context, count: input.count, width: layer.outputs)
        layer.apply(rows, to: output, activation: activation, workspace)
        return output.matrix
    }
}
