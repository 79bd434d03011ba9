import Entente
import Foundation
import SampleGraphs
import TemporaryFolders
import Testing

/// The built command, run as users run it.
struct Tool {
    /// What a run left behind.
    struct Run {
        var status: Int32
        var output: String
        var errors: String

        /// The lines of standard error.
        var complaints: [String] { errors.split(separator: "\n").map(String.init) }
    }

    /// The folder that holds the tests' program holds the command too.
    static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("entente")

    static func run(
        _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], at folder: String? = nil
    ) throws -> Run {
        try run(path, arguments, input: input, environment: environment, at: folder)
    }

    /// Runs a script of bash in a folder; `$entente` is the command.
    static func script(_ script: String, at folder: TemporaryFolder) throws -> Run {
        try run(
            URL(fileURLWithPath: "/bin/bash"), ["-c", script], environment: ["entente": path.path], at: folder.path)
    }

    private static func run(
        _ program: URL, _ arguments: [String], input: [UInt8] = [], environment: [String: String], at folder: String?
    ) throws -> Run {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"].merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let streams = TemporaryFolder()
        let (output, errors) = (try sink(streams, "out"), try sink(streams, "err"))
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: streams.write(input, "in")))
        try process.run()
        process.waitUntilExit()
        return Run(status: process.terminationStatus, output: streams.text("out"), errors: streams.text("err"))
    }

    static func run(_ arguments: String...) throws -> Run { try run(arguments) }

    private static func sink(_ folder: TemporaryFolder, _ name: String) throws -> FileHandle {
        try FileHandle(forWritingTo: URL(fileURLWithPath: folder.write("", name)))
    }
}

extension TemporaryFolder {
    /// A graph as a file of the folder.
    func write(_ graph: KnowledgeGraph, _ name: String = "graph.jsonl") throws -> String {
        let format = try #require(ExportFormat.forPath(name))
        return write(try format.bytes(ExportModel(graph)), name)
    }
}

/// The JSON of an answer.
func json(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
}

/// The rows of a JSON list.
func rows(_ text: String) throws -> [[String: Any]] {
    try #require(json(text) as? [[String: Any]])
}
