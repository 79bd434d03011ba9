/// A division of nodes into blocs that side with each other, and what does not fit it.
public struct Blocs: Sendable, Hashable {
    /// The blocs: the largest first, of equal ones the one with the smallest node; nodes in order. Nodes without any tie are
    /// in no bloc.
    public let members: [[Int]]
    /// The ties that the division does not explain: friends apart and foes together, the heaviest first.
    public let frustrated: [SignedNetwork.Tie]
    /// The sum of the weights of the frustrated ties, signs aside.
    public let frustration: Double
    /// True where no division has less frustration; false where it was searched for and not proven.
    public let isExact: Bool
}

extension SignedNetwork {
    /// The division with the least frustration (correlation clustering: as many blocs as it takes).
    ///
    /// Each connected component is solved on its own: by trying every division where it has at most `exactLimit` nodes,
    /// by local search from several starting points, in a fixed order, where it has more.
    public func blocs(exactLimit: Int = 10) -> Blocs {
        var bloc = [Int](repeating: -1, count: count)
        var isExact = true
        var used = 0
        let starts = tieStarts()
        for component in tiedComponents() {
            let own = component.sorted().flatMap { ties[starts[$0]..<starts[$0 + 1]] }
            let problem = BlocProblem(component, ties: own)
            let division: [Int]
            if component.count <= exactLimit {
                division = problem.exact()
            } else {
                division = problem.searched()
                isExact = false
            }
            for (i, node) in component.enumerated() { bloc[node] = used + division[i] }
            used += (division.max() ?? -1) + 1
        }
        return blocs(bloc, isExact: isExact)
    }

    /// The frustration of a division given as a bloc number per node.
    public func frustration(_ bloc: [Int]) -> Double {
        ties.reduce(0) { $0 + (isFrustrated($1, bloc) ? abs($1.weight) : 0) }
    }

    private func isFrustrated(_ tie: Tie, _ bloc: [Int]) -> Bool {
        (bloc[tie.a] == bloc[tie.b]) != (tie.weight > 0)
    }

    /// Where in `ties` those begin whose smaller node is a node, and at the end the number of all.
    private func tieStarts() -> [Int] {
        var starts = [Int](repeating: 0, count: count + 1)
        for tie in ties { starts[tie.a + 1] += 1 }
        for node in 0..<count { starts[node + 1] += starts[node] }
        return starts
    }

    private func tiedComponents() -> [[Int]] {
        let arcs = ties.map { Network.Arc($0.a, $0.b) }
        return Network(count: count, arcs: arcs).components().filter { $0.count > 1 }
    }

    private func blocs(_ bloc: [Int], isExact: Bool) -> Blocs {
        var groups: [Int: [Int]] = [:]
        for node in 0..<count where bloc[node] >= 0 { groups[bloc[node], default: []].append(node) }
        let frustrated = ties.filter { isFrustrated($0, bloc) }
        return Blocs(
            members: groups.values.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) },
            frustrated: frustrated.sorted { (-abs($0.weight), $0.a, $0.b) < (-abs($1.weight), $1.a, $1.b) },
            frustration: frustrated.reduce(0) { $0 + abs($1.weight) }, isExact: isExact)
    }
}
