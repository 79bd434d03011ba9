/// Writes a graph in one format.
public protocol ExportWriter: Sendable {
    /// Writes the whole graph; the caller finishes the byte writer.
    func write(_ model: ExportModel, to out: inout ByteWriter) throws
}

/// One file of a format; a format that is a folder has several.
public struct ExportFile: Sendable {
    /// The name inside the folder; empty where the format is one file.
    public let name: String
    /// What writes it.
    public let writer: any ExportWriter

    /// Makes a file of a format.
    public init(name: String = "", writer: any ExportWriter) {
        self.name = name
        self.writer = writer
    }

    /// Writes the file into a sink, chunk by chunk.
    @discardableResult
    public func write(_ model: ExportModel, to sink: @escaping ByteSink) throws -> ExportReport {
        var out = ByteWriter(to: sink)
        try writer.write(model, to: &out)
        try out.finish()
        return ExportReport(bytes: out.total, dropped: out.dropped + model.dropped)
    }
}

/// What an export did.
public struct ExportReport: Sendable, Hashable {
    /// The bytes written.
    public let bytes: Int
    /// The characters left out because no text format can hold them (control characters, U+FFFE, U+FFFF).
    public let dropped: Int
}

/// A format that graphs can be exported to.
public struct ExportFormat: Sendable {
    /// The name for `--format`.
    public let id: String
    /// The file extensions that choose it, without the dot; the first is the usual one.
    public let extensions: [String]
    /// What it is for, in one line.
    public let summary: String
    /// What does not survive in it, in one line; "nothing" where the whole graph does.
    public let loses: String
    /// The files to write: one without a name, or several inside a folder.
    public let files: [ExportFile]

    /// Makes a format.
    public init(id: String, extensions: [String], summary: String, loses: String, files: [ExportFile]) {
        self.id = id
        self.extensions = extensions
        self.summary = summary
        self.loses = loses
        self.files = files
    }

    /// True where the format is a folder of several files.
    public var isFolder: Bool { files.contains { !$0.name.isEmpty } }

    /// Writes a format of one file into a sink; of a folder, its first file.
    @discardableResult
    public func write(_ model: ExportModel, to sink: @escaping ByteSink) throws -> ExportReport {
        guard let file = files.first else { return ExportReport(bytes: 0, dropped: 0) }
        return try file.write(model, to: sink)
    }

    /// The whole export of a one-file format in memory; for tests and small graphs.
    public func bytes(_ model: ExportModel) throws -> [UInt8] {
        let collector = ByteCollector()
        try write(model) { collector.append($0) }
        return collector.bytes
    }

    /// The format with an id, or nil.
    public static func named(_ id: String) -> ExportFormat? {
        let id = id.lowercased()
        return all.first { $0.id == id }
    }

    /// The format that a path's extension chooses, or nil; the longest extension that fits wins.
    public static func forPath(_ path: String) -> ExportFormat? {
        var path = path.lowercased()
        while path.hasSuffix("/") { path.removeLast() }
        var best: (length: Int, format: ExportFormat)?
        for format in all {
            for ending in format.extensions where path.hasSuffix("." + ending) && ending.utf8.count > best?.length ?? 0
            {
                best = (ending.utf8.count, format)
            }
        }
        return best?.format
    }
}

/// Collects chunks; a class because a sink is a closure.
public final class ByteCollector {
    /// The bytes so far.
    public private(set) var bytes: [UInt8] = []

    /// Makes an empty collector.
    public init() {}

    /// Appends a chunk.
    public func append(_ chunk: [UInt8]) { bytes += chunk }
}
