/// A tensor of signed bytes in a model's memory.
struct ByteTensor: Sendable {
    let memory: ModelMemory
    let start: Int
    let shape: [Int]

    /// The first value.
    @inline(__always)
    var base: UnsafePointer<Int8> {
        // The model file has checked that the tensor lies within the memory, which is not empty then.
        (memory.bytes.baseAddress.unsafelyUnwrapped + start).assumingMemoryBound(to: Int8.self)
    }

    /// Some of the rows of a matrix.
    func rows(_ range: Range<Int>) -> ByteTensor {
        ByteTensor(memory: memory, start: start + range.lowerBound * shape[1], shape: [range.count, shape[1]])
    }

    /// The sum of a row's values and their largest magnitude.
    func sumAndLargest(row: Int) -> (sum: Int32, largest: Int) {
        let width = shape[1]
        var sum: Int32 = 0
        var least: Int8 = 0
        var greatest: Int8 = 0
        for value in UnsafeBufferPointer(start: base + row * width, count: width) {
            sum &+= Int32(value)
            least = min(least, value)
            greatest = max(greatest, value)
        }
        return (sum, max(-Int(least), Int(greatest)))
    }
}

/// A tensor of floats in a model's memory.
struct FloatTensor: Sendable {
    let memory: ModelMemory
    let start: Int
    let shape: [Int]

    /// The first value.
    @inline(__always)
    var base: UnsafePointer<Float> {
        // As with bytes.
        (memory.bytes.baseAddress.unsafelyUnwrapped + start).assumingMemoryBound(to: Float.self)
    }

    /// Some of the values of a vector.
    func rows(_ range: Range<Int>) -> FloatTensor {
        FloatTensor(memory: memory, start: start + range.lowerBound * 4, shape: [range.count])
    }
}
