// Sums, means and maxima over rows.
extension Rows {
    /// Sets all values of a row to zero.
    public func clear(row: Int) {
        precondition(row >= 0 && row < count)
        self[row].update(repeating: 0, count: width)
    }

    /// Adds to a row the mean of some rows of another matrix of the same width; of none, nothing.
    public func addMean(of source: Rows, _ rows: Range<Int>, toRow row: Int) {
        precondition(source.width == width && row >= 0 && row < count)
        precondition(rows.lowerBound >= 0 && rows.upperBound <= source.count)
        let factor = 1 / Float(Swift.max(rows.count, 1))
        let line = self[row]
        for other in rows {
            let values = source[other]
            for column in 0..<width { line[column] += values[column] * factor }
        }
    }

    /// Adds to a row the column-wise maximum of some rows of another matrix of the same width; of none, nothing.
    public func addMaximum(
        of source: Rows, _ rows: some RandomAccessCollection<Int>, toRow row: Int, _ workspace: Workspace
    ) {
        precondition(source.width == width && row >= 0 && row < count)
        precondition(rows.allSatisfy { $0 >= 0 && $0 < source.count })
        guard let first = rows.first else { return }
        let top = workspace.buffer(.line, Float.self, count: width)
        top.update(from: source[first], count: width)
        for other in rows.dropFirst() {
            let values = source[other]
            for column in 0..<width { top[column] = values[column] > top[column] ? values[column] : top[column] }
        }
        let line = self[row]
        for column in 0..<width { line[column] += top[column] }
    }
}
