/// All dot products of two sets of rows: `output[i, j] = scale · left[i] · right[j]`.
///
/// Every product is summed over its terms in order, so it depends on its two rows alone.
///
/// - Parameters:
///   - left: rows of some width.
///   - right: rows of the same width.
///   - output: a matrix of `left.count` rows and at least `right.count` columns, its stride a multiple of eight; columns
///     up to the next multiple of eight are overwritten too.
///   - keys: room for the transposed right rows, `width * columns` floats.
@inline(__always)
func multiply(
    _ left: Rows, _ right: Rows, scale: Float, to output: Rows, keys: UnsafeMutablePointer<Float>
) {
    let columns = (right.count &+ 7) & ~7
    transpose(right, columns: columns, scale: scale, to: keys)
    var row = 0
    while row &+ 4 <= left.count {
        multiplyFour(left, row, keys, columns, to: output)
        row &+= 4
    }
    while row < left.count {
        multiplyOne(left, row, keys, columns, to: output)
        row &+= 1
    }
}

@inline(__always)
private func load8(_ address: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(address).loadUnaligned(as: SIMD8<Float>.self)
}

@inline(__always)
private func store8(_ value: SIMD8<Float>, _ address: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(address).storeBytes(of: value, as: SIMD8<Float>.self)
}

private func transpose(_ rows: Rows, columns: Int, scale: Float, to keys: UnsafeMutablePointer<Float>) {
    for term in 0..<rows.width {
        let line = keys + term &* columns
        for column in 0..<rows.count { line[column] = rows[column][term] * scale }
        for column in rows.count..<columns { line[column] = 0 }
    }
}

@inline(__always)
private func multiplyFour(_ left: Rows, _ row: Int, _ keys: UnsafePointer<Float>, _ columns: Int, to output: Rows) {
    let (a, b, c, d) = (left[row], left[row &+ 1], left[row &+ 2], left[row &+ 3])
    var column = 0
    while column < columns {
        var (w, x, y, z) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
        var key = keys + column
        for term in 0..<left.width {
            let value = load8(key)
            w += value * a[term]
            x += value * b[term]
            y += value * c[term]
            z += value * d[term]
            key += columns
        }
        store8(w, output[row] + column)
        store8(x, output[row &+ 1] + column)
        store8(y, output[row &+ 2] + column)
        store8(z, output[row &+ 3] + column)
        column &+= 8
    }
}

@inline(__always)
private func multiplyOne(_ left: Rows, _ row: Int, _ keys: UnsafePointer<Float>, _ columns: Int, to output: Rows) {
    let a = left[row]
    var column = 0
    while column < columns {
        var w = SIMD8<Float>()
        for term in 0..<left.width { w += load8(keys + (term &* columns &+ column)) * a[term] }
        store8(w, output[row] + column)
        column &+= 8
    }
}

/// Sums of rows by weights: `output[i] = Σ_j weights[i, j] · values[j]`, over j in order.
///
/// - Parameters:
///   - weights: a matrix with at least `values.count` columns.
///   - values: rows whose width is a multiple of eight.
///   - output: `weights.count` rows of the width of `values`.
@inline(__always)
func mix(_ weights: Rows, _ values: Rows, to output: Rows) {
    var row = 0
    while row &+ 4 <= weights.count {
        mixFour(weights, row, values, to: output)
        row &+= 4
    }
    while row < weights.count {
        mixOne(weights, row, values, to: output)
        row &+= 1
    }
}

@inline(__always)
private func mixFour(_ weights: Rows, _ row: Int, _ values: Rows, to output: Rows) {
    let (a, b, c, d) = (weights[row], weights[row &+ 1], weights[row &+ 2], weights[row &+ 3])
    var column = 0
    while column < values.width {
        var (w, x, y, z) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
        var source = values.base + column
        for term in 0..<values.count {
            let value = load8(source)
            w += value * a[term]
            x += value * b[term]
            y += value * c[term]
            z += value * d[term]
            source += values.stride
        }
        store8(w, output[row] + column)
        store8(x, output[row &+ 1] + column)
        store8(y, output[row &+ 2] + column)
        store8(z, output[row &+ 3] + column)
        column &+= 8
    }
}

@inline(__always)
private func mixOne(_ weights: Rows, _ row: Int, _ values: Rows, to output: Rows) {
    let a = weights[row]
    var column = 0
    while column < values.width {
        var w = SIMD8<Float>()
        for term in 0..<values.count { w += load8(values[term] + column) * a[term] }
        store8(w, output[row] + column)
        column &+= 8
    }
}

/// The arc scores of a sentence: `output[d, h] = left[d] · right[h]`.
public func dotProducts(_ left: Rows, _ right: Rows, to output: Rows, _ workspace: Workspace) {
    let columns = (right.count + 7) & ~7
    precondition(left.width == right.width && output.count >= left.count && output.stride >= columns)
    let keys = workspace.buffer(.keys, Float.self, count: right.width * columns)
    multiply(left, right, scale: 1, to: output, keys: keys)
}
