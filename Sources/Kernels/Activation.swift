// Functions of single floats, written so that a plain loop over them becomes vector instructions: a comparison and a
// choice is one minimum or maximum, and nothing is called. Loops over buffers are the faster form here: vector types
// of the standard library choose lanes with three instructions where the processor has one.

/// The Gaussian error linear unit, x·Φ(x), within 1e-5.
///
/// It is max(x, 0) - g(|x|) with g(a) = a·(1 - Φ(a)), which dies away; a polynomial fitted to g on 0...4.5 (least
/// largest error) stands for it, and beyond 4.5 its last value (under 1e-5 as well).
@inline(__always)
func gelu(_ x: Float) -> Float {
    let magnitude = magnitude(x)
    let a = magnitude < 4.5 ? magnitude : 4.5
    let t = a * (2 / 4.5) - 1
    var p: Float = 0.004002122674137354
    p = p * t + -0.02372228354215622
    p = p * t + 0.02266664057970047
    p = p * t + 0.05763956904411316
    p = p * t + -0.12558914721012115
    p = p * t + 0.03291860967874527
    p = p * t + 0.15593360364437103
    p = p * t + -0.24560430645942688
    p = p * t + 0.18092063069343567
    p = p * t + -0.0713857114315033
    p = p * t + 0.012222041375935078
    return (x > 0 ? x : 0) - a * p
}

/// The value without its sign.
@inline(__always)
func magnitude(_ x: Float) -> Float { Float(bitPattern: x.bitPattern & 0x7FFF_FFFF) }

/// The exponential of a value in -80...0, within a few parts in a million; lower values count as -80.
@inline(__always)
func exponential(_ x: Float) -> Float {
    let y = (x > -80 ? x : -80) * 1.442_695_04
    // Adding 1.5·2^23 leaves the nearest whole number in the low bits.
    let shifted = y + 12_582_912
    let f = y - (shifted - 12_582_912)
    // 2^f on -0.5...0.5.
    var p: Float = 0.001_327_647
    p = p * f + 0.009_675_541
    p = p * f + 0.055_507_135
    p = p * f + 0.240_221_2
    p = p * f + 0.693_146_94
    p = p * f + 1.000_000_1
    return Float(bitPattern: p.bitPattern &+ (shifted.bitPattern &<< 23))
}

/// The largest of some values, at least one.
@inline(__always)
func largest(_ values: UnsafePointer<Float>, count: Int) -> Float {
    var top = SIMD4<Float>(repeating: values[0])
    var index = 0
    while index &+ 4 <= count {
        let next = UnsafeRawPointer(values + index).loadUnaligned(as: SIMD4<Float>.self)
        top = SIMD4(
            next.x > top.x ? next.x : top.x, next.y > top.y ? next.y : top.y, next.z > top.z ? next.z : top.z,
            next.w > top.w ? next.w : top.w)
        index &+= 4
    }
    var best = Swift.max(Swift.max(top.x, top.y), Swift.max(top.z, top.w))
    while index < count {
        best = values[index] > best ? values[index] : best
        index &+= 1
    }
    return best
}

/// The sum of some values in a fixed order: sixteen sums side by side, then their halves, then the rest.
@inline(__always)
func sum(_ values: UnsafePointer<Float>, count: Int) -> Float {
    var lanes = Lanes()
    var index = 0
    while index &+ 16 <= count {
        lanes += load(values + index)
        index &+= 16
    }
    var result = total(lanes)
    while index < count {
        result += values[index]
        index &+= 1
    }
    return result
}

/// Turns values into probabilities in place.
@inline(__always)
func softmax(_ values: UnsafeMutablePointer<Float>, count: Int) {
    let peak = largest(values, count: count)
    for index in 0..<count { values[index] = exponential(values[index] - peak) }
    let factor = 1 / sum(values, count: count)
    for index in 0..<count { values[index] *= factor }
}

extension Rows {
    /// Applies the Gaussian error linear unit to every value in place.
    public func applyGELU() {
        for row in 0..<count {
            let line = self[row]
            for column in 0..<width { line[column] = gelu(line[column]) }
        }
    }

    /// Turns every row into probabilities in place.
    public func applySoftmax() {
        guard width > 0 else { return }
        for row in 0..<count { softmax(self[row], count: width) }
    }
}
