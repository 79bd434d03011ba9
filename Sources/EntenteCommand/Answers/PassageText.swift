import Entente

/// Passages as a person reads them: the sentence with source and target marked, where it stands, who says so, and what
/// found it.
struct PassageText: Sendable {
    let console: Console

    init(_ console: Console) { self.console = console }

    /// The sentence with `«source»` and `‹target›`.
    func marked(_ evidence: Evidence) -> String {
        let bytes = Array(evidence.text.utf8)
        // Where invalid bytes were repaired, the offsets of the text are no longer those of the document.
        guard bytes.count == evidence.range.count else { return Visible.line(evidence.text) }
        let marks = [(evidence.source, Style.source, "«", "»"), (evidence.target, .target, "‹", "›")]
            .map { ($0.0.clamped(to: evidence.range), $0.1, $0.2, $0.3) }.filter { !$0.0.isEmpty }
            .sorted { $0.0.lowerBound < $1.0.lowerBound }
        var result = ""
        var position = evidence.range.lowerBound
        for (range, style, open, close) in marks where range.lowerBound >= position {
            result += text(bytes, position..<range.lowerBound, evidence)
            result += console.styled(open + text(bytes, range, evidence) + close, style)
            position = range.upperBound
        }
        return result + text(bytes, position..<evidence.range.upperBound, evidence)
    }

    /// The passage with its place, its speakers and what found it, indented.
    func lines(_ passage: Edge.Passage) -> [String] {
        let evidence = passage.evidence
        var lines = ["  " + marked(evidence)]
        let place = "\(evidence.document):\(evidence.range.lowerBound)-\(evidence.range.upperBound)"
        lines.append("    " + console.styled(Visible.line([place, evidence.date ?? ""].joined(separator: "  ")), .dim))
        if let chain = chain(passage) { lines.append("    said by " + Visible.line(chain)) }
        let findings = evidence.findings.map { "\($0.method) \($0.name) (\(Decimal.text($0.score, 2)))" }
        if !findings.isEmpty { lines.append("    found by " + Visible.line(findings.joined(separator: ", "))) }
        return lines
    }

    /// Who is said to have said it, the outermost first.
    private func chain(_ passage: Edge.Passage) -> String? {
        var names = passage.evidence.attribution
        if let speaker = passage.speaker?.name, names.last != speaker { names.append(speaker) }
        return names.isEmpty ? nil : names.joined(separator: " > ")
    }

    private func text(_ bytes: [UInt8], _ range: Range<Int>, _ evidence: Evidence) -> String {
        let start = evidence.range.lowerBound
        return Visible.line(
            String(decoding: bytes[(range.lowerBound - start)..<(range.upperBound - start)], as: UTF8.self))
    }
}
