/// The Gaussian error linear unit of sixteen values, x·Φ(x), within 1e-5.
///
/// It is max(x, 0) - g(|x|) with g(a) = a·(1 - Φ(a)), which dies away; a polynomial fitted to g on 0...4.5 (least
/// largest error) stands for it, and beyond 4.5 its last value (under 1e-5 as well).
@inline(__always)
func gelu(_ x: Lanes) -> Lanes {
    let a = smaller(magnitude(x), Lanes(repeating: 4.5))
    let t = a * Lanes(repeating: 2 / 4.5) - Lanes(repeating: 1)
    var p = Lanes(repeating: 0.004002122674137354)
    p = p * t + Lanes(repeating: -0.02372228354215622)
    p = p * t + Lanes(repeating: 0.02266664057970047)
    p = p * t + Lanes(repeating: 0.05763956904411316)
    p = p * t + Lanes(repeating: -0.12558914721012115)
    p = p * t + Lanes(repeating: 0.03291860967874527)
    p = p * t + Lanes(repeating: 0.15593360364437103)
    p = p * t + Lanes(repeating: -0.24560430645942688)
    p = p * t + Lanes(repeating: 0.18092063069343567)
    p = p * t + Lanes(repeating: -0.0713857114315033)
    p = p * t + Lanes(repeating: 0.012222041375935078)
    return larger(x, Lanes()) - a * p
}

/// The exponential of sixteen values in -80...0, within a few parts in a million; lower values count as -80.
@inline(__always)
func exponential(_ x: Lanes) -> Lanes {
    let y = larger(x, Lanes(repeating: -80)) * Lanes(repeating: 1.442_695_04)
    // Adding 1.5·2^23 leaves the nearest whole number in the low bits.
    let shifted = y + Lanes(repeating: 12_582_912)
    let f = y - (shifted - Lanes(repeating: 12_582_912))
    // 2^f on -0.5...0.5.
    var p = Lanes(repeating: 0.001_327_647)
    p = p * f + Lanes(repeating: 0.009_675_541)
    p = p * f + Lanes(repeating: 0.055_507_135)
    p = p * f + Lanes(repeating: 0.240_221_2)
    p = p * f + Lanes(repeating: 0.693_146_94)
    p = p * f + Lanes(repeating: 1.000_000_1)
    return Lanes(bits: bits(p) &+ (bits(shifted) &<< 23))
}

/// Turns values into probabilities in place.
public func softmax(_ values: UnsafeMutablePointer<Float>, count: Int) {
    guard count > 0 else { return }
    var top = values[0]
    for index in 0..<count where values[index] > top { top = values[index] }
    let peak = Lanes(repeating: top)
    var sum: Float = 0
    var index = 0
    while index &+ 16 <= count {
        let value = exponential(load(values + index) - peak)
        store(value, values + index)
        sum += total(value)
        index &+= 16
    }
    while index < count {
        values[index] = exponential(Lanes(repeating: values[index]) - peak)[0]
        sum += values[index]
        index &+= 1
    }
    for index in 0..<count { values[index] /= sum }
}

/// Applies the Gaussian error linear unit to every value of a matrix in place.
public func gelu(_ rows: Rows) {
    for row in 0..<rows.count {
        let line = rows[row]
        var column = 0
        while column &+ 16 <= rows.width {
            store(gelu(load(line + column)), line + column)
            column &+= 16
        }
        while column < rows.width {
            line[column] = gelu(Lanes(repeating: line[column]))[0]
            column &+= 1
        }
    }
}
