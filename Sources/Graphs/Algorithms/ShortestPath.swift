extension Network {
    /// The nodes of a path with the fewest arcs, both ends included, or nil; of equal ones the one through the smallest
    /// nodes. Breadth-first search, O(nodes + arcs).
    public func shortestPath(from start: Int, to goal: Int) -> [Int]? {
        var previous = [Int](repeating: -1, count: count)
        previous[start] = start
        var queue = [start]
        var at = 0
        while at < queue.count, previous[goal] < 0 {
            let node = queue[at]
            at += 1
            for arc in arcs(of: node) where previous[heads[arc]] < 0 {
                previous[heads[arc]] = node
                queue.append(heads[arc])
            }
        }
        return previous[goal] < 0 ? nil : Self.path(to: goal, from: start, previous)
    }

    /// The path with the least sum of `cost` over its arcs and that sum, or nil. Dijkstra's algorithm with a binary heap,
    /// O((nodes + arcs) log nodes). Costs must not be negative.
    public func cheapestPath(
        from start: Int, to goal: Int, cost: (_ weight: Double) -> Double
    ) -> (nodes: [Int], cost: Double)? {
        var distance = [Double](repeating: .infinity, count: count)
        var previous = [Int](repeating: -1, count: count)
        distance[start] = 0
        previous[start] = start
        var heap = MinimumHeap()
        heap.push(0, start)
        while let (reached, node) = heap.pop() {
            if node == goal { return (Self.path(to: goal, from: start, previous), reached) }
            if reached > distance[node] { continue }
            for arc in arcs(of: node) {
                let next = reached + max(0, cost(weights[arc]))
                if next < distance[heads[arc]] {
                    distance[heads[arc]] = next
                    previous[heads[arc]] = node
                    heap.push(next, heads[arc])
                }
            }
        }
        return nil
    }

    private static func path(to goal: Int, from start: Int, _ previous: [Int]) -> [Int] {
        var path = [goal]
        var node = goal
        while node != start {
            node = previous[node]
            path.append(node)
        }
        return path.reversed()
    }
}

/// A binary heap of costs and nodes; the smallest cost first, of equal ones the smallest node.
struct MinimumHeap {
    private var items: [(Double, Int)] = []

    mutating func push(_ cost: Double, _ node: Int) {
        items.append((cost, node))
        var at = items.count - 1
        while at > 0, items[at] < items[(at - 1) / 2] {
            items.swapAt(at, (at - 1) / 2)
            at = (at - 1) / 2
        }
    }

    mutating func pop() -> (Double, Int)? {
        guard let first = items.first else { return nil }
        items.swapAt(0, items.count - 1)
        items.removeLast()
        var at = 0
        while true {
            var smallest = at
            for child in [2 * at + 1, 2 * at + 2] where child < items.count && items[child] < items[smallest] {
                smallest = child
            }
            if smallest == at { return first }
            items.swapAt(at, smallest)
            at = smallest
        }
    }
}
