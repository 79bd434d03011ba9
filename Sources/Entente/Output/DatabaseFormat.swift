/// The database that graphs can be written to, as ``ExportFormat`` describes the formats that are streams of bytes.
public enum DatabaseFormat: Sendable {
    /// The name for `--format`.
    public static let id = "sqlite"
    /// The file extensions that choose it, without the dot; the first is the usual one.
    public static let extensions = ["sqlite", "sqlite3", "db"]
    /// What it is for, in one line.
    public static let summary = "SQLite with views and full-text search: entente sql, datasette, DuckDB, Python"
    /// What does not survive in it, in one line.
    public static let loses = "nothing"

    /// Writes a graph to a file, whole or not at all; `-` is standard output.
    ///
    /// - Throws: A ``Problem`` where the file cannot be written; an older file then stays as it was.
    public static func write(_ graph: KnowledgeGraph, to path: String) throws(Problem) {
        let file = try AtomicFile(path: path)
        if let unfinished = file.unfinishedPath {
            try fill(unfinished, path, graph)
        } else {
            // A pipe takes bytes from first to last; a database is not written in that order.
            let temporary = try TemporaryFile()
            try fill(temporary.path, path, graph)
            try temporary.copy(to: file)
        }
        try file.commit()
    }

    private static func fill(_ path: String, _ name: String, _ graph: KnowledgeGraph) throws(Problem) {
        do throws(StorageError) {
            try GraphDatabase.write(graph, to: path)
        } catch {
            throw Problem(error, file: name)
        }
    }
}

extension Problem {
    /// What is wrong with a database, or with a question to it.
    public init(_ error: StorageError, file: String) {
        let kind: Kind =
            switch error.kind {
            case .data, .question: .data
            case .disk: .failedIO
            case .refused: .usage
            }
        self.init(kind, file: file, what: error.problem, advice: error.hint)
    }
}
