import Annotations
import Graphs

/// One edge with everything that a writer may say of it.
public struct EdgeView: Sendable {
    let model: ExportModel
    /// The edge in numbers.
    public let row: ExportEdge

    /// The edge of the graph.
    public let edge: Edge

    init(model: ExportModel, row: ExportEdge) {
        self.model = model
        self.row = row
        edge = model.graph.edges[row.index]
    }

    /// The machine id, unique over the whole export: `e` and 16 hexadecimal digits.
    public var id: String {
        let digits = String(row.key, radix: 16)
        return "e" + String(repeating: "0", count: 16 - digits.count) + digits
    }
    /// The source.
    public var source: ExportNode { model.nodes[row.source] }
    /// The target.
    public var target: ExportNode { model.nodes[row.target] }
    /// The relation.
    public var relation: ExportRelation { model.relations[row.relation] }
    /// The label for people: "deploys to (denied)".
    public var label: String { relation.label(edge.status) }
    /// The status.
    public var status: Status { edge.status }
    /// The number of passages.
    public var count: Int { edge.passages.count }
    /// The number of passages, at least 1, as the weight that layouts and algorithms use.
    public var weight: Double { Double(max(1, count)) }
    /// How likely it is that at least one passage says so.
    public var confidence: Double { edge.confidence }
    /// The ids of the documents, sorted, clean.
    public var documents: [String] {
        if count == 1 { return [TextCleaner.clean(edge.passages[0].evidence.document)] }
        return Set(edge.passages.map { TextCleaner.clean($0.evidence.document) }).sorted()
    }
    /// The number of documents.
    public var documentCount: Int { count == 1 ? 1 : documents.count }
    /// The speakers, sorted by id.
    public var speakers: [EntityReference] {
        if count == 1 { return edge.passages[0].speaker.map { [$0] } ?? [] }
        var seen = Set<String>()
        return edge.passages.compactMap(\.speaker).filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
    }
    /// The names of the speakers, in the order of `speakers`, clean.
    public var speakerNames: [String] { speakers.map { TextCleaner.clean($0.name) } }
    /// The dates of the passages, earliest and latest, where any is known and a date of the calendar.
    public var dates: ClosedRange<String>? {
        if count == 1, let date = edge.passages[0].evidence.date {
            return CalendarDate.isValid(date) ? date...date : nil
        }
        let dates = edge.passages.compactMap { $0.evidence.date }.filter(CalendarDate.isValid)
        guard let first = dates.min(), let last = dates.max() else { return nil }
        return first...last
    }
}

/// Tells dates of the calendar from texts that only look like one.
public enum CalendarDate {
    /// True for `YYYY-MM-DD` with a month and a day that exist and a year from 1.
    public static func isValid(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
                let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
            else { return false }
            return year >= 1 && (1...12).contains(month) && day >= 1 && day <= days(month, year)
        }
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        for digit in digits {
            guard (48...57).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 48)
        }
        return value
    }

    private static func days(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
