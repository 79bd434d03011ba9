import Annotations

/// Who stands with (positive) and against (negative) whom: one weight per pair of nodes, direction aside.
public struct SignedNetwork: Sendable, Hashable {
    /// The number of nodes.
    public let count: Int
    /// The pairs with a weight other than 0, sorted; the first node is the smaller.
    public let ties: [Tie]

    /// A pair of nodes with the weight of what is between them.
    public struct Tie: Sendable, Hashable {
        /// The smaller node.
        public let a: Int
        /// The larger node.
        public let b: Int
        /// Positive where they side with each other.
        public let weight: Double

        /// Makes a tie.
        public init(_ a: Int, _ b: Int, weight: Double) {
            self.a = min(a, b)
            self.b = max(a, b)
            self.weight = weight
        }
    }

    /// Makes a network; the weights of equal pairs are added up, loops are left out.
    public init(count: Int, ties: [Tie]) {
        self.count = count
        var merged: [Tie] = []
        for tie in ties.filter({ $0.a != $0.b }).sorted(by: { ($0.a, $0.b, $0.weight) < ($1.a, $1.b, $1.weight) }) {
            if let last = merged.last, last.a == tie.a, last.b == tie.b {
                merged[merged.count - 1] = Tie(tie.a, tie.b, weight: last.weight + tie.weight)
            } else {
                merged.append(tie)
            }
        }
        self.ties = merged.filter { abs($0.weight) > 1e-9 }
    }
}

extension GraphIndex {
    /// The signed network of the graph.
    ///
    /// Each passage counts with its confidence: plus for cooperative and structural relations (a leader stands with the
    /// state led), minus for hostile ones, nothing for neutral ones; in full where asserted, half where alleged or planned,
    /// a quarter where hypothetical, not at all where denied.
    public func signedNetwork() -> SignedNetwork {
        var ties: [SignedNetwork.Tie] = []
        for i in graph.edges.indices {
            let edge = graph.edges[i]
            let weight = Self.sign(graph.ontology[edge.relation]?.polarity) * Self.force(edge.status)
            if weight == 0 { continue }
            let total = edge.passages.reduce(0) { $0 + $1.confidence }
            ties.append(SignedNetwork.Tie(Int(sources[i]), Int(targets[i]), weight: weight * total))
        }
        return SignedNetwork(count: graph.nodes.count, ties: ties)
    }

    private static func sign(_ polarity: Polarity?) -> Double {
        switch polarity {
        case .cooperative, .structural: 1
        case .hostile: -1
        case .neutral, nil: 0
        }
    }

    private static func force(_ status: Status) -> Double {
        switch status {
        case .asserted: 1
        case .alleged, .planned: 0.5
        case .hypothetical: 0.25
        case .denied: 0
        }
    }
}
