extension Network {
    /// The share of time that a walker spends at each node who follows an arc with the probability `damping` (in
    /// proportion to weights) and otherwise goes anywhere; from a node without arcs always anywhere. Adds up to 1.
    ///
    /// Power iteration until the change over all nodes is below `count * tolerance`, at most `limit` rounds.
    public func pageRank(damping: Double = 0.85, tolerance: Double = 1e-10, limit: Int = 1_000) -> [Double] {
        guard count > 0 else { return [] }
        let even = 1 / Double(count)
        let totals = (0..<count).map { node in arcs(of: node).reduce(0) { $0 + weights[$1] } }
        var ranks = [Double](repeating: even, count: count)
        for _ in 0..<limit {
            let next = step(ranks, totals, damping)
            var change = 0.0
            for node in 0..<count { change += abs(next[node] - ranks[node]) }
            ranks = next
            if change < Double(count) * tolerance { break }
        }
        return ranks
    }

    private func step(_ ranks: [Double], _ totals: [Double], _ damping: Double) -> [Double] {
        var dangling = 0.0
        for node in 0..<count where totals[node] == 0 { dangling += ranks[node] }
        let base = (1 - damping + damping * dangling) / Double(count)
        var next = [Double](repeating: base, count: count)
        for node in 0..<count where totals[node] > 0 {
            let share = damping * ranks[node] / totals[node]
            for arc in arcs(of: node) { next[heads[arc]] += share * weights[arc] }
        }
        return next
    }
}
