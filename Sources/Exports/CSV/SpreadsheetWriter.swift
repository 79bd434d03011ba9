import Annotations
import Graphs

/// Writes one row per passage for spreadsheets; a text that a spreadsheet would take for a formula gets a leading `'`.
public struct SpreadsheetWriter: ExportWriter {
    /// Makes a writer.
    public init() {}

    /// Writes the assertions of a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        CSVRow.header(
            [
                "source", "relation", "target", "status", "speaker", "confidence", "date", "document", "start", "end",
                "text",
            ], &out)
        for row in model.edges {
            let edge = model.view(row)
            for passage in edge.edge.passages {
                line(edge, passage, &out)
                try out.drain()
            }
        }
    }

    private func line(_ edge: EdgeView, _ passage: Edge.Passage, _ out: inout ByteWriter) {
        let evidence = passage.evidence
        cell(edge.source.label, isFirst: true, &out)
        cell(edge.relation.type.label, &out)
        cell(edge.target.label, &out)
        cell(edge.status.rawValue, &out)
        cell(passage.speaker?.name ?? "", &out)
        CSVRow.cell(.number(passage.confidence), &out)
        cell(evidence.date ?? "", &out)
        cell(evidence.document, &out)
        CSVRow.cell(.integer(evidence.range.lowerBound), &out)
        CSVRow.cell(.integer(evidence.range.upperBound), &out)
        cell(evidence.text, &out)
        out.byte(10)
    }

    private func cell(_ text: String, isFirst: Bool = false, _ out: inout ByteWriter) {
        if !isFirst { out.byte(UInt8(ascii: ",")) }
        if text.isEmpty { return }
        out.byte(UInt8(ascii: "\""))
        if Self.isFormula(text) { out.byte(UInt8(ascii: "'")) }
        out.text(text, .csv)
        out.byte(UInt8(ascii: "\""))
    }

    /// True where a spreadsheet might calculate: the first character that it sees is `=`, `+`, `-`, `@`, a tabulator or a
    /// line end, or their full-width twins.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = TextCleaner.clean(text).unicodeScalars.first else { return false }
        return "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
    }
}
