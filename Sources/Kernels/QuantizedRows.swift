import CVectors

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
        values.codes.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { codes.update(from: base, count: source.count) }
        }
        values.scales.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { scales.update(from: base, count: source.count) }
        }
    }

    /// Quantizes rows of floats into rows starting at `first`.
    func set(_ rows: Rows, from first: Int = 0) {
        for row in 0..<rows.count {
            set(row: first &+ row, rows[row])
        }
    }

    /// Quantizes one row.
    @inline(__always)
    func set(row: Int, _ values: UnsafePointer<Float>) {
        scales[row] = entente_quantize(values, width, codes + row &* width)
    }
}
