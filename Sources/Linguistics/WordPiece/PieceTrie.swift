/// The word pieces as a byte trie: words from one root, continuations ("##") from another.
///
/// The edges lie in one open-addressed table keyed by (node, byte), so that a step is one probe as a rule.
struct PieceTrie: Sendable {
    static let wordRoot: UInt32 = 0
    static let continuationRoot: UInt32 = 1
    private static let empty = UInt64.max

    // An edge is key << 32 | child, where key is node << 8 | byte: 24 bits are enough for 16 million nodes.
    private var edges: [UInt64]
    private var edgeCount = 0
    private var ids: [Int32] = [-1, -1]

    /// Builds the trie of a vocabulary; the index of a piece is its id, and the first of equal pieces counts.
    init(vocabulary: [String]) {
        edges = Array(repeating: Self.empty, count: 1 << 12)
        for (id, piece) in vocabulary.enumerated() {
            insert(Array(piece.utf8), id: Int32(id))
        }
    }

    private mutating func insert(_ piece: [UInt8], id: Int32) {
        let continues = piece.count > 2 && piece[0] == UInt8(ascii: "#") && piece[1] == UInt8(ascii: "#")
        var node = continues ? Self.continuationRoot : Self.wordRoot
        for byte in piece.dropFirst(continues ? 2 : 0) {
            node = child(of: node, byte) ?? addChild(of: node, byte)
        }
        if node > Self.continuationRoot, ids[Int(node)] < 0 { ids[Int(node)] = id }
    }

    private mutating func addChild(of node: UInt32, _ byte: UInt8) -> UInt32 {
        if 2 * edgeCount >= edges.count { grow() }
        let child = UInt32(ids.count)
        ids.append(-1)
        store(UInt64(node << 8 | UInt32(byte)) << 32 | UInt64(child))
        edgeCount += 1
        return child
    }

    private mutating func grow() {
        let old = edges
        edges = Array(repeating: Self.empty, count: 2 * old.count)
        for edge in old where edge != Self.empty { store(edge) }
    }

    private mutating func store(_ edge: UInt64) {
        var slot = Self.slot(UInt32(edge >> 32), edges.count)
        while edges[slot] != Self.empty { slot = (slot + 1) & (edges.count - 1) }
        edges[slot] = edge
    }

    private static func slot(_ key: UInt32, _ count: Int) -> Int {
        Int((UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
    }

    private func child(of node: UInt32, _ byte: UInt8) -> UInt32? {
        let key = node << 8 | UInt32(byte)
        var slot = Self.slot(key, edges.count)
        while edges[slot] != Self.empty {
            if UInt32(truncatingIfNeeded: edges[slot] >> 32) == key { return UInt32(truncatingIfNeeded: edges[slot]) }
            slot = (slot + 1) & (edges.count - 1)
        }
        return nil
    }

    /// The longest piece that begins at `start`, and where it ends; nil where none begins there.
    func longest(_ bytes: [UInt8], from start: Int, to end: Int, root: UInt32) -> (id: Int32, end: Int)? {
        var node = root
        var best: (id: Int32, end: Int)?
        var at = start
        while at < end, let next = child(of: node, bytes[at]) {
            node = next
            at += 1
            let id = ids[Int(node)]
            if id >= 0 { best = (id, at) }
        }
        return best
    }
}
