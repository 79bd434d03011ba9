/// How many insertions, deletions, replacements and swaps of neighbors turn one word into another.
public enum EditDistance {
    /// The optimal string alignment distance of two byte strings, or nil where it is more than `limit`.
    public static func between(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
        if abs(a.count - b.count) > limit { return nil }
        var older = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var current = [i + 1]
            current.reserveCapacity(b.count + 1)
            for j in 0..<b.count {
                var best = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, older[j - 1] + 1) }
                current.append(best)
            }
            if (current.min() ?? 0) > limit { return nil }
            older = previous
            previous = current
        }
        let distance = previous[b.count]
        return distance <= limit ? distance : nil
    }
}
