/// A matrix of floats in a workspace, row by row.
///
/// The memory belongs to the workspace that made the rows; they must not be used after it has gone.
public struct Rows {
    /// The first value.
    public let base: UnsafeMutablePointer<Float>
    /// The number of rows.
    public let count: Int
    /// The number of values of a row.
    public let width: Int
    /// The distance from one row to the next, at least `width`.
    public let stride: Int

    /// Makes a view of rows.
    public init(base: UnsafeMutablePointer<Float>, count: Int, width: Int, stride: Int? = nil) {
        self.base = base
        self.count = count
        self.width = width
        self.stride = stride ?? width
    }

    /// The first value of a row.
    @inline(__always)
    public subscript(row: Int) -> UnsafeMutablePointer<Float> {
        base + row &* stride
    }

    /// Some of the rows.
    public func rows(_ range: Range<Int>) -> Rows {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return Rows(base: base + range.lowerBound * stride, count: range.count, width: width, stride: stride)
    }

    /// Some of the columns of all rows.
    public func columns(_ range: Range<Int>) -> Rows {
        precondition(range.lowerBound >= 0 && range.upperBound <= width)
        return Rows(base: base + range.lowerBound, count: count, width: range.count, stride: stride)
    }

    /// A copy of one row.
    public func values(row: Int) -> [Float] {
        precondition(row >= 0 && row < count)
        return Array(UnsafeBufferPointer(start: self[row], count: width))
    }

    /// Copies values into one row.
    public func set(row: Int, _ values: [Float]) {
        precondition(row >= 0 && row < count && values.count == width)
        for (column, value) in values.enumerated() { self[row][column] = value }
    }

    /// Copies rows from another matrix of the same width: row i here is row `indices[i]` there.
    public func gather(_ source: Rows, _ indices: [Int32]) {
        precondition(indices.count <= count && source.width == width)
        for (row, index) in indices.enumerated() {
            precondition(index >= 0 && Int(index) < source.count)
            self[row].update(from: source[Int(index)], count: width)
        }
    }
}
