/// Rows of activations as unsigned bytes around a zero point of 128, each row with a scale of its own.
///
/// Row r stands for `(code - 128) * scale[r]`, with codes 1...255.
struct QuantizedRows {
    /// The codes, row by row.
    let codes: UnsafeMutablePointer<UInt8>
    /// One scale per row.
    let scales: UnsafeMutablePointer<Float>
    /// The number of rows.
    let count: Int
    /// The number of values of a row.
    let width: Int

    /// Makes room for rows in a workspace.
    init(_ workspace: Workspace, count: Int, width: Int) {
        codes = workspace.buffer(.codes, UInt8.self, count: count * width)
        scales = workspace.buffer(.codeScales, Float.self, count: count)
        self.count = count
        self.width = width
    }

    /// Copies rows that are quantized already into a workspace.
    init(_ workspace: Workspace, _ values: QuantizedValues) {
        self.init(workspace, count: values.scales.count, width: values.width)
        for (index, code) in values.codes.enumerated() { codes[index] = code }
        for (index, scale) in values.scales.enumerated() { scales[index] = scale }
    }

    /// Quantizes rows of floats into rows starting at `first`.
    func set(_ rows: Rows, from first: Int = 0) {
        for row in 0..<rows.count {
            set(row: first &+ row, rows[row])
        }
    }

    /// Quantizes one row; the width must be a multiple of sixteen.
    @inline(__always)
    func set(row: Int, _ values: UnsafePointer<Float>) {
        var top = Lanes()
        var column = 0
        while column < width {
            top = larger(top, magnitude(load(values + column)))
            column &+= 16
        }
        set(row: row, values, largest: largest(top))
    }

    /// Quantizes one row whose largest magnitude is known.
    @inline(__always)
    func set(row: Int, _ values: UnsafePointer<Float>, largest: Float) {
        let target = codes + row &* width
        let bounded = Swift.max(largest, Float.leastNormalMagnitude * 256)
        scales[row] = bounded / 127
        let factor = Lanes(repeating: 127 / bounded)
        // The sum with 1.5·2^23 + 128 holds the nearest whole number, zero point included, in its low byte.
        let shift = Lanes(repeating: 12_582_912 + 128)
        var column = 0
        while column < width {
            let shifted = bits(load(values + column) * factor + shift)
            let code = SIMD16<UInt8>(truncatingIfNeeded: shifted)
            UnsafeMutableRawPointer(target + column).storeBytes(of: code, as: SIMD16<UInt8>.self)
            column &+= 16
        }
    }
}
