import FoundationEssentials

/// Reads documents from JSON Lines: one object a line with `text`, and where known `id`, `title`, `date` and `url`.
enum JSONLinesDocuments {
    /// Appends the documents; a line that is none is named in the problems.
    static func read(_ bytes: [UInt8], name: String, into batch: inout DocumentBatch) {
        if readWhole(bytes, name, into: &batch) { return }
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            do throws(Problem) {
                batch.documents.append(try document(Data(line), name: name, line: number))
            } catch {
                batch.problems.append(error)
            }
        }
    }

    /// Reads a file that is one array of objects, or one object over several lines; false where it is neither.
    private static func readWhole(_ bytes: [UInt8], _ name: String, into batch: inout DocumentBatch) -> Bool {
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return false }
        let spansLines = first == UInt8(ascii: "{") && firstLineIsOpen(bytes)
        guard first == UInt8(ascii: "[") || spansLines else { return false }
        let decoder = JSONDecoder()
        let data = Data(bytes)
        let objects = try? spansLines ? [decoder.decode(Row.self, from: data)] : decoder.decode([Row].self, from: data)
        guard let objects else { return false }
        for (index, row) in objects.enumerated() {
            append(row, name: name, number: index + 1, line: nil, into: &batch)
        }
        return true
    }

    private static func firstLineIsOpen(_ bytes: [UInt8]) -> Bool {
        bytes.drop { $0 <= 0x20 }.prefix { $0 != UInt8(ascii: "\n") }.last { $0 > 0x20 } != UInt8(ascii: "}")
    }

    private static func append(_ row: Row, name: String, number: Int, line: Int?, into batch: inout DocumentBatch) {
        do throws(Problem) {
            batch.documents.append(try row.document(name: name, number: number, line: line))
        } catch {
            batch.problems.append(error)
        }
    }

    private static func document(_ data: Data, name: String, line: Int) throws(Problem) -> Document {
        let row: Row
        do {
            row = try JSONDecoder().decode(Row.self, from: data)
        } catch {
            throw Problem(
                .data, file: name, line: line, what: reason(error),
                advice: "every line must be one object such as {\"text\": \"...\", \"date\": \"2015-09-14\"}")
        }
        return try row.document(name: name, number: line, line: line)
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "is not valid JSON" }
        switch error {
        case .keyNotFound(let key, _): return "has no \"\(key.stringValue)\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            let key = context.codingPath.last?.stringValue
            return key.map { "\"\($0)\" is not a string" } ?? "is not a JSON object"
        default: return "is not valid JSON"
        }
    }
}

/// One object of the input.
private struct Row: Decodable {
    var text: String
    var id: Identifier?
    var title: String?
    var date: String?
    var url: String?

    /// An id that is a string or a whole number.
    enum Identifier: Decodable {
        case text(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .text(String(number))
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        var value: String {
            switch self {
            case .text(let value): value
            }
        }
    }

    func document(name: String, number: Int, line: Int?) throws(Problem) -> Document {
        let given = id?.value ?? ""
        let id = given.isEmpty ? "\(name):\(number)" : given
        guard !DocumentReader.isBlank(Array(text.utf8)) else {
            throw Problem(.data, file: name, line: line, what: "has an empty \"text\"", advice: "leave the line out")
        }
        return Document(id: id, text: text, title: title, date: date.flatMap(CalendarDate.normalized), url: url)
    }
}
