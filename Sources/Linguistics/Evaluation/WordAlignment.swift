/// Pairs the words of a gold file and of a system's output that stand for the same piece of text.
///
/// Words that are tokens of their own are paired where their spans are equal. Inside stretches where either side has multiword
/// tokens, whose words have no spans, words are paired by the longest common subsequence of their forms in lower case.
struct WordAlignment {
    /// The pairs, in order.
    private(set) var pairs: [(gold: Int, system: Int)] = []
    private let gold: [AlignedFile.Word]
    private let system: [AlignedFile.Word]

    init(gold: [AlignedFile.Word], system: [AlignedFile.Word]) {
        self.gold = gold
        self.system = system
        var g = 0
        var s = 0
        while g < gold.count, s < system.count {
            if gold[g].isMultiword || system[s].isMultiword {
                let (goldRange, systemRange) = stretch(&g, &s)
                pairBySubsequence(goldRange, systemRange)
            } else if gold[g].span == system[s].span {
                pairs.append((g, s))
                g += 1
                s += 1
            } else if gold[g].span.lowerBound <= system[s].span.lowerBound {
                g += 1
            } else {
                s += 1
            }
        }
    }

    // The words up to where no multiword token of either side overlaps any more; `g` and `s` move behind them.
    private func stretch(_ g: inout Int, _ s: inout Int) -> (Range<Int>, Range<Int>) {
        var end: Int
        if gold[g].isMultiword {
            end = gold[g].span.upperBound
            if !system[s].isMultiword, system[s].span.lowerBound < gold[g].span.lowerBound { s += 1 }
        } else {
            end = system[s].span.upperBound
            if gold[g].span.lowerBound < system[s].span.lowerBound { g += 1 }
        }
        let (firstGold, firstSystem) = (g, s)
        while !isBeyond(gold, g, end) || !isBeyond(system, s, end) {
            if g < gold.count, s >= system.count || gold[g].span.lowerBound <= system[s].span.lowerBound {
                if gold[g].isMultiword { end = max(end, gold[g].span.upperBound) }
                g += 1
            } else {
                if system[s].isMultiword { end = max(end, system[s].span.upperBound) }
                s += 1
            }
        }
        return (firstGold..<g, firstSystem..<s)
    }

    private func isBeyond(_ words: [AlignedFile.Word], _ index: Int, _ end: Int) -> Bool {
        guard index < words.count else { return true }
        return words[index].isMultiword ? words[index].span.lowerBound >= end : words[index].span.upperBound > end
    }

    private mutating func pairBySubsequence(_ goldRange: Range<Int>, _ systemRange: Range<Int>) {
        let lengths = subsequenceLengths(goldRange, systemRange)
        var g = 0
        var s = 0
        while g < goldRange.count, s < systemRange.count {
            if gold[goldRange.lowerBound + g].key == system[systemRange.lowerBound + s].key {
                pairs.append((goldRange.lowerBound + g, systemRange.lowerBound + s))
                g += 1
                s += 1
            } else if lengths[g][s] == lengths[g + 1][s] {
                g += 1
            } else {
                s += 1
            }
        }
    }

    // The length of the longest common subsequence of what begins at (g, s).
    private func subsequenceLengths(_ goldRange: Range<Int>, _ systemRange: Range<Int>) -> [[Int]] {
        var lengths = Array(repeating: Array(repeating: 0, count: systemRange.count + 1), count: goldRange.count + 1)
        for g in goldRange.indices.map({ $0 - goldRange.lowerBound }).reversed() {
            for s in systemRange.indices.map({ $0 - systemRange.lowerBound }).reversed() {
                let isEqual = gold[goldRange.lowerBound + g].key == system[systemRange.lowerBound + s].key
                let best = max(lengths[g + 1][s], lengths[g][s + 1])
                lengths[g][s] = isEqual ? max(best, lengths[g + 1][s + 1] + 1) : best
            }
        }
        return lengths
    }
}
