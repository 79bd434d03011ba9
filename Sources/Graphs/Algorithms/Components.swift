extension Network {
    /// The groups of nodes that are connected, direction aside: the largest first, of equal ones the one with the smallest
    /// node; nodes in order. Union-find, O(arcs) in practice.
    public func components() -> [[Int]] {
        var parent = Array(0..<count)
        for node in 0..<count {
            for arc in arcs(of: node) { Self.join(node, heads[arc], &parent) }
        }
        var groups: [Int: [Int]] = [:]
        for node in 0..<count { groups[Self.root(node, &parent), default: []].append(node) }
        return groups.values.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
    }

    private static func root(_ node: Int, _ parent: inout [Int]) -> Int {
        var node = node
        while parent[node] != node {
            parent[node] = parent[parent[node]]
            node = parent[node]
        }
        return node
    }

    private static func join(_ a: Int, _ b: Int, _ parent: inout [Int]) {
        let x = root(a, &parent)
        let y = root(b, &parent)
        if x != y { parent[max(x, y)] = min(x, y) }
    }
}
