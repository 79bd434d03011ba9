import GRDB
import Glibc
import Graphs

/// A graph in SQLite: one file that SQLite, datasette, DuckDB and Python open, and that loses nothing.
///
/// A database is only read once it is made: questions cannot change it.
public struct GraphDatabase: Sendable {
    private let queue: DatabaseQueue

    /// The bytes with which every SQLite file begins.
    public static let magic = Array("SQLite format 3\u{0}".utf8)

    /// Opens a database that ``write(_:to:)`` made; the file is not changed.
    ///
    /// - Throws: A ``StorageError`` where the file is cut off, is another program's or has a later version.
    public init(path: String) throws(StorageError) {
        queue = try Self.attempt {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.prepareDatabase { database in
                try database.execute(
                    sql: "PRAGMA query_only = 1; PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1")
            }
            return try DatabaseQueue(path: Self.plain(path), configuration: configuration)
        }
        try checkOrigin()
        try checkSize(path)
    }

    /// Puts a graph into a database in memory.
    public init(_ graph: KnowledgeGraph) throws(StorageError) {
        queue = try Self.attempt { try DatabaseQueue(configuration: Self.forFilling) }
        try Self.fill(queue, graph)
        try attempt { try $0.execute(sql: "PRAGMA query_only = 1") }
    }

    /// Writes a graph into a file that is empty or not there.
    ///
    /// The same graph gives the same bytes with the same version of SQLite.
    ///
    /// - Throws: A ``StorageError`` where the disk is full or fails; what stands in the file then is of no use.
    public static func write(_ graph: KnowledgeGraph, to path: String) throws(StorageError) {
        let queue = try attempt { try DatabaseQueue(path: plain(path), configuration: forFilling) }
        try fill(queue, graph)
        try attempt { try queue.close() }
    }

    /// The graph that the database holds.
    ///
    /// - Throws: A ``StorageError`` where another program changed it into what is no graph, or the file is damaged.
    public func graph() throws(StorageError) -> KnowledgeGraph {
        do throws(StorageError) {
            return try attempt { database in
                var loading = GraphLoading(database)
                return try loading.graph()
            }
        } catch  where error.kind == .question {
            throw StorageError(
                .data, "its tables are not those of a graph (\(error.problem))",
                hint: "the file was changed by hand or by another program")
        }
    }

    /// The answer to one question in SQL.
    ///
    /// - Parameters:
    ///   - sql: one statement that reads; tables and views are those of `GraphSchema`.
    ///   - limit: how many rows are read at most; nil for all.
    /// - Throws: A ``StorageError`` where SQLite does not understand the statement or it would change something.
    public func answer(_ sql: String, limit: Int? = nil) throws(StorageError) -> SQLAnswer {
        try attempt { database in
            let statement = try Self.question(sql, database)
            let row = Selection(database, statement)
            var rows: [[SQLValue]] = []
            while try row.next() {
                if let limit, rows.count == limit {
                    return SQLAnswer(columns: statement.columnNames, rows: rows, isCut: true)
                }
                rows.append((0..<CInt(statement.columnCount)).map(row.value))
            }
            return SQLAnswer(columns: statement.columnNames, rows: rows, isCut: false)
        }
    }

    private static func question(_ sql: String, _ database: Database) throws -> Statement {
        let statements = try database.allStatements(sql: sql)
        guard let statement = try statements.next() else {
            throw StorageError(.question, "there is no statement", hint: "write a SELECT")
        }
        guard statement.isReadonly, statement.columnCount > 0 else {
            throw StorageError(
                .refused, "a graph is only read, and this statement would change something or answers nothing",
                hint: "write a SELECT")
        }
        guard try statements.next() == nil else {
            throw StorageError(.refused, "there is more than one statement", hint: "ask one question at a time")
        }
        return statement
    }

    // MARK: Opening

    /// SQLite takes some names for addresses; a name that starts with a folder is none.
    private static func plain(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    /// The file is written once, by one process, and put in its place whole: it needs no journal.
    private static var forFilling: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA cache_size = -65536
                    """)
        }
        return configuration
    }

    private static func fill(_ queue: DatabaseQueue, _ graph: KnowledgeGraph) throws(StorageError) {
        if let problem = graph.invariantProblem() {
            throw StorageError(.data, problem, hint: "build the graph again")
        }
        try attempt {
            try queue.inTransaction { database in
                var filling = GraphFilling(database, graph)
                try filling.run()
                return .commit
            }
        }
    }

    private func checkOrigin() throws(StorageError) {
        let (application, version) = try attempt { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            )
        }
        guard application == GraphSchema.applicationID else {
            throw StorageError(
                .data, "is a SQLite database, but no graph", hint: "make one with: entente build INPUT -o graph.sqlite")
        }
        guard version <= GraphSchema.version else {
            throw StorageError(
                .data, "was written by a later version of entente (tables of version \(version))",
                hint: "use that version, or have it export the graph as JSON Lines")
        }
    }

    /// SQLite takes what is missing of the last page for zeros; in its mode "wal" pages may stand in another file.
    private func checkSize(_ path: String) throws(StorageError) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        let size = try attempt { database in
            guard try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" else { return 0 }
            return try (Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
                * (Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0)
        }
        guard status.st_size >= size else { throw Self.damaged("\(status.st_size) of \(size) bytes are there") }
    }

    // MARK: Errors

    private func attempt<Result>(_ body: (Database) throws -> Result) throws(StorageError) -> Result {
        try Self.attempt { try queue.inDatabase(body) }
    }

    private static func attempt<Result>(_ body: () throws -> Result) throws(StorageError) -> Result {
        do {
            return try body()
        } catch let error as StorageError {
            throw error
        } catch let error as DatabaseError {
            throw storageError(error)
        } catch {
            throw StorageError(.disk, "\(error)", hint: "check the disk and try again")
        }
    }

    private static func storageError(_ error: DatabaseError) -> StorageError {
        let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT:
            return damaged(message)
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PERM,
            .SQLITE_READONLY, .SQLITE_NOMEM:
            return StorageError(.disk, message, hint: "check the disk, and that no other program writes the file")
        default:
            return StorageError(
                .question, message,
                hint: "ask the views nodes, edges and passages, or name_search and text_search (MATCH)")
        }
    }

    private static func damaged(_ how: String) -> StorageError {
        StorageError(
            .data, "is a damaged or cut-off database (\(how))",
            hint: "copy it again, or write it again; the file was not changed")
    }
}
