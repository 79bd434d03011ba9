import CVectors

extension Rows {
    /// A copy of all values, row by row.
    public func values() -> [Float] {
        Array(unsafeUninitializedCapacity: count * width) { buffer, initialized in
            if let target = buffer.baseAddress {
                for row in 0..<count { (target + row &* width).initialize(from: self[row], count: width) }
            }
            initialized = count * width
        }
    }

    /// Copies all rows of a matrix of the same shape.
    public func set(_ source: Rows) {
        precondition(source.count == count && source.width == width)
        for row in 0..<count { self[row].update(from: source[row], count: width) }
    }

    /// Adds values to one row.
    public func add(row: Int, _ values: [Float]) {
        precondition(row >= 0 && row < count && values.count == width)
        values.withUnsafeBufferPointer { buffer in
            if let source = buffer.baseAddress { add(row, source) }
        }
    }

    /// Adds a row of another matrix of the same width.
    public func add(row: Int, _ source: Rows, row other: Int) {
        precondition(row >= 0 && row < count && other >= 0 && other < source.count && source.width == width)
        add(row, source[other])
    }

    @inline(__always)
    private func add(_ row: Int, _ source: UnsafePointer<Float>) {
        entente_add(self[row], source, width)
    }

    /// For every row the column of its largest value, the first of equals.
    public func indicesOfLargest() -> [Int] {
        (0..<count).map { row in
            let line = self[row]
            var best = 0
            for column in 1..<Swift.max(width, 1) where line[column] > line[best] { best = column }
            return best
        }
    }
}

/// Rows as bytes around 128 with a scale per row, kept apart from any workspace.
public struct QuantizedValues: Sendable {
    /// The number of values of a row.
    public var width: Int
    /// The codes, row by row.
    public var codes: [UInt8]
    /// One scale per row.
    public var scales: [Float]

    /// Makes quantized values of codes.
    public init(width: Int, codes: [UInt8], scales: [Float]) {
        self.width = width
        self.codes = codes
        self.scales = scales
    }
}

extension Rows {
    /// The rows as bytes, as a linear layer would round them.
    public func quantized(_ workspace: Workspace) -> QuantizedValues {
        let rows = QuantizedRows(workspace, count: count, width: width)
        rows.set(self)
        return QuantizedValues(
            width: width, codes: Array(UnsafeBufferPointer(start: rows.codes, count: count * width)),
            scales: Array(UnsafeBufferPointer(start: rows.scales, count: count)))
    }
}
