/// Random numbers that are the same in every run.
public struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    /// Starts from a seed.
    public init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// The next number.
    public mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// A number in -1...1.
    public mutating func unit() -> Float { Float.random(in: -1...1, using: &self) }

    /// Numbers in -bound...bound.
    public mutating func floats(_ count: Int, bound: Float = 1) -> [Float] { (0..<count).map { _ in unit() * bound } }
}
