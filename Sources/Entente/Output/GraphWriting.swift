/// Writing graphs to files in the formats of `ExportFormat`.
extension ExportModel {
    /// Writes the graph in a format to a file, or to a folder for a format of several files; `-` is standard output.
    ///
    /// - Returns: How many characters were left out because the format cannot hold them.
    /// - Throws: A ``Problem`` where the file cannot be written; an older file then stays as it was.
    @discardableResult
    public func write(_ format: ExportFormat, to path: String) throws(Problem) -> Int {
        guard format.isFolder else { return try write(format.files[0], to: path) }
        guard path != "-" else {
            throw Problem(
                .usage, file: "-o -", what: "\(format.id) is a folder of several files", advice: "name a folder")
        }
        try Folder.make(path)
        var dropped = 0
        for file in format.files { dropped = max(dropped, try write(file, to: "\(path)/\(file.name)")) }
        return dropped
    }

    private func write(_ file: ExportFile, to path: String) throws(Problem) -> Int {
        let output = try AtomicFile(path: path)
        let dropped: Int
        do {
            dropped = try file.write(self) { try output.write($0) }.dropped
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(
                .failedIO, file: path, what: "cannot be written (\(error))", advice: "report this as a defect")
        }
        try output.commit()
        return dropped
    }
}
