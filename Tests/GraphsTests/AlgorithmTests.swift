import Annotations
import Testing

@testable import Graphs

@Suite struct AlgorithmTests {
    @Test func shortestPathsAreAsShortAsBruteForceFinds() {
        for seed in 1...30 as ClosedRange<UInt64> {
            let network = Network(count: 7, arcs: randomArcs(count: 7, arcs: 10, seed: seed))
            for goal in 1..<7 {
                let shortest = allPaths(network, 0, goal).map(\.count).min()
                #expect(network.shortestPath(from: 0, to: goal)?.count == shortest)
                let cheapest = allPaths(network, 0, goal).map { cost(network, $0) }.min()
                #expect(network.cheapestPath(from: 0, to: goal) { 1 / $0 }?.cost == cheapest)
            }
        }
    }

    private func allPaths(_ network: Network, _ from: Int, _ to: Int, _ seen: [Int] = []) -> [[Int]] {
        if from == to { return [seen + [to]] }
        return network.arcs(of: from).map { network.heads[$0] }.filter { !seen.contains($0) && $0 != from }
            .flatMap { allPaths(network, $0, to, seen + [from]) }
    }

    private func cost(_ network: Network, _ path: [Int]) -> Double {
        zip(path, path.dropFirst()).reduce(0) { sum, step in
            sum
                + network.arcs(of: step.0).filter { network.heads[$0] == step.1 }.map { 1 / network.weights[$0] }
                .reduce(0, +)
        }
    }

    @Test func betweennessIsTheShareOfShortestPaths() {
        for seed in 1...10 as ClosedRange<UInt64> {
            let arcs = randomArcs(count: 7, arcs: 12, seed: seed)
            let network = Network(count: 7, arcs: arcs.filter { $0.tail != $0.head })
            let scores = network.betweenness()
            for node in 0..<7 { #expect(abs(scores[node] - bruteBetweenness(network, node)) < 1e-12) }
        }
    }

    private func bruteBetweenness(_ network: Network, _ node: Int) -> Double {
        var sum = 0.0
        for s in 0..<7 {
            for t in 0..<7 where s != t && s != node && t != node {
                let paths = allPaths(network, s, t)
                guard let length = paths.map(\.count).min() else { continue }
                let shortest = paths.filter { $0.count == length }
                sum += Double(shortest.count { $0.contains(node) }) / Double(shortest.count)
            }
        }
        return sum / 30
    }

    @Test func pageRankSolvesItsEquation() {
        let network = Network(count: 20, arcs: randomArcs(count: 20, arcs: 50, seed: 5))
        let ranks = network.pageRank()
        #expect(abs(ranks.reduce(0, +) - 1) < 1e-9)
        let totals = (0..<20).map { node in network.arcs(of: node).reduce(0) { $0 + network.weights[$1] } }
        let dangling = (0..<20).filter { totals[$0] == 0 }.reduce(0) { $0 + ranks[$1] }
        for node in 0..<20 {
            var expected = (0.15 + 0.85 * dangling) / 20
            for other in 0..<20 {
                for arc in network.arcs(of: other) where network.heads[arc] == node {
                    expected += 0.85 * ranks[other] * network.weights[arc] / totals[other]
                }
            }
            #expect(abs(ranks[node] - expected) < 1e-8)
        }
    }

    @Test func componentsPartitionTheNodes() {
        let network = Network(count: 6, arcs: [.init(4, 1), .init(1, 2), .init(5, 0)])
        #expect(network.components() == [[1, 2, 4], [0, 5], [3]])
    }

    @Test func weightedDegreeCountsPassages() {
        let index = GraphIndex(disputeGraph())
        let putin = index.weightedDegrees()[index.node(id: "person:vladimir-putin") ?? 0]
        #expect(putin.outgoing == 3)
        #expect(putin.incoming == 0)
    }

    @Test func smallBlocsHaveTheLeastFrustrationOfAllDivisions() {
        for seed in 1...20 as ClosedRange<UInt64> {
            let network = randomSigned(6, seed: seed)
            let blocs = network.blocs()
            #expect(blocs.isExact)
            #expect(abs(blocs.frustration - bruteFrustration(network)) < 1e-9)
            #expect(abs(blocs.frustration - blocs.frustrated.reduce(0) { $0 + abs($1.weight) }) < 1e-9)
        }
    }

    @Test func searchFindsTheLeastFrustrationOfSmallGraphsToo() {
        var found = 0
        for seed in 1...20 as ClosedRange<UInt64> {
            let network = randomSigned(7, seed: seed)
            let searched = network.blocs(exactLimit: 1)
            #expect(searched.frustration >= network.blocs().frustration - 1e-9)
            if searched.frustration <= network.blocs().frustration + 1e-9 { found += 1 }
        }
        #expect(found >= 18)
    }

    private func randomSigned(_ count: Int, seed: UInt64) -> SignedNetwork {
        var numbers = SeededNumbers(seed: seed)
        let ties = (0..<(count * 2)).map { _ in
            SignedNetwork.Tie(numbers.below(count), numbers.below(count), weight: Double(numbers.below(9)) - 4)
        }
        return SignedNetwork(count: count, ties: ties)
    }

    private func bruteFrustration(_ network: SignedNetwork) -> Double {
        var best = Double.infinity
        let total = (0..<network.count).reduce(1) { product, _ in product * network.count }
        for code in 0..<total {
            var rest = code
            let bloc = (0..<network.count).map { _ in
                defer { rest /= network.count }
                return rest % network.count
            }
            best = min(best, network.frustration(bloc))
        }
        return best
    }

    @Test func twoCampsAreFoundWithTheirOddTie() {
        let index = GraphIndex(
            graph(
                6,
                [
                    (0, "backs", 1), (1, "backs", 2), (3, "backs", 4), (4, "backs", 5), (0, "opposes", 3),
                    (2, "opposes", 5), (1, "backs", 4),
                ]))
        let blocs = index.signedNetwork().blocs()
        #expect(blocs.frustration == 0.8)
        #expect(blocs.frustrated.map { [$0.a, $0.b] } == [[1, 4]])
        #expect(blocs.members == [[0, 1, 2], [3, 4, 5]])
    }

    @Test func timelinePutsUndatedPassagesLast() {
        let undated = says(syria, "backs", putin, in: "c.txt")
        let index = GraphIndex(GraphBuilder(ontology: ontology).graph(assertions: dispute + [undated]))
        let entries = index.timeline(of: Array(index.graph.edges.indices))
        #expect(
            entries.map(\.date) == ["2015-09-09", "2015-09-09", "2015-09-09", "2015-09-09"]
                + ["2015-09-11", "2015-09-11", "2015-09-11", "2015-09-11"] + [nil])
    }

    @Test func differenceTellsNewGoneAndChanged() {
        let old = disputeGraph()
        var changed = dispute.filter { $0.relation.rawValue != "opposes" && $0.status != .denied }
        changed.append(says(america, "meets", russia, at: 900))
        let difference = GraphDifference(from: old, to: GraphBuilder(ontology: ontology).graph(assertions: changed))
        #expect(difference.onlyInFirst.map(\.relation.rawValue) == ["opposes"])
        #expect(difference.onlyInSecond.map(\.relation.rawValue) == ["meets"])
        #expect(difference.changed.map(\.relation.rawValue) == ["deploysTo"])
        #expect(difference.nodesOnlyInFirst.isEmpty)
        let same = GraphDifference(from: old, to: old)
        #expect(same.changed.isEmpty && same.onlyInFirst.isEmpty && same.shared.count == 6)
    }

    @Test func parallelArcsBecomeOne() {
        let network = Network(count: 2, arcs: [.init(0, 1, weight: 2), .init(0, 1, weight: 3)])
        #expect(network.heads == [1])
        #expect(network.weights == [5])
    }
}
