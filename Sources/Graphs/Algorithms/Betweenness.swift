extension Network {
    /// For every node the share of pairs of other nodes whose shortest paths (fewest arcs) lead through it, each path of a
    /// pair counting in equal parts (Brandes, 2001). O(nodes * arcs).
    ///
    /// - Parameter samples: at most so many start nodes, spread evenly, for graphs too large for all; the result is then
    ///   scaled up.
    public func betweenness(samples: Int = .max) -> [Double] {
        var scores = [Double](repeating: 0, count: count)
        guard count > 2 else { return scores }
        let used = min(count, max(1, samples))
        var state = BrandesState(count)
        for sample in 0..<used { state.add(from: sample * count / used, in: self, to: &scores) }
        let pairs = Double(count - 1) * Double(count - 2) * Double(used) / Double(count)
        return scores.map { $0 / pairs }
    }
}

/// What Brandes' algorithm keeps per start node; made once and emptied after each.
private struct BrandesState {
    private var distance: [Int]
    private var paths: [Double]
    private var dependency: [Double]
    private var order: [Int] = []

    init(_ count: Int) {
        distance = [Int](repeating: -1, count: count)
        paths = [Double](repeating: 0, count: count)
        dependency = [Double](repeating: 0, count: count)
    }

    mutating func add(from start: Int, in network: Network, to scores: inout [Double]) {
        search(from: start, in: network)
        for node in order.reversed() {
            for arc in network.arcs(of: node) where distance[network.heads[arc]] == distance[node] + 1 {
                let next = network.heads[arc]
                dependency[node] += paths[node] / paths[next] * (1 + dependency[next])
            }
            if node != start { scores[node] += dependency[node] }
        }
        for node in order {
            distance[node] = -1
            paths[node] = 0
            dependency[node] = 0
        }
        order.removeAll(keepingCapacity: true)
    }

    private mutating func search(from start: Int, in network: Network) {
        distance[start] = 0
        paths[start] = 1
        order.append(start)
        var at = 0
        while at < order.count {
            let node = order[at]
            at += 1
            for arc in network.arcs(of: node) {
                let next = network.heads[arc]
                if distance[next] < 0 {
                    distance[next] = distance[node] + 1
                    order.append(next)
                }
                if distance[next] == distance[node] + 1 { paths[next] += paths[node] }
            }
        }
    }
}
