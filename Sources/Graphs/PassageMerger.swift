import Annotations

/// Puts the passages of an edge in document order and makes one of those that are the same place.
enum PassageMerger {
    static func merged(_ passages: [Edge.Passage]) -> [Edge.Passage] {
        if passages.count < 2 { return passages }
        var result: [Edge.Passage] = []
        for passage in passages.sorted(by: precedes) {
            if let last = result.last, isSamePlace(last, passage) {
                result[result.count - 1] = joined(last, passage)
            } else {
                result.append(passage)
            }
        }
        return result
    }

    /// Document order; what follows the place settles the order of passages that will be joined.
    static func precedes(_ a: Edge.Passage, _ b: Edge.Passage) -> Bool {
        let x = a.evidence
        let y = b.evidence
        if x.document != y.document { return x.document < y.document }
        if x.range.lowerBound != y.range.lowerBound { return x.range.lowerBound < y.range.lowerBound }
        if x.range.upperBound != y.range.upperBound { return x.range.upperBound < y.range.upperBound }
        if x.source != y.source { return isSmaller(x.source, y.source) }
        if x.target != y.target { return isSmaller(x.target, y.target) }
        if a.speaker?.id != b.speaker?.id { return (a.speaker?.id ?? "") < (b.speaker?.id ?? "") }
        if a.confidence != b.confidence { return a.confidence > b.confidence }
        return sortKey(x) < sortKey(y)
    }

    private static func isSmaller(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        a.lowerBound != b.lowerBound ? a.lowerBound < b.lowerBound : a.upperBound < b.upperBound
    }

    private static func sortKey(_ evidence: Evidence) -> String {
        let findings = evidence.findings.map { "\($0.method)\t\($0.name)\t\($0.score)" }.joined(separator: "\n")
        return [evidence.text, evidence.date ?? "", evidence.attribution.joined(separator: "\n"), findings]
            .joined(separator: "\u{1}")
    }

    private static func isSamePlace(_ a: Edge.Passage, _ b: Edge.Passage) -> Bool {
        a.evidence.document == b.evidence.document && a.evidence.range == b.evidence.range
            && a.evidence.source == b.evidence.source && a.evidence.target == b.evidence.target
            && a.speaker?.id == b.speaker?.id
    }

    /// The first passage (the one with the higher confidence) with the findings of both.
    private static func joined(_ a: Edge.Passage, _ b: Edge.Passage) -> Edge.Passage {
        var result = a
        for finding in b.evidence.findings where !result.evidence.findings.contains(finding) {
            result.evidence.findings.append(finding)
        }
        result.evidence.date = result.evidence.date ?? b.evidence.date
        return result
    }
}
