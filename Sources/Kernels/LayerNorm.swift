/// Layer normalization: each row less its mean, over its standard deviation, scaled and shifted.
public struct LayerNorm: Sendable {
    /// The number of values of a row, a multiple of sixteen.
    public let width: Int
    private let weight: FloatTensor
    private let bias: FloatTensor
    private let epsilon: Float = 1e-12

    /// Takes the tensors `name.weight` and `name.bias` from a model.
    public init(_ name: String, in model: ModelFile, width: Int) throws(ModelError) {
        precondition(width > 0 && width % 16 == 0)
        self.width = width
        weight = try model.floats(name + ".weight", shape: [width])
        bias = try model.floats(name + ".bias", shape: [width])
    }

    /// Normalizes every row in place.
    public func apply(_ rows: Rows) {
        precondition(rows.width == width)
        for row in 0..<rows.count { apply(rows[row]) }
    }

    /// Normalizes one row in place.
    @inline(__always)
    func apply(_ line: UnsafeMutablePointer<Float>) {
        var sum = Lanes()
        for column in stride(from: 0, to: width, by: 16) { sum += load(line + column) }
        let mean = total(sum) / Float(width)
        var squares = Lanes()
        for column in stride(from: 0, to: width, by: 16) {
            let centered = load(line + column) - mean
            squares += centered * centered
        }
        let factor = 1 / (total(squares) / Float(width) + epsilon).squareRoot()
        let weights = weight.base
        let biases = bias.base
        for column in 0..<width { line[column] = (line[column] - mean) * factor * weights[column] + biases[column] }
    }
}
