/// Writing graphs to files in the formats of `ExportFormat`.
extension ExportModel {
    /// Writes the graph in a format to a file, or to a folder for a format of several files; `-` is standard output.
    ///
    /// - Returns: How many characters were left out because the format cannot hold them.
    /// - Throws: A ``Problem`` where the file cannot be written; an older file then stays as it was.
    @discardableResult
    public func write(_ format: ExportFormat, to path: String) throws(Problem) -> Int {
        guard format.isFolder else {
            return try StreamWriting.write(to: path) { try format.write(self, to: $0).dropped }
        }
        guard path != "-" else {
            throw Problem(
                .usage, file: "-o -", what: "\(format.id) is a folder of several files", advice: "name a folder")
        }
        try Folder.make(path)
        var dropped = 0
        for file in format.files {
            let count = try StreamWriting.write(to: "\(path)/\(file.name)") { try file.write(self, to: $0).dropped }
            dropped = max(dropped, count)
        }
        return dropped
    }
}

/// Writing files chunk by chunk, whole or not at all.
public enum StreamWriting {
    /// Calls `body` with a sink of bytes that end up in a file; `-` is standard output.
    ///
    /// - Throws: A ``Problem`` where the file cannot be written; an older file then stays as it was.
    public static func write<Result>(
        to path: String, _ body: (@escaping ByteSink) throws -> Result
    ) throws(Problem) -> Result {
        let output = try AtomicFile(path: path)
        let result: Result
        do {
            result = try body { try output.write($0) }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(
                .failedIO, file: path, what: "cannot be written (\(error))", advice: "report this as a defect")
        }
        try output.commit()
        return result
    }
}
