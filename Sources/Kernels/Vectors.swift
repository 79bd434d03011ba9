// Sixteen floats at a time.
//
// All arithmetic of this module and of CVectors is multiplication and addition of single floats, never fused, and its
// order is written out: the results have the same bits whatever instructions are chosen, and no function of the C
// library (whose results depend on the processor) is called.

/// Sixteen floats.
typealias Lanes = SIMD16<Float>

/// Reads sixteen floats from anywhere.
@inline(__always)
func load(_ address: UnsafePointer<Float>) -> Lanes {
    UnsafeRawPointer(address).loadUnaligned(as: Lanes.self)
}

/// Adds the lanes in one fixed order, halves upon halves.
@inline(__always)
func total(_ value: Lanes) -> Float {
    let eight = value.lowHalf + value.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
}
