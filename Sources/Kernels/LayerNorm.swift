import CVectors

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
        entente_normalize(line, width, weight.base, bias.base, epsilon)
    }
}
