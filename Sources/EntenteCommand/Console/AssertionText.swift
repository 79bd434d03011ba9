import Entente

/// Assertions as a person reads them.
struct AssertionText: Sendable {
    let console: Console

    init(_ console: Console) { self.console = console }

    /// `document:start-end  Source -relation-> Target  [status, says Speaker]  "text"`.
    func line(_ assertion: Assertion) -> String {
        let evidence = assertion.evidence
        let place = "\(Visible.line(evidence.document)):\(evidence.range.lowerBound)-\(evidence.range.upperBound)"
        let speaker = assertion.speaker.map { ", says \(Visible.line($0.name))" } ?? ""
        return [
            console.styled(place, .dim), claim(assertion), "[\(assertion.status.rawValue)\(speaker)]",
            "\"\(Visible.line(evidence.text))\"",
        ].joined(separator: "  ")
    }

    private func claim(_ assertion: Assertion) -> String {
        let source = console.styled(Visible.line(assertion.source.name), .source)
        let target = console.styled(Visible.line(assertion.target.name), .target)
        return "\(source) -\(assertion.relation.rawValue)-> \(target)"
    }
}
