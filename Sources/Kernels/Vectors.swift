// Loads, stores and conversions of sixteen floats, the step of every elementwise kernel.
//
// All arithmetic here is multiplication and addition of single floats, lane by lane, never fused: the lanes
// give the same bits whatever width of register the compiler chooses, and no function of the C library (whose
// results depend on the processor) is called.

/// Sixteen floats.
typealias Lanes = SIMD16<Float>

/// Reads sixteen floats from anywhere.
@inline(__always)
func load(_ address: UnsafePointer<Float>) -> Lanes {
    UnsafeRawPointer(address).loadUnaligned(as: Lanes.self)
}

/// Writes sixteen floats to anywhere.
@inline(__always)
func store(_ value: Lanes, _ address: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(address).storeBytes(of: value, as: Lanes.self)
}

/// Adds the lanes in one fixed order, halves upon halves.
@inline(__always)
func total(_ value: Lanes) -> Float {
    let eight = value.lowHalf + value.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
}

/// The largest lane.
@inline(__always)
func largest(_ value: Lanes) -> Float {
    let eight = pointwiseLarger(value.lowHalf, value.highHalf)
    let four = pointwiseLarger(eight.lowHalf, eight.highHalf)
    let two = pointwiseLarger(four.lowHalf, four.highHalf)
    return Swift.max(two.x, two.y)
}

@inline(__always)
private func pointwiseLarger<V: SIMD>(_ a: V, _ b: V) -> V where V.Scalar == Float {
    a.replacing(with: b, where: b .> a)
}

/// Lane by lane, the larger of two.
@inline(__always)
func larger(_ a: Lanes, _ b: Lanes) -> Lanes {
    a.replacing(with: b, where: b .> a)
}

/// Lane by lane, the smaller of two.
@inline(__always)
func smaller(_ a: Lanes, _ b: Lanes) -> Lanes {
    a.replacing(with: b, where: b .< a)
}

/// Lane by lane, without the sign.
@inline(__always)
func magnitude(_ a: Lanes) -> Lanes {
    Lanes(bits: bits(a) & SIMD16<UInt32>(repeating: 0x7FFF_FFFF))
}

/// The bit patterns of the lanes.
@inline(__always)
func bits(_ a: Lanes) -> SIMD16<UInt32> {
    unsafeBitCast(a, to: SIMD16<UInt32>.self)
}

extension SIMD16 where Scalar == Float {
    /// Makes lanes from their bit patterns.
    @inline(__always)
    init(bits: SIMD16<UInt32>) {
        self = unsafeBitCast(bits, to: SIMD16<Float>.self)
    }
}
