import CVectors

// Sums, means and maxima over rows, whose width is a multiple of sixteen.
extension Rows {
    /// Sets all values of a row to zero.
    public func clear(row: Int) {
        precondition(row >= 0 && row < count)
        self[row].update(repeating: 0, count: width)
    }

    /// Adds to a row the mean of some rows of another matrix of the same width; of none, nothing.
    public func addMean(of source: Rows, _ rows: Range<Int>, toRow row: Int) {
        precondition(source.width == width && width % 16 == 0 && row >= 0 && row < count)
        precondition(rows.lowerBound >= 0 && rows.upperBound <= source.count)
        guard !rows.isEmpty else { return }
        entente_add_mean(
            source[rows.lowerBound], source.stride, rows.count, width, 1 / Float(rows.count), self[row])
    }

    /// Adds to a row the column-wise maximum of some rows of another matrix of the same width; of none, nothing.
    public func addMaximum(of source: Rows, _ rows: [Int], toRow row: Int) {
        precondition(source.width == width && width % 16 == 0 && row >= 0 && row < count)
        for other in rows { precondition(other >= 0 && other < source.count) }
        rows.withUnsafeBufferPointer { numbers in
            guard let first = numbers.baseAddress, !numbers.isEmpty else { return }
            entente_add_maximum(source.base, source.stride, first, numbers.count, width, self[row])
        }
    }
}
