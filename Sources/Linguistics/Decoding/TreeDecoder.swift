/// Finds the best dependency tree of a sentence: the maximum spanning tree with exactly one root.
///
/// Chu and Liu's and Edmonds' algorithm, by contraction, in time quadratic in the number of words and without recursion.
enum TreeDecoder {
    /// The head of every word, -1 for the root.
    ///
    /// - Parameters:
    ///   - scores: for every word a line of `count + 1` scores: of being the root, then of each word as its head.
    ///   - count: the number of words.
    static func heads(scores: [Float], count: Int) -> [Int] {
        precondition(scores.count == count * (count + 1))
        guard count > 1 else { return [Int](repeating: -1, count: count) }
        let greedy = best(scores, count)
        if isTree(greedy) { return greedy }
        var contraction = Contraction(scores: scores, count: count)
        return contraction.heads()
    }

    /// Every word's best head by itself.
    private static func best(_ scores: [Float], _ count: Int) -> [Int] {
        scores.withUnsafeBufferPointer { scores in
            (0..<count).map { word in
                let line = word &* (count &+ 1)
                var best = 0
                for head in 1...count where scores[line &+ head] > scores[line &+ best] && head != word &+ 1 {
                    best = head
                }
                return best - 1
            }
        }
    }

    /// True where the heads make a tree with one root.
    private static func isTree(_ heads: [Int]) -> Bool {
        guard heads.count(where: { $0 < 0 }) == 1 else { return false }
        var visit = [Int](repeating: -1, count: heads.count)
        for word in heads.indices {
            var at = word
            while at >= 0, visit[at] < 0 {
                visit[at] = word
                at = heads[at]
            }
            if at >= 0, visit[at] == word { return false }
        }
        return true
    }
}

/// The graph of a sentence while its cycles are contracted; node 0 is the root, node i + 1 is word i.
private struct Contraction {
    /// The number of nodes at first; a contracted cycle takes the place ("slot") of one of its members.
    private let size: Int
    /// `weights[d * size + h]`: what the edge from slot h to slot d is worth.
    private var weights: [Double]
    /// The edge of the sentence behind each weight, as dependent * size + head.
    private var edges: [Int]
    /// The node that a slot holds now.
    private var nodes: [Int]
    private var isActive: [Bool]
    private var isSettled: [Bool]
    /// For every node, the contracted node that swallowed it.
    private var parents: [Int]
    /// For every node, the edge chosen into it.
    private var chosen: [Int]
    /// For every slot, the weight of the edge chosen into it.
    private var chosenWeights: [Double]

    /// Scores beyond this, infinite or none count as this.
    private static let bound = 1e6

    init(scores: [Float], count: Int) {
        size = count + 1
        let scores = scores.map { $0.isNaN ? -Self.bound : min(max(Double($0), -Self.bound), Self.bound) }
        // More than any tree can gain by a second root, so that the best tree has one root only.
        let rootPenalty = ((scores.max() ?? 0) - (scores.min() ?? 0) + 1) * Double(count)
        weights = [Double](repeating: -.greatestFiniteMagnitude, count: size * size)
        edges = Array(0..<size * size)
        for word in 0..<count {
            for head in 0...count where head != word + 1 {
                weights[(word + 1) * size + head] = scores[word * size + head]
            }
            weights[(word + 1) * size] -= rootPenalty
        }
        nodes = Array(0..<size)
        isActive = [Bool](repeating: true, count: size)
        isSettled = [Bool](repeating: false, count: size)
        parents = [Int](repeating: -1, count: size)
        chosen = [Int](repeating: 0, count: size)
        chosenWeights = [Double](repeating: 0, count: size)
    }

    mutating func heads() -> [Int] {
        isSettled[0] = true
        for slot in 1..<size where isActive[slot] && !isSettled[slot] { settle(from: slot) }
        expand()
        return (1..<size).map { chosen[$0] % size - 1 }
    }

    /// Follows best edges from a slot until the settled part is reached, contracting every cycle on the way.
    private mutating func settle(from start: Int) {
        var path = [start]
        while let slot = path.last {
            let head = chooseHead(of: slot)
            if isSettled[head] {
                for member in path { isSettled[member] = true }
                return
            }
            if let first = path.firstIndex(of: head) {
                contract(Array(path[first...]))
                path.removeSubrange((first + 1)...)
            } else {
                path.append(head)
            }
        }
    }

    private mutating func chooseHead(of slot: Int) -> Int {
        var best = -1
        for head in 0..<size where isActive[head] && head != slot {
            if best < 0 || weights[slot * size + head] > weights[slot * size + best] { best = head }
        }
        chosen[nodes[slot]] = edges[slot * size + best]
        chosenWeights[slot] = weights[slot * size + best]
        return best
    }

    /// Makes one node of a cycle, in the slot of its first member.
    private mutating func contract(_ cycle: [Int]) {
        let node = parents.count
        parents.append(-1)
        chosen.append(0)
        for member in cycle {
            parents[nodes[member]] = node
            isActive[member] = false
        }
        for other in 0..<size where isActive[other] { join(cycle, with: other) }
        isActive[cycle[0]] = true
        nodes[cycle[0]] = node
    }

    /// Sets the best edges between a cycle and a slot outside it.
    private mutating func join(_ cycle: [Int], with other: Int) {
        var entry = cycle[0]
        var exit = cycle[0]
        for member in cycle.dropFirst() {
            if gain(member, other) > gain(entry, other) { entry = member }
            if weights[other * size + member] > weights[other * size + exit] { exit = member }
        }
        let slot = cycle[0]
        (weights[slot * size + other], edges[slot * size + other]) = (gain(entry, other), edges[entry * size + other])
        (weights[other * size + slot], edges[other * size + slot]) =
            (weights[other * size + exit], edges[other * size + exit])
    }

    /// What is won by entering a cycle from `head` at `member`, whose edge within the cycle is then given up.
    private func gain(_ member: Int, _ head: Int) -> Double {
        weights[member * size + head] - chosenWeights[member]
    }

    /// Opens the contracted nodes, last made first: each one's edge goes to the member that it enters.
    private mutating func expand() {
        for node in stride(from: parents.count - 1, to: size - 1, by: -1) {
            var member = chosen[node] / size
            while parents[member] != node { member = parents[member] }
            chosen[member] = chosen[node]
        }
    }
}
