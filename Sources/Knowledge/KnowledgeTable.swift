/// A knowledge file that cannot be used.
public struct KnowledgeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file's name.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// What is wrong, and what to do.
    public var message: String

    /// Makes an error.
    public init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// `file:line: what; what to do`.
    public var description: String { "\(file):\(line): \(message)" }
}

/// The rows of a tab-separated knowledge file: a `#` header that names the columns, then one row a line.
struct KnowledgeTable {
    /// One row: its fields, and the line for messages.
    struct Row {
        var line: Int
        var fields: [String]

        /// The alternatives of a field, which `|` separates.
        func list(_ column: Int) -> [String] {
            fields[column].split(separator: "|").map(String.init)
        }
    }

    let file: String
    let rows: [Row]

    /// Reads a table of `columns` columns; trailing empty fields may be left out.
    init(_ file: KnowledgeFile, columns: Int) throws(KnowledgeError) {
        self.file = file.name
        var rows: [Row] = []
        var line = 0
        for slice in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            line += 1
            let bytes = slice.last == 0x0D ? slice.dropLast() : slice
            if bytes.isEmpty || bytes.first == 0x23 { continue }
            var fields = bytes.split(separator: 0x09, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard fields.count <= columns else {
                throw KnowledgeError(
                    file: file.name, line: line,
                    message: "\(fields.count) fields where there are \(columns) columns; separate columns by one tab")
            }
            guard !fields[0].isEmpty else {
                throw KnowledgeError(
                    file: file.name, line: line, message: "empty first field; name what the row is about")
            }
            while fields.count < columns { fields.append("") }
            rows.append(Row(line: line, fields: fields))
        }
        self.rows = rows
    }
}
