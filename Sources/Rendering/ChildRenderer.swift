import Foundation

/// Draws graphs in a child process, so that a layout that never ends or eats the memory can be stopped.
///
/// The child is the program itself, called with a hidden verb that runs `RenderWorker.run()`:
///
/// ```swift
/// // The verb's whole body:
/// exit(RenderWorker.run())
///
/// // Where a picture is wanted:
/// let renderer = ChildRenderer(executable: "/proc/self/exe", arguments: ["__render"])
/// let picture = try renderer.render(
///     dot: drawing.text, format: .png, size: DrawingSize(nodes: drawing.nodes, edges: drawing.edges))
/// // picture.bytes go to the file, picture.notes to standard error.
/// ```
///
/// Each rung of the ladder has a child and a deadline of its own; when one is overdue or dies, the next is tried and a
/// note says so. The child gets few environment variables: none that makes Graphviz load plugins, fonts or files from
/// elsewhere.
public struct ChildRenderer: Sendable, Hashable {
    /// The program to start.
    public var executable: String
    /// Its arguments.
    public var arguments: [String]
    /// How large bitmaps may be.
    public var limits: PixelLimits
    /// The address space that a child may use, in bytes.
    public var memory: UInt64
    /// The deadline of each rung in seconds; nil for the ladder's own.
    public var deadline: Double?

    /// Makes a renderer; without arguments, one that starts the running program itself.
    public init(
        executable: String = "/proc/self/exe", arguments: [String] = ["__render"], limits: PixelLimits = PixelLimits(),
        memory: UInt64 = 2 << 30, deadline: Double? = nil
    ) {
        self.executable = executable
        self.arguments = arguments
        self.limits = limits
        self.memory = memory
        self.deadline = deadline
    }

    /// Draws a graph.
    ///
    /// - Parameters:
    ///   - size: the entities and arrows of the drawing; nil to count the DOT's own nodes and edges.
    ///   - engine: the layout engine to begin with; nil for the best one for the size.
    ///   - isForced: true to draw more nodes than anybody could read.
    public func render(
        dot: String, format: PictureFormat, size: DrawingSize? = nil, engine: LayoutEngine? = nil,
        isForced: Bool = false
    ) throws(RenderError) -> Picture {
        let answer = try climb(dot: dot, format: format, size: size, engine: engine, isForced: isForced)
        guard !answer.bytes.isEmpty else { throw .child("an empty picture") }
        return Picture(bytes: answer.bytes, engine: answer.engine, notes: answer.notes)
    }

    /// Lays a graph out.
    public func layout(
        dot: String, size: DrawingSize? = nil, engine: LayoutEngine? = nil, isForced: Bool = false
    ) throws(RenderError) -> Layout {
        let answer = try climb(dot: dot, format: nil, size: size, engine: engine, isForced: isForced)
        return Layout(
            placements: answer.reply.placements, width: answer.reply.width, height: answer.reply.height,
            engine: answer.engine)
    }

    // MARK: The ladder

    private struct Answer {
        var reply: RenderReply
        var bytes: [UInt8]
        var engine: LayoutEngine
        var notes: [String]
    }

    private func climb(
        dot: String, format: PictureFormat?, size: DrawingSize?, engine: LayoutEngine?, isForced: Bool
    ) throws(RenderError) -> Answer {
        let known: DrawingSize
        if let size { known = size } else { known = try Renderer.size(of: dot) }
        let ladder = try Ladder(size: known, engine: engine, isForced: isForced)
        var notes: [String] = []
        var last = RenderError.deadline(ladder.rungs.map(\.engine))
        for rung in ladder.rungs {
            let job = RenderJob(dot: dot, format: format, rung: rung, limits: limits, memory: memory)
            let outcome = try start(job)
            switch try read(outcome, rung) {
            case .success(var answer):
                answer.notes = notes + answer.notes
                return answer
            case .failure(let error):
                last = error
                notes.append("\(rung.engine.rawValue) \(Self.words(error, rung)); trying a simpler layout")
            }
        }
        throw last
    }

    private static func words(_ error: RenderError, _ rung: Rung) -> String {
        switch error {
        case .deadline: "did not finish in time"
        default: "failed (\(error))"
        }
    }

    private func start(_ job: RenderJob) throws(RenderError) -> ChildOutcome {
        guard let input = try? JSONEncoder().encode(job) else { throw .child("the job cannot be written") }
        let process = ChildProcess(
            executable: executable, arguments: arguments, environment: ChildEnvironment.allowed)
        return try process.run(input: Array(input), seconds: deadline ?? job.rung.seconds)
    }

    /// The answer of a child, or why the next rung has to be tried; throws where no rung can do better.
    private func read(_ outcome: ChildOutcome, _ rung: Rung) throws(RenderError) -> Result<Answer, RenderError> {
        guard !outcome.isOverdue else { return .failure(.deadline([rung.engine])) }
        let said = String(decoding: outcome.errors, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        guard let end = outcome.output.firstIndex(of: UInt8(ascii: "\n")),
            let reply = try? JSONDecoder().decode(RenderReply.self, from: Data(outcome.output[..<end])),
            outcome.output.count - end - 1 == reply.count
        else {
            let status = outcome.status.map { "exit status \($0)" } ?? "ended by a signal"
            return .failure(.child(([status] + said.prefix(3)).joined(separator: "; ")))
        }
        switch reply.failure?.error {
        case .badGraph(let words)?: throw .badGraph(words)
        case .pluginsMissing?: throw .pluginsMissing
        case let error?: return .failure(error)
        case nil:
            return .success(
                Answer(
                    reply: reply, bytes: Array(outcome.output[(end + 1)...]), engine: rung.engine,
                    notes: reply.notes + said))
        }
    }
}

/// The environment of a child: what finds fonts and libraries, and nothing that a stranger could steer Graphviz with.
enum ChildEnvironment {
    private static let names = [
        "FONTCONFIG_FILE", "FONTCONFIG_PATH", "HOME", "LD_LIBRARY_PATH", "PATH", "TMPDIR", "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME", "XDG_DATA_HOME",
    ]

    /// The allowed variables of this process, a language-neutral locale, and a fixed date and time zone.
    static var allowed: [String] {
        let own = ProcessInfo.processInfo.environment
        return names.compactMap { name in own[name].map { "\(name)=\($0)" } }
            + ["LC_ALL=C.UTF-8", "SOURCE_DATE_EPOCH=0", "TZ=UTC"]
    }
}
