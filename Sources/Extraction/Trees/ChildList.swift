/// The children of each token in order, in one array.
struct ChildList: Sendable {
    private let offsets: [Int]
    private let list: [Int]

    /// Makes the list from heads, of which negative ones count as none.
    init(_ heads: [Int]) {
        var counts = [Int](repeating: 0, count: heads.count + 1)
        for head in heads where head >= 0 { counts[head + 1] += 1 }
        for index in heads.indices { counts[index + 1] += counts[index] }
        var list = [Int](repeating: 0, count: counts[heads.count])
        var next = counts
        for (index, head) in heads.enumerated() where head >= 0 {
            list[next[head]] = index
            next[head] += 1
        }
        offsets = counts
        self.list = list
    }

    /// The children of a token.
    subscript(token: Int) -> ArraySlice<Int> { list[offsets[token]..<offsets[token + 1]] }
}
