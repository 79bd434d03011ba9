/// How confidences are kept and combined.
public enum Confidence {
    /// The highest confidence an edge can have: no number of passages makes a relation certain.
    public static let ceiling = 0.99

    /// The value in 0...1 with four decimals, so that it is written and read without change.
    public static func rounded(_ value: Double) -> Double {
        guard value.isFinite else { return 0 }
        return (min(1, max(0, value)) * 10_000).rounded() / 10_000
    }

    /// How likely it is that at least one of independent passages holds: `1 - prod(1 - c)`, at most `ceiling`.
    public static func combined(_ values: [Double]) -> Double {
        let none = values.reduce(1) { $0 * (1 - min(1, max(0, $1))) }
        return rounded(min(ceiling, 1 - none))
    }
}
