import Glibc

/// What a child process left behind.
struct ChildOutcome: Sendable {
    var output: [UInt8]
    var errors: [UInt8]
    /// The exit status, or nil where a signal ended it.
    var status: Int32?
    /// True where the deadline passed and it was killed.
    var isOverdue: Bool
}

/// Runs one child process: bytes in, bytes out, a deadline. The room of everything that deals with file descriptors.
struct ChildProcess: Sendable {
    var executable: String
    var arguments: [String]
    var environment: [String]

    private static let errorLimit = 4_096
    private static let chunk = 1 << 16

    /// Runs the child to its end or to the deadline.
    func run(input: [UInt8], seconds: Double) throws(RenderError) -> ChildOutcome {
        let wires = try Wires()
        defer { wires.closeAll() }
        let child = try spawn(wires)
        wires.closeChildEnds()
        var traffic = Traffic(input: input, deadline: Self.now() + seconds)
        while traffic.step(wires) {}
        if traffic.isOverdue { kill(child, SIGKILL) }
        return ChildOutcome(
            output: traffic.output, errors: traffic.errors, status: Self.wait(child), isOverdue: traffic.isOverdue)
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func spawn(_ wires: Wires) throws(RenderError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, wires.input.child, 0)
        posix_spawn_file_actions_adddup2(&actions, wires.output.child, 1)
        posix_spawn_file_actions_adddup2(&actions, wires.errors.child, 2)
        let words = ([executable] + arguments).map { strdup($0) }
        let settings = environment.map { strdup($0) }
        defer { (words + settings).forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, executable, &actions, nil, words + [nil], settings + [nil])
        guard failure == 0 else { throw .child("\(executable): \(String(cString: strerror(failure)))") }
        return child
    }

    /// The exit status, or nil where a signal ended the child.
    private static func wait(_ child: pid_t) -> Int32? {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return nil }
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    }

    // MARK: Wires

    /// The two ends of a connection; -1 once closed.
    private final class Wire {
        var parent: Int32 = -1
        var child: Int32 = -1
    }

    /// The three connections to a child.
    private struct Wires {
        let input = Wire()
        let output = Wire()
        let errors = Wire()

        /// Sockets rather than pipes: writing to a child that is gone is then an error and no signal.
        init() throws(RenderError) {
            for wire in [input, output, errors] {
                var ends: [Int32] = [-1, -1]
                guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0
                else {
                    closeAll()
                    throw .child(String(cString: strerror(errno)))
                }
                wire.parent = Wires.high(ends[0])
                wire.child = Wires.high(ends[1])
            }
        }

        /// A descriptor clear of 0, 1 and 2, which the child's own wires are put on.
        private static func high(_ descriptor: Int32) -> Int32 {
            guard descriptor < 3 else { return descriptor }
            let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
            Glibc.close(descriptor)
            return copy
        }

        func closeChildEnds() {
            for wire in [input, output, errors] { Wires.close(&wire.child) }
        }

        func closeAll() {
            for wire in [input, output, errors] {
                Wires.close(&wire.child)
                Wires.close(&wire.parent)
            }
        }

        static func close(_ descriptor: inout Int32) {
            if descriptor >= 0 { Glibc.close(descriptor) }
            descriptor = -1
        }
    }

    // MARK: Traffic

    /// What goes to the child and comes from it.
    private struct Traffic {
        let input: [UInt8]
        let deadline: Double
        var sent = 0
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var isOverdue = false

        init(input: [UInt8], deadline: Double) {
            self.input = input
            self.deadline = deadline
        }

        /// Waits for what comes next and handles it; false when all is said or the time is over.
        mutating func step(_ wires: Wires) -> Bool {
            if sent == input.count { Wires.close(&wires.input.parent) }
            guard wires.output.parent >= 0 || wires.errors.parent >= 0 else { return false }
            let left = deadline - ChildProcess.now()
            guard left > 0 else {
                isOverdue = true
                return false
            }
            var events = [
                pollfd(fd: wires.input.parent, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: wires.output.parent, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wires.errors.parent, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&events, 3, Int32(min(left * 1_000 + 1, 60_000))) > 0 else { return true }
            if events[0].revents != 0 { send(wires.input) }
            if events[1].revents != 0 { Traffic.receive(wires.output, &output, limit: .max) }
            if events[2].revents != 0 { Traffic.receive(wires.errors, &errors, limit: ChildProcess.errorLimit) }
            return true
        }

        private mutating func send(_ wire: Wire) {
            let count = min(ChildProcess.chunk, input.count - sent)
            let done = input.withUnsafeBytes { bytes in
                Glibc.send(
                    wire.parent, bytes.baseAddress.map { $0 + sent }, count,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if done > 0 {
                sent += done
            } else if errno != EAGAIN && errno != EINTR {
                // The child wants no more; what it has to say about that is on its other wires.
                Wires.close(&wire.parent)
            }
        }

        private static func receive(_ wire: Wire, _ bytes: inout [UInt8], limit: Int) {
            let chunk = [UInt8](unsafeUninitializedCapacity: ChildProcess.chunk) { buffer, count in
                count = max(0, read(wire.parent, buffer.baseAddress, buffer.count))
            }
            if chunk.isEmpty { Wires.close(&wire.parent) }
            if bytes.count < limit { bytes += chunk.prefix(limit - bytes.count) }
        }
    }
}
