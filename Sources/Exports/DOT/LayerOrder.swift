import Graphs

/// An order of the nodes in which most arrows point forward, so that a layered drawing can run from top to bottom.
///
/// Graphviz finds such an order itself, but for each half of an arrow apart, and then draws labels behind their
/// targets. The order is that of Eades, Lin and Smyth: nodes that only receive go last, nodes that only send go first,
/// else the one that sends most more than it receives. Time grows with the square of the nodes.
struct LayerOrder {
    /// For each node, its place in the order.
    let places: [Int]

    /// Makes an order for arrows between `count` nodes.
    init(count: Int, _ arrows: [Arrow]) {
        var order = Builder(count: count, arrows)
        while order.step() {}
        var places = [Int](repeating: 0, count: count)
        for (place, node) in (order.first + order.last.reversed()).enumerated() { places[node] = place }
        self.places = places
    }

    /// True for an arrow that has to be drawn from its target to its source.
    func isBackward(_ arrow: Arrow) -> Bool { places[arrow.source] > places[arrow.target] }

    private struct Builder {
        var first: [Int] = []
        var last: [Int] = []
        private var rest: [Int]
        private var sent: [Int]
        private var received: [Int]
        private var links: [[Link]]

        private struct Link {
            var other: Int
            var weight: Int
            var isSent: Bool
        }

        init(count: Int, _ arrows: [Arrow]) {
            rest = Array(0..<count)
            sent = [Int](repeating: 0, count: count)
            received = sent
            links = [[Link]](repeating: [], count: count)
            for arrow in arrows where arrow.source != arrow.target && !arrow.isSymmetric { add(arrow) }
        }

        /// Structural arrows weigh more: a leader stands above the state.
        private mutating func add(_ arrow: Arrow) {
            let weight = min(5, arrow.count) * (arrow.polarity == .structural ? 2 : 1)
            sent[arrow.source] += weight
            received[arrow.target] += weight
            links[arrow.source].append(Link(other: arrow.target, weight: weight, isSent: true))
            links[arrow.target].append(Link(other: arrow.source, weight: weight, isSent: false))
        }

        mutating func step() -> Bool {
            guard let choice = choice else { return false }
            let node = rest.remove(at: choice)
            if sent[node] == 0 && received[node] > 0 { last.append(node) } else { first.append(node) }
            for link in links[node] {
                if link.isSent { received[link.other] -= link.weight } else { sent[link.other] -= link.weight }
            }
            return true
        }

        private var choice: Int? {
            rest.indices.first { sent[rest[$0]] == 0 && received[rest[$0]] > 0 }
                ?? rest.indices.first { received[rest[$0]] == 0 }
                ?? rest.indices.max { surplus($0) < surplus($1) || (surplus($0) == surplus($1) && $0 > $1) }
        }

        private func surplus(_ index: Int) -> Int { sent[rest[index]] - received[rest[index]] }
    }
}
