/// Reads graphs that Entente wrote: JSON Lines, GraphML or SQLite, packed or not.
public struct GraphReader: Sendable {
    /// What relations mean that a file names without saying.
    public let ontology: Ontology

    /// Makes a reader.
    public init(ontology: Ontology) { self.ontology = ontology }

    /// Reads a graph; `-` is standard input.
    ///
    /// - Throws: A ``Problem`` that says which line of the file is wrong and what to do.
    public func read(_ path: String) throws(Problem) -> KnowledgeGraph {
        let file = InputFile(path: path)
        switch try source(file) {
        case .text(let bytes): return try graph(bytes, file.name)
        case .database(let database): return try attempt(file) { () throws(StorageError) in try database.graph() }
        }
    }

    /// Opens a graph for questions in SQL; one in another format is put into a database in memory.
    ///
    /// - Throws: A ``Problem`` that says what is wrong and what to do.
    public func database(_ path: String) throws(Problem) -> GraphDatabase {
        let file = InputFile(path: path)
        switch try source(file) {
        case .text(let bytes):
            let graph = try graph(bytes, file.name)
            return try attempt(file) { () throws(StorageError) in try GraphDatabase(graph) }
        case .database(let database): return database
        }
    }

    // MARK: What is read

    private enum Source {
        case text([UInt8])
        case database(GraphDatabase)
    }

    /// A database is opened where it stands, however large; all else is read.
    private func source(_ file: InputFile) throws(Problem) -> Source {
        if try file.starts(with: GraphDatabase.magic) {
            return .database(try attempt(file) { () throws(StorageError) in try GraphDatabase(path: file.name) })
        }
        let bytes = try DocumentReader.unpacked(file.read(), file.name)
        guard bytes.starts(with: GraphDatabase.magic) else { return .text(bytes) }
        return .database(try database(bytes, file))
    }

    /// The database in bytes that came through a pipe or were packed.
    private func database(_ bytes: [UInt8], _ file: InputFile) throws(Problem) -> GraphDatabase {
        let temporary = try TemporaryFile()
        try AtomicFile.write(bytes, to: temporary.path)
        // The name may go once the file is open.
        return try attempt(file) { () throws(StorageError) in try GraphDatabase(path: temporary.path) }
    }

    private func attempt<Result>(
        _ file: InputFile, _ body: () throws(StorageError) -> Result
    ) throws(Problem) -> Result {
        do throws(StorageError) { return try body() } catch { throw Problem(error, file: file.name) }
    }

    private func graph(_ bytes: [UInt8], _ name: String) throws(Problem) -> KnowledgeGraph {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        do throws(GraphReadError) {
            return try parse(text, name)
        } catch {
            throw Problem(.data, file: name, line: error.line, what: error.problem, advice: error.hint)
        }
    }

    /// Tells the formats apart by their first character.
    private func parse(_ bytes: [UInt8], _ name: String) throws(GraphReadError) -> KnowledgeGraph {
        switch bytes.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "<"): return try GraphMLReader().read(bytes)
        case UInt8(ascii: "{"): return try JSONLinesReader(ontology: ontology).read(bytes)
        case nil:
            throw GraphReadError(
                line: 1, problem: "the file is empty", hint: "make it with: entente build INPUT -o FILE")
        default:
            throw GraphReadError(
                line: 1, problem: "this is neither GraphML nor JSON Lines nor SQLite",
                hint: "make a graph with: entente build INPUT -o graph.jsonl")
        }
    }
}
