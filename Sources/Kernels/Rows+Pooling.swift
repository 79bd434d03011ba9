// Sums, means and maxima over rows; every width here is a multiple of sixteen.
extension Rows {
    /// Sets all values of a row to zero.
    public func clear(row: Int) {
        precondition(row >= 0 && row < count)
        self[row].update(repeating: 0, count: width)
    }

    /// Adds to a row the mean of some rows of another matrix of the same width; of none, nothing.
    public func addMean(of source: Rows, _ rows: Range<Int>, toRow row: Int) {
        check(source, row)
        precondition(rows.lowerBound >= 0 && rows.upperBound <= source.count)
        guard !rows.isEmpty else { return }
        let factor = 1 / Float(rows.count)
        each(row) { column in
            var sum = load(source[rows.lowerBound] + column)
            for other in rows.dropFirst() { sum += load(source[other] + column) }
            return sum * factor
        }
    }

    /// Adds to a row the column-wise maximum of some rows of another matrix of the same width; of none, nothing.
    public func addMaximum(of source: Rows, _ rows: some RandomAccessCollection<Int>, toRow row: Int) {
        check(source, row)
        precondition(rows.allSatisfy { $0 >= 0 && $0 < source.count })
        guard let first = rows.first else { return }
        each(row) { column in
            var top = load(source[first] + column)
            for other in rows.dropFirst() { top = larger(top, load(source[other] + column)) }
            return top
        }
    }

    private func check(_ source: Rows, _ row: Int) {
        precondition(width % 16 == 0 && source.width == width && row >= 0 && row < count)
    }

    @inline(__always)
    private func each(_ row: Int, _ value: (Int) -> Lanes) {
        let line = self[row]
        var column = 0
        while column < width {
            store(load(line + column) + value(column), line + column)
            column &+= 16
        }
    }

    /// Turns every row into probabilities.
    public func softmax() {
        for row in 0..<count { Kernels.softmax(self[row], count: width) }
    }
}
