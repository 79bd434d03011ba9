import Annotations

/// The names and aliases of all nodes in folded form, one after another in one array of bytes.
public struct NameIndex: Sendable {
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var mentions: [Int] = []
    private var ids: [String: Int] = [:]

    private struct Entry: Sendable {
        var start: Int32
        var end: Int32
        var node: Int32
        var isAlias: Bool
    }

    /// How well a name fits what was asked for; the smaller the better.
    private enum Fit: Int {
        case name, alias, wordsOfName, wordsOfAlias, partOfName, partOfAlias
    }

    init(_ nodes: [Node]) {
        for i in nodes.indices {
            mentions.append(nodes[i].mentions)
            ids[nodes[i].entity.id.lowercased()] = i
            add(nodes[i].entity.name, i, isAlias: false)
            for alias in nodes[i].entity.aliases { add(alias, i, isAlias: true) }
        }
    }

    private mutating func add(_ name: String, _ node: Int, isAlias: Bool) {
        let folded = NameFolding.foldedBytes(name)
        let start = bytes.count
        bytes += folded
        entries.append(Entry(start: Int32(start), end: Int32(bytes.count), node: Int32(node), isAlias: isAlias))
    }

    /// What a name means.
    public struct Matches: Sendable, Hashable {
        /// The nodes that fit best, the most mentioned first; empty where none fits.
        public let best: [Int]
        /// The nodes that fit less well, the best first, at most ten.
        public let others: [Int]
        /// Where none fits: the nodes with the most similar names, the most similar first, at most five.
        public let suggestions: [Int]
    }

    /// The nodes that a name may mean: by id, full name, alias, whole words ("assad"), or part of a name, without case
    /// or accents.
    public func matches(_ name: String) -> Matches {
        if let node = ids[name.lowercased()] { return Matches(best: [node], others: [], suggestions: []) }
        let query = NameFolding.foldedBytes(name)
        guard !query.isEmpty else { return Matches(best: [], others: [], suggestions: []) }
        var fits: [Int: Int] = [:]
        for entry in entries {
            guard let fit = fit(entry, query)?.rawValue else { continue }
            fits[Int(entry.node)] = min(fits[Int(entry.node)] ?? .max, fit)
        }
        guard let top = fits.values.min() else {
            return Matches(best: [], others: [], suggestions: suggestions(query))
        }
        let order = fits.keys.sorted { rank($0, fits) < rank($1, fits) }
        return Matches(
            best: order.filter { fits[$0] == top }, others: Array(order.filter { fits[$0] != top }.prefix(10)),
            suggestions: [])
    }

    private func rank(_ node: Int, _ fits: [Int: Int]) -> (Int, Int, Int) {
        (fits[node] ?? 0, -mentions[node], node)
    }

    private func fit(_ entry: Entry, _ query: [UInt8]) -> Fit? {
        let start = Int(entry.start)
        let end = Int(entry.end)
        guard end - start >= query.count else { return nil }
        var found: Fit?
        var at = start
        while at + query.count <= end {
            if bytes[at] == query[0], isEqual(at, query) {
                if query.count == end - start { return entry.isAlias ? .alias : .name }
                if isBoundary(at, start, end), isBoundary(at + query.count, start, end) {
                    return entry.isAlias ? .wordsOfAlias : .wordsOfName
                }
                found = entry.isAlias ? .partOfAlias : .partOfName
            }
            at += 1
        }
        return found
    }

    private func isEqual(_ at: Int, _ query: [UInt8]) -> Bool {
        for i in query.indices where bytes[at + i] != query[i] { return false }
        return true
    }

    /// True between two words: at the ends of the name and beside a space.
    private func isBoundary(_ at: Int, _ start: Int, _ end: Int) -> Bool {
        at == start || at == end || bytes[at] == UInt8(ascii: " ") || bytes[at - 1] == UInt8(ascii: " ")
    }

    private func suggestions(_ query: [UInt8]) -> [Int] {
        let limit = max(1, query.count / 3)
        var distances: [Int: Int] = [:]
        for entry in entries {
            for candidate in candidates(entry) {
                guard let distance = EditDistance.between(query, candidate, limit: limit) else { continue }
                distances[Int(entry.node)] = min(distances[Int(entry.node)] ?? .max, distance)
            }
        }
        return Array(distances.keys.sorted { rank($0, distances) < rank($1, distances) }.prefix(5))
    }

    /// The name itself and each of its words with four letters or more.
    private func candidates(_ entry: Entry) -> [[UInt8]] {
        let name = bytes[Int(entry.start)..<Int(entry.end)]
        let words = name.split(separator: UInt8(ascii: " ")).filter { $0.count >= 4 && $0.count < name.count }
        return [Array(name)] + words.map { Array($0) }
    }
}
