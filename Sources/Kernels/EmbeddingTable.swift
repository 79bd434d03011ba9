import CVectors

/// A table of vectors, one row per id, as floats or as bytes with a scale per row.
public struct EmbeddingTable: Sendable {
    /// The number of rows.
    public let count: Int
    /// The number of values of a row, a multiple of sixteen.
    public let width: Int
    private let values: Values

    private enum Values: Sendable {
        case floats(FloatTensor)
        case bytes(ByteTensor, scales: FloatTensor)
    }

    /// Takes the tensor `name` from a model.
    public init(_ name: String, in model: ModelFile, width expected: Int? = nil) throws(ModelError) {
        let shape: [Int]
        if model.isFloat(name) {
            let tensor = try model.floats(name)
            shape = tensor.shape
            values = .floats(tensor)
        } else {
            let tensor = try model.bytes(name)
            shape = tensor.shape
            values = .bytes(tensor, scales: try model.floats(model.scalesName(name), shape: [shape[0]]))
        }
        guard shape.count == 2, shape[1] % 16 == 0, expected ?? shape[1] == shape[1] else {
            let width = expected.map { "\($0)" } ?? "a multiple of 16"
            throw .shape(tensor: name, found: shape, expected: "[rows, \(width)]")
        }
        count = shape[0]
        width = shape[1]
    }

    /// Writes the row of an id over a line; ids outside the table count as its first row.
    public func set(_ rows: Rows, row: Int, id: Int32) {
        rows.clear(row: row)
        add(rows, row: row, id: id)
    }

    /// Adds the row of an id to a line; ids outside the table count as its first row.
    public func add(_ rows: Rows, row: Int, id: Int32) {
        precondition(row >= 0 && row < rows.count && rows.width == width)
        let line = rows[row]
        let index = id >= 0 && Int(id) < count ? Int(id) : 0
        switch values {
        case .floats(let tensor):
            entente_add(line, tensor.base + index &* width, width)
        case .bytes(let tensor, let scales):
            let source = tensor.base + index &* width
            entente_add_bytes(line, source, scales.base[index], width)
        }
    }
}
