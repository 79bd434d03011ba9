import Foundation

/// Every kernel written out in plain loops: slow, and plainly right.
public struct ReferenceMath {
    /// The tensors by name.
    public let values: [String: [Float]]
    /// Whether linear layers round their inputs as the shipped ones do.
    public var rounds: Bool

    /// Takes the tensors of a builder.
    public init(_ values: [String: [Float]], rounds: Bool) {
        self.values = values
        self.rounds = rounds
    }

    /// A matrix as rows.
    public typealias Matrix = [[Float]]

    /// A tensor by name, empty where there is none.
    public func tensor(_ name: String) -> [Float] { values[name] ?? [] }

    /// A row of a table.
    public func row(_ name: String, _ index: Int, width: Int) -> [Float] {
        Array(tensor(name)[index * width..<(index + 1) * width])
    }

    /// `input · weightᵀ + bias`.
    public func linear(_ name: String, _ input: Matrix) -> Matrix {
        let bias = tensor(name + ".bias")
        let weight = tensor(name + ".weight")
        return input.map { line in
            let line = rounds ? Self.rounded(line) : line
            return bias.indices.map { output in
                var sum = 0.0
                for (index, value) in line.enumerated() {
                    sum += Double(value) * Double(weight[output * line.count + index])
                }
                return Float(sum + Double(bias[output]))
            }
        }
    }

    /// A row as bytes would give it back.
    public static func rounded(_ line: [Float]) -> [Float] {
        let scale = (line.map(abs).max() ?? 0) / 127
        return scale == 0 ? line : line.map { ($0 / scale).rounded(.toNearestOrEven) * scale }
    }

    /// Layer normalization.
    public func norm(_ name: String, _ input: Matrix) -> Matrix {
        let (weight, bias) = (tensor(name + ".weight"), tensor(name + ".bias"))
        return input.map { line in
            let mean = line.reduce(0.0) { $0 + Double($1) } / Double(line.count)
            let variance = line.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(line.count)
            return line.indices.map {
                Float((Double(line[$0]) - mean) / (variance + 1e-12).squareRoot()) * weight[$0] + bias[$0]
            }
        }
    }

    /// x·Φ(x).
    public static func gelu(_ x: Float) -> Float { Float(Double(x) * 0.5 * (1 + erf(Double(x) / 2.0.squareRoot()))) }

    /// The same for every value.
    public static func gelu(_ input: Matrix) -> Matrix { input.map { $0.map(gelu) } }

    /// Probabilities.
    public static func softmax(_ line: [Float]) -> [Float] {
        let top = line.max() ?? 0
        let powers = line.map { exp(Double($0 - top)) }
        let sum = powers.reduce(0, +)
        return powers.map { Float($0 / sum) }
    }

    /// Attention of queries over keys and values, head by head.
    public static func attention(_ queries: Matrix, _ keys: Matrix, _ values: Matrix, headWidth: Int) -> Matrix {
        let width = queries.first?.count ?? 0
        return queries.map { query in
            var context = [Float](repeating: 0, count: width)
            for head in stride(from: 0, to: width, by: headWidth) {
                let scores = keys.map { key in
                    (head..<head + headWidth).reduce(Float(0)) { $0 + query[$1] * key[$1] }
                        / Float(headWidth).squareRoot()
                }
                for (weight, value) in zip(softmax(scores), values) {
                    for column in head..<head + headWidth { context[column] += weight * value[column] }
                }
            }
            return context
        }
    }

    /// The sum of two matrices.
    public static func sum(_ a: Matrix, _ b: Matrix) -> Matrix { zip(a, b).map { zip($0, $1).map(+) } }

    /// The largest difference between two matrices, over the largest value of the second.
    public static func difference(_ a: Matrix, _ b: Matrix) -> Float {
        guard a.map(\.count) == b.map(\.count) else { return .infinity }
        let top = b.joined().map(abs).max() ?? 0
        let worst = zip(a.joined(), b.joined()).map { abs($0 - $1) }.max() ?? 0
        return worst / Swift.max(top, .leastNormalMagnitude)
    }
}
