import GRDB
import GRDBSQLite

// The one file that calls SQLite itself. GRDB ends a text at its first NUL, and names from hostile documents hold NULs;
// a graph of a million relations is also written and read in half the time without a box around each value.

/// A prepared INSERT that takes its values column by column.
struct Insertion {
    private let database: Database
    private let statement: Statement
    private var column: CInt = 0
    private var failure = SQLITE_OK

    /// Prepares an insertion of full rows.
    init(_ database: Database, into table: String, columns: Int) throws {
        self.database = database
        let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
        statement = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
    }

    mutating func add(_ value: Int) {
        column += 1
        note(sqlite3_bind_int64(statement.sqliteStatement, column, Int64(value)))
    }

    mutating func add(_ value: Int?) {
        if let value { add(value) } else { addNull() }
    }

    mutating func add(_ value: Double) {
        column += 1
        note(sqlite3_bind_double(statement.sqliteStatement, column, value))
    }

    mutating func add(_ value: String) {
        column += 1
        var value = value
        let code = value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                // An empty text may have no address, and none would mean NULL.
                text.baseAddress.map { copied($0, text.count) } ?? copied("", 0)
            }
        }
        note(code)
    }

    mutating func add(_ value: String?) {
        if let value { add(value) } else { addNull() }
    }

    private mutating func addNull() {
        column += 1
        note(sqlite3_bind_null(statement.sqliteStatement, column))
    }

    private func copied(_ text: UnsafePointer<CChar>, _ count: Int) -> CInt {
        let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        return sqlite3_bind_text64(
            statement.sqliteStatement, column, text, UInt64(count), copy, UInt8(SQLITE_UTF8))
    }

    private mutating func note(_ code: CInt) {
        if failure == SQLITE_OK { failure = code }
    }

    /// Inserts the row of the values added since the last one.
    mutating func run() throws {
        column = 0
        if failure == SQLITE_OK {
            let code = sqlite3_step(statement.sqliteStatement)
            if code != SQLITE_DONE { failure = code }
        }
        sqlite3_reset(statement.sqliteStatement)
        guard failure == SQLITE_OK else { throw database.lastError(failure) }
    }
}

/// A query whose rows are read value by value, columns counted from 0.
struct Selection {
    private let database: Database
    private let statement: Statement

    /// Prepares a query.
    init(_ database: Database, _ sql: String) throws {
        try self.init(database, database.makeStatement(sql: sql))
    }

    init(_ database: Database, _ statement: Statement) {
        self.database = database
        self.statement = statement
    }

    /// Goes to the next row; false behind the last one.
    func next() throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw database.lastError(code)
        }
    }

    func integer(_ column: CInt) -> Int { Int(sqlite3_column_int64(statement.sqliteStatement, column)) }

    func optionalInteger(_ column: CInt) -> Int? { isNull(column) ? nil : integer(column) }

    func number(_ column: CInt) -> Double { sqlite3_column_double(statement.sqliteStatement, column) }

    /// The text of a column, NULs and all; invalid UTF-8 is repaired.
    func text(_ column: CInt) -> String {
        guard let text = sqlite3_column_text(statement.sqliteStatement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement.sqliteStatement, column))
        return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }

    func optionalText(_ column: CInt) -> String? { isNull(column) ? nil : text(column) }

    func value(_ column: CInt) -> SQLValue {
        switch sqlite3_column_type(statement.sqliteStatement, column) {
        case SQLITE_INTEGER: .integer(integer(column))
        case SQLITE_FLOAT: .number(number(column))
        case SQLITE_TEXT: .text(text(column))
        case SQLITE_BLOB: .bytes(bytes(column))
        default: .null
        }
    }

    private func bytes(_ column: CInt) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement.sqliteStatement, column) else { return [] }
        return Array(
            UnsafeRawBufferPointer(
                start: start, count: Int(sqlite3_column_bytes(statement.sqliteStatement, column))))
    }

    private func isNull(_ column: CInt) -> Bool {
        sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_NULL
    }
}

extension Database {
    /// What SQLite says of the call that failed last.
    fileprivate func lastError(_ code: CInt) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqliteConnection)))
    }
}
