import Exports
import Glibc
import Graphs
import Knowledge

/// Writes a generated graph in every format and prints what each costs:
/// `WriterSpeed FOLDER [NODES EDGES [FORMAT...]]`. The graph itself stays in the folder as `graph.jsonl`.
///
/// Processor time counts, not the clock, so that other work on the machine does not matter much. It is measured twice:
/// what the writer itself takes, its bytes thrown away, and all of it with the kernel's part for a file. The memory is what
/// the process holds at most beyond what it held before.
struct WriterSpeed {
    private let folder: String
    private let nodes: Int
    private let edges: Int
    private let formats: [String]

    init(arguments: [String]) {
        folder = arguments.count > 1 ? arguments[1] : "."
        nodes = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 100_000
        edges = arguments.count > 3 ? Int(arguments[3]) ?? 0 : 1_000_000
        formats = Array(arguments.dropFirst(4))
    }

    func run() -> Int32 {
        let model = ExportModel(SyntheticGraph(nodes: nodes, edges: edges).graph(ontology: Knowledge.standard.ontology))
        print("\(model.nodes.count) nodes, \(model.edges.count) edges, \(Process.status("VmRSS") >> 10) MB in memory")
        print(Self.row("format", "k edges/s", "writer s", "to a file s", "MB", "memory MB"))
        for format in ExportFormat.all where formats.isEmpty || formats.contains(format.id) {
            do { print(try measure(format, model)) } catch { return 74 }
        }
        return 0
    }

    private func measure(_ format: ExportFormat, _ model: ExportModel) throws -> String {
        let path = "\(folder)/graph.\(format.extensions[0])"
        let before = Process.resetPeak()
        let writer = try seconds { _ = try write(format, model, "/dev/null") }
        let memory = Process.status("VmHWM") - before
        var bytes = 0
        let file = try seconds { bytes = try write(format, model, path) }
        if format.id != "jsonl" { unlink(path) }
        return Self.row(
            format.id, "\(Int(Double(model.edges.count) / writer / 1_000))", Self.fixed(writer), Self.fixed(file),
            "\(bytes >> 20)", Self.fixed(Double(memory) / 1_024))
    }

    private func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = Process.seconds()
        try work()
        return Process.seconds() - start
    }

    private func write(_ format: ExportFormat, _ model: ExportModel, _ path: String) throws -> Int {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        defer { close(file) }
        return try format.files.reduce(0) { sum, part in
            try sum
                + part.write(model) { chunk in
                    guard Glibc.write(file, chunk, chunk.count) == chunk.count else { throw DiskFull() }
                }.bytes
        }
    }

    private struct DiskFull: Error {}

    private static func row(_ cells: String...) -> String {
        cells.enumerated().map { index, cell in
            let space = String(repeating: " ", count: max(0, 13 - cell.count))
            return index == 0 ? cell + space : space + cell
        }.joined(separator: " ")
    }

    /// A number with two decimals.
    private static func fixed(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}

/// What the kernel knows of this process.
private enum Process {
    /// Processor time so far.
    static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Forgets the greatest memory so far; returns the memory held now, in KB.
    static func resetPeak() -> Int {
        if let file = fopen("/proc/self/clear_refs", "w") {
            fputs("5", file)
            fclose(file)
        }
        return status("VmRSS")
    }

    /// A line of `/proc/self/status`, in KB.
    static func status(_ name: String) -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            let words = text.split(whereSeparator: { $0 == ":" || $0.isWhitespace })
            if words.first == name[...], words.count > 1 { return Int(words[1]) ?? 0 }
        }
        return 0
    }
}
