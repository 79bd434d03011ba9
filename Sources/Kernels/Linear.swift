import COneDNN
import CVectors

/// A linear layer with weights of seven bits: `output[rows, outputs] = input[rows, inputs] · weightᵀ + bias`.
///
/// Activations are quantized row by row to unsigned bytes; the integer product is exact on every processor, because
/// weights within -63...63 cannot overflow the 16-bit pairs of processors without dot-product instructions.
public struct Linear: Sendable {
    /// The number of values of an input row, a multiple of sixteen.
    public let inputs: Int
    /// The number of values of an output row.
    public let outputs: Int
    private let weight: ByteTensor
    private let scale: FloatTensor
    private let bias: FloatTensor
    /// What the zero point of 128 adds to each output's sum.
    private let offsets: [Int32]

    /// What to apply to the outputs.
    public enum Activation: Sendable {
        case none, gelu
    }

    /// Takes the layer `name` from a model: its weights stay where they lie.
    ///
    /// - Throws: `ModelError` where the model has no such layer, or not of the sizes given.
    public init(_ name: String, in model: ModelFile, inputs: Int? = nil, outputs: Int? = nil) throws(ModelError) {
        try self.init(name, in: model)
        guard inputs ?? self.inputs == self.inputs, outputs ?? self.outputs == self.outputs else {
            let expected = "[\(outputs ?? self.outputs), \(inputs ?? self.inputs)]"
            throw .shape(tensor: name + ".weight", found: [self.outputs, self.inputs], expected: expected)
        }
    }

    private init(_ name: String, in model: ModelFile) throws(ModelError) {
        weight = try model.bytes(name + ".weight")
        guard weight.shape.count == 2 else {
            throw .shape(tensor: name + ".weight", found: weight.shape, expected: "[out, in]")
        }
        outputs = weight.shape[0]
        inputs = weight.shape[1]
        guard inputs % 16 == 0, inputs > 0, outputs > 0 else {
            throw .shape(tensor: name + ".weight", found: weight.shape, expected: "[out, a multiple of 16]")
        }
        scale = try model.floats(name + ".scale", shape: [outputs])
        bias = try model.floats(name + ".bias", shape: [outputs])
        offsets = try Linear.offsets(weight, name: name)
    }

    private init(_ layer: Linear, outputs range: Range<Int>) {
        inputs = layer.inputs
        outputs = range.count
        weight = layer.weight.rows(range)
        scale = layer.scale.rows(range)
        bias = layer.bias.rows(range)
        offsets = Array(layer.offsets[range])
    }

    /// The layer that computes some of the outputs.
    public func outputs(_ range: Range<Int>) -> Linear {
        precondition(range.lowerBound >= 0 && range.upperBound <= outputs && !range.isEmpty)
        return Linear(self, outputs: range)
    }

    private static func offsets(_ weight: ByteTensor, name: String) throws(ModelError) -> [Int32] {
        var offsets: [Int32] = []
        offsets.reserveCapacity(weight.shape[0])
        for row in 0..<weight.shape[0] {
            let (sum, largest) = weight.sumAndLargest(row: row)
            guard largest <= 63 else { throw .weightTooLarge(tensor: name + ".weight", value: largest) }
            offsets.append(sum * 128)
        }
        return offsets
    }

    /// Computes the layer for all rows; `output` may not share memory with `input`.
    public func apply(_ input: Rows, to output: Rows, activation: Activation = .none, _ workspace: Workspace) {
        precondition(input.width == inputs && output.width == outputs && output.count == input.count)
        var first = 0
        while first < input.count {
            let block = first..<Swift.min(first + Linear.blockRows, input.count)
            let quantized = QuantizedRows(workspace, count: block.count, width: inputs)
            quantized.set(input.rows(block))
            let sums = multiply(quantized, workspace)
            for row in 0..<block.count {
                finish(
                    sums + row * outputs, quantized.scales[row], to: output[first + row],
                    activation == .gelu ? .setGELU : .set)
            }
            first = block.upperBound
        }
    }

    /// Computes the layer for rows that are quantized already.
    public func apply(_ input: QuantizedValues, to output: Rows, _ workspace: Workspace) {
        precondition(input.width == inputs && output.width == outputs && output.count == input.scales.count)
        precondition(input.codes.count == output.count * inputs)
        let quantized = QuantizedRows(workspace, input)
        let sums = multiply(quantized, workspace)
        for row in 0..<output.count { finish(sums + row * outputs, quantized.scales[row], to: output[row], .set) }
    }

    /// The rows multiplied at a time: enough to pay for the weights' passage, few enough for the sums to stay in cache.
    static let blockRows = 256

    /// The integer products of a block, `outputs` per row, with the zero point still in them.
    func multiply(_ input: QuantizedRows, _ workspace: Workspace) -> UnsafeMutablePointer<Int32> {
        let sums = workspace.buffer(.sums, Int32.self, count: input.count * outputs)
        var none: Int32 = 0
        let status = dnnl_gemm_u8s8s32(
            CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "T")), CChar(UInt8(ascii: "F")),
            dnnl_dim_t(input.count), dnnl_dim_t(outputs), dnnl_dim_t(inputs), 1,
            input.codes, dnnl_dim_t(inputs), 0, weight.base, dnnl_dim_t(inputs), 0, 0,
            sums, dnnl_dim_t(outputs), &none)
        precondition(status == dnnl_success, "oneDNN refuses an integer product of ordinary size")
        return sums
    }

    /// What to do with the outputs of a row.
    enum Finish {
        case set, setGELU, add
    }

    /// Turns the sums of one row into outputs.
    func finish(
        _ sums: UnsafePointer<Int32>, _ rowScale: Float, to output: UnsafeMutablePointer<Float>, _ finish: Finish
    ) {
        offsets.withUnsafeBufferPointer { buffer in
            guard let offsets = buffer.baseAddress else { return }
            switch finish {
            case .set: entente_dequantize(sums, offsets, scale.base, bias.base, rowScale, output, outputs)
            case .setGELU: entente_dequantize_gelu(sums, offsets, scale.base, bias.base, rowScale, output, outputs)
            case .add: entente_dequantize_add(sums, offsets, scale.base, bias.base, rowScale, output, outputs)
            }
        }
    }
}
