/// Who is connected to whom, in numbers: the form on which algorithms run.
///
/// Parallel arcs are added up; the arcs of node `n` are those at `offsets[n]..<offsets[n + 1]`, sorted by head.
public struct Network: Sendable, Hashable {
    /// The number of nodes.
    public let count: Int
    /// Where each node's arcs begin, with the number of arcs at the end.
    public let offsets: [Int]
    /// The node that each arc leads to.
    public let heads: [Int]
    /// The weight of each arc.
    public let weights: [Double]

    /// One arc.
    public struct Arc: Sendable, Hashable {
        /// Where it starts.
        public let tail: Int
        /// Where it leads.
        public let head: Int
        /// Its weight.
        public let weight: Double

        /// Makes an arc.
        public init(_ tail: Int, _ head: Int, weight: Double = 1) {
            self.tail = tail
            self.head = head
            self.weight = weight
        }
    }

    /// Makes a network; arcs with the same ends become one with the sum of their weights.
    public init(count: Int, arcs: [Arc]) {
        self.count = count
        let order = arcs.indices.sorted {
            (arcs[$0].tail, arcs[$0].head, $0) < (arcs[$1].tail, arcs[$1].head, $1)
        }
        var heads: [Int] = []
        var weights: [Double] = []
        var offsets = [Int](repeating: 0, count: count + 1)
        var last = (-1, -1)
        for i in order {
            let arc = arcs[i]
            if last == (arc.tail, arc.head) {
                weights[weights.count - 1] += arc.weight
            } else {
                heads.append(arc.head)
                weights.append(arc.weight)
                offsets[arc.tail + 1] += 1
                last = (arc.tail, arc.head)
            }
        }
        for i in 0..<count { offsets[i + 1] += offsets[i] }
        self.heads = heads
        self.weights = weights
        self.offsets = offsets
    }

    /// The arcs of a node, as indices into `heads` and `weights`.
    @inlinable public func arcs(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }
}

extension GraphIndex {
    /// The network of the graph: an arc weighs as many passages as it has; a symmetric relation goes both ways.
    ///
    /// - Parameters:
    ///   - isDirected: false to let every relation go both ways.
    ///   - loops: false to leave out edges from a node to itself.
    public func network(isDirected: Bool, loops: Bool = false) -> Network {
        var arcs: [Network.Arc] = []
        arcs.reserveCapacity(graph.edges.count * 2)
        for i in graph.edges.indices {
            let tail = Int(sources[i])
            let head = Int(targets[i])
            if tail == head, !loops { continue }
            let weight = Double(graph.edges[i].passages.count)
            arcs.append(Network.Arc(tail, head, weight: weight))
            if tail != head, !isDirected || isSymmetric(i) { arcs.append(Network.Arc(head, tail, weight: weight)) }
        }
        return Network(count: graph.nodes.count, arcs: arcs)
    }

    /// True where an edge's relation has no direction.
    public func isSymmetric(_ edge: Int) -> Bool {
        graph.ontology[graph.edges[edge].relation]?.isSymmetric ?? false
    }
}
