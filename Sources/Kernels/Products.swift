import CVectors

/// All dot products of two sets of rows: `output[i, j] = scale · left[i] · right[j]`.
///
/// Every product is summed over its terms in order, so it depends on its two rows alone.
///
/// - Parameters:
///   - left: rows of some width.
///   - right: rows of the same width.
///   - scale: a factor for all products.
///   - output: a matrix of `left.count` rows whose stride holds `right.count` rounded up to a multiple of eight; the
///     columns up to there are overwritten too.
///   - keys: room for the transposed right rows, `width * columns` floats.
func multiply(_ left: Rows, _ right: Rows, scale: Float, to output: Rows, keys: UnsafeMutablePointer<Float>) {
    let columns = (right.count + 7) & ~7
    multiply(left, right, columns: columns, scale: scale, to: output, keys: keys)
}

/// The same, with zeros in the columns behind `right.count`, up to a multiple of eight.
func multiply(
    _ left: Rows, _ right: Rows, columns: Int, scale: Float, to output: Rows, keys: UnsafeMutablePointer<Float>
) {
    precondition(right.width % 8 == 0 && left.width == right.width && columns % 8 == 0 && columns >= right.count)
    entente_transpose(right.base, right.stride, right.count, right.width, scale, keys, columns)
    entente_products(left.base, left.stride, left.count, keys, left.width, columns, output.base, output.stride)
}

/// Sums of rows by weights: `output[i] = Σ_j weights[i, j] · values[j]`, over j in order.
///
/// - Parameters:
///   - weights: a matrix with at least `values.count` columns.
///   - values: rows whose width is a multiple of eight.
///   - output: `weights.count` rows of the width of `values`.
func mix(_ weights: Rows, _ values: Rows, to output: Rows) {
    entente_mix(
        weights.base, weights.stride, weights.count, values.base, values.stride, values.count, values.width,
        output.base, output.stride)
}

/// The arc scores of a sentence: `output[d, h] = left[d] · right[h]`.
public func dotProducts(_ left: Rows, _ right: Rows, to output: Rows, _ workspace: Workspace) {
    let columns = (right.count + 7) & ~7
    precondition(left.width == right.width && output.count >= left.count && output.stride >= columns)
    let keys = workspace.buffer(.keys, Float.self, count: right.width * columns)
    multiply(left, right, scale: 1, to: output, keys: keys)
}
