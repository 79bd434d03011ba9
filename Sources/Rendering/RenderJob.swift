import Foundation

/// What a child process is asked to do: one drawing, or one layout, in one way.
public struct RenderJob: Sendable, Hashable, Codable {
    /// The graph.
    public var dot: String
    /// The format; nil to hand back positions instead of a picture.
    public var format: PictureFormat?
    /// How to lay it out.
    public var rung: Rung
    /// How large a bitmap may be.
    public var limits: PixelLimits
    /// The address space that the child may use, in bytes.
    public var memory: UInt64

    /// Makes a job.
    public init(
        dot: String, format: PictureFormat?, rung: Rung, limits: PixelLimits = PixelLimits(),
        memory: UInt64 = 2 << 30
    ) {
        self.dot = dot
        self.format = format
        self.rung = rung
        self.limits = limits
        self.memory = memory
    }
}

/// What a child process answers: this, as one line of JSON, and then the bytes of the picture.
struct RenderReply: Sendable, Codable {
    var notes: [String] = []
    var placements: [Placement] = []
    var width = 0.0
    var height = 0.0
    var failure: Failure?
    /// The number of bytes that follow the line.
    var count = 0

    /// An error in a form that travels.
    struct Failure: Sendable, Codable {
        var kind: String
        var words: String

        init(_ error: RenderError) {
            switch error {
            case .badGraph(let words): (kind, self.words) = ("badGraph", words)
            case .pluginsMissing: (kind, words) = ("pluginsMissing", "")
            case .failed(let words): (kind, self.words) = ("failed", words)
            case .tooLarge, .deadline, .child: (kind, words) = ("failed", "\(error)")
            }
        }

        var error: RenderError {
            switch kind {
            case "badGraph": .badGraph(words)
            case "pluginsMissing": .pluginsMissing
            default: .failed(words)
            }
        }
    }
}

/// The child's side of `ChildRenderer`.
///
/// The program that draws has a hidden verb that does nothing but `exit(RenderWorker.run())`.
public enum RenderWorker {
    /// Reads a job from standard input, limits this process, draws, and writes the answer to standard output.
    ///
    /// Returns the exit status: 0 where an answer was written, even one that tells of a failure.
    public static func run() -> Int32 {
        ChildLimits.dieWithParent()
        guard let job = try? JSONDecoder().decode(RenderJob.self, from: FileHandle.standardInput.readDataToEndOfFile())
        else { return 65 }
        ChildLimits.apply(memory: job.memory, seconds: job.rung.seconds)
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(answer(job)))
            return 0
        } catch {
            return 74
        }
    }

    /// The answer to a job.
    static func answer(_ job: RenderJob) -> [UInt8] {
        var reply = RenderReply()
        var bytes: [UInt8] = []
        do throws(RenderError) {
            let renderer = Renderer(limits: job.limits)
            if let format = job.format {
                let picture = try renderer.render(dot: job.dot, format: format, rung: job.rung)
                bytes = picture.bytes
                reply.notes = picture.notes
            } else {
                let layout = try renderer.layout(dot: job.dot, rung: job.rung)
                reply.placements = layout.placements
                (reply.width, reply.height) = (layout.width, layout.height)
            }
        } catch {
            reply.failure = RenderReply.Failure(error)
        }
        reply.count = bytes.count
        let line = (try? JSONEncoder().encode(reply)).map(Array.init) ?? []
        return line + [UInt8(ascii: "\n")] + bytes
    }
}
