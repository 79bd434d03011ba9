/// One connected component of a signed network, its nodes numbered from 0.
struct BlocProblem {
    /// For each node its neighbors with the weight between them.
    private let neighbors: [[(node: Int, weight: Double)]]

    /// - Parameter ties: the ties between nodes of the component.
    init(_ component: [Int], ties: [SignedNetwork.Tie]) {
        var number: [Int: Int] = [:]
        for (i, node) in component.enumerated() { number[node] = i }
        var neighbors = [[(node: Int, weight: Double)]](repeating: [], count: component.count)
        for tie in ties {
            guard let a = number[tie.a], let b = number[tie.b] else { continue }
            neighbors[a].append((b, tie.weight))
            neighbors[b].append((a, tie.weight))
        }
        self.neighbors = neighbors
    }

    // MARK: Exact

    /// The best of all divisions; of equal ones the first in the order of restricted growth strings.
    func exact() -> [Int] {
        var best: (cost: Double, bloc: [Int]) = (.infinity, [])
        var bloc: [Int] = []
        place(&bloc, blocs: 0, cost: 0, &best)
        return best.bloc
    }

    /// Places the next node into every bloc so far and a new one; gives up where the cost is no better than the best.
    private func place(_ bloc: inout [Int], blocs: Int, cost: Double, _ best: inout (cost: Double, bloc: [Int])) {
        if cost >= best.cost - 1e-12 { return }
        let node = bloc.count
        if node == neighbors.count {
            best = (cost, bloc)
            return
        }
        for choice in 0...blocs {
            let added = addedCost(node, choice, bloc)
            bloc.append(choice)
            place(&bloc, blocs: max(blocs, choice + 1), cost: cost + added, &best)
            bloc.removeLast()
        }
    }

    private func addedCost(_ node: Int, _ choice: Int, _ bloc: [Int]) -> Double {
        var cost = 0.0
        for (other, weight) in neighbors[node] where other < node {
            if (bloc[other] == choice) != (weight > 0) { cost += abs(weight) }
        }
        return cost
    }

    // MARK: Search

    /// The best division that local search finds from each node alone, all together, and seeded random divisions.
    func searched() -> [Int] {
        let count = neighbors.count
        var numbers = SeededNumbers(seed: 20_150_911)
        var starts = [Array(0..<count), [Int](repeating: 0, count: count)]
        if count <= 5_000 {
            for blocs in [2, 2, 3, 3, 4] { starts.append((0..<count).map { _ in numbers.below(blocs) }) }
        }
        var best: (cost: Double, bloc: [Int]) = (.infinity, [])
        for start in starts {
            let bloc = improved(start)
            let cost = self.cost(bloc)
            if cost < best.cost - 1e-12 { best = (cost, bloc) }
        }
        return renumbered(best.bloc)
    }

    private func cost(_ bloc: [Int]) -> Double {
        var cost = 0.0
        for node in neighbors.indices {
            for (other, weight) in neighbors[node] where other < node && (bloc[other] == bloc[node]) != (weight > 0) {
                cost += abs(weight)
            }
        }
        return cost
    }

    /// Moves one node after the other to the bloc where it has most friends and fewest foes, then joins whole blocs,
    /// until nothing gets better.
    ///
    /// Large components end after a number of rounds that keeps the work in bounds.
    private func improved(_ start: [Int]) -> [Int] {
        let size = neighbors.reduce(1) { $0 + $1.count }
        var rounds = max(4, min(500, 10_000_000 / size))
        var bloc = start
        while rounds > 0 {
            while rounds > 0, moveNodes(&bloc) { rounds -= 1 }
            rounds -= 1
            if !joinBlocs(&bloc) { break }
        }
        return bloc
    }

    private func moveNodes(_ bloc: inout [Int]) -> Bool {
        var hasMoved = false
        let fresh = (bloc.max() ?? 0) + 1
        for node in neighbors.indices {
            var pull: [Int: Double] = [:]
            for (other, weight) in neighbors[node] { pull[bloc[other], default: 0] += weight }
            var best = (bloc: bloc[node], pull: pull[bloc[node]] ?? 0)
            for choice in pull.keys.sorted() where (pull[choice] ?? 0) > best.pull + 1e-12 {
                best = (choice, pull[choice] ?? 0)
            }
            if best.pull < -1e-12 { best = (fresh + node, 0) }
            if best.bloc != bloc[node] {
                bloc[node] = best.bloc
                hasMoved = true
            }
        }
        return hasMoved
    }

    /// Joins the two blocs with the greatest sum of weights between them, where it is positive.
    private func joinBlocs(_ bloc: inout [Int]) -> Bool {
        var sums: [BlocPair: Double] = [:]
        for node in neighbors.indices {
            for (other, weight) in neighbors[node] where other < node && bloc[other] != bloc[node] {
                let pair = BlocPair(a: min(bloc[node], bloc[other]), b: max(bloc[node], bloc[other]))
                sums[pair, default: 0] += weight
            }
        }
        let best = sums.max { x, y in x.value != y.value ? x.value < y.value : (y.key.a, y.key.b) < (x.key.a, x.key.b) }
        guard let best, best.value > 1e-12 else { return false }
        for node in bloc.indices where bloc[node] == best.key.b { bloc[node] = best.key.a }
        return true
    }

    private func renumbered(_ bloc: [Int]) -> [Int] {
        var numbers: [Int: Int] = [:]
        return bloc.map { old in
            let number = numbers[old] ?? numbers.count
            numbers[old] = number
            return number
        }
    }
}

private struct BlocPair: Hashable {
    var a: Int
    var b: Int
}
