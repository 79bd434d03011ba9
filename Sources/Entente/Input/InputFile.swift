import Glibc

/// A file to read, found by its path; `-` is standard input.
public struct InputFile: Sendable, Hashable {
    /// The path as the system knows it: bytes, which need not be UTF-8.
    public var path: [UInt8]

    /// Makes a file from its path.
    public init(path: String) { self.path = Array(path.utf8) }

    init(pathBytes: [UInt8]) { path = pathBytes }

    /// The name that documents and messages use: the path without `./` at its start.
    public var name: String {
        isStandardInput ? "stdin" : String(decoding: path, as: UTF8.self)
    }

    /// True for `-`.
    public var isStandardInput: Bool { path == Array("-".utf8) }

    /// Reads the whole file.
    ///
    /// - Throws: A ``Problem`` where the file is missing, is a folder, or cannot be read.
    public func read() throws(Problem) -> [UInt8] {
        if isStandardInput { return try FileReading.bytes(of: STDIN_FILENO, name: name) }
        let descriptor = path.withCPath { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileReading.problem(name, errno) }
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_size > FileReading.limit { throw FileReading.tooLarge(name) }
        return try FileReading.bytes(of: descriptor, name: name)
    }
}

extension InputFile {
    /// True for an ordinary file that begins with these bytes.
    ///
    /// - Throws: A ``Problem`` where the file is missing or cannot be read.
    func starts(with bytes: [UInt8]) throws(Problem) -> Bool {
        guard !isStandardInput, case .success(let found) = FileIdentity.status(path), found.isRegular else {
            return false
        }
        let descriptor = path.withCPath { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileReading.problem(name, errno) }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: bytes.count)
        return Glibc.read(descriptor, &head, head.count) == head.count && head == bytes
    }
}

/// Reading with the system's calls.
enum FileReading {
    /// What is read at once at most: enough for any text, and a bound on memory.
    static let limit = 1 << 30

    static func bytes(of descriptor: Int32, name: String) throws(Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw problem(name, errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: block[..<count])
            guard bytes.count <= limit else { throw tooLarge(name) }
        }
    }

    static func tooLarge(_ name: String) -> Problem {
        Problem(
            .data, file: name, what: "is larger than 1 GiB",
            advice: "split it, for example into JSON Lines files of a few thousand documents")
    }

    static func problem(_ name: String, _ code: Int32) -> Problem {
        switch code {
        case ENOENT, ENOTDIR:
            Problem(.noInput, file: name, what: "no such file or folder", advice: "check the spelling of the path")
        case EACCES, EPERM:
            Problem(.noInput, file: name, what: "may not be read", advice: "ask for permission to read it (ls -l)")
        case EISDIR:
            Problem(.noInput, file: name, what: "is a folder", advice: "name a file")
        case ELOOP:
            Problem(.noInput, file: name, what: "is a link that leads back to itself", advice: "remove the link")
        default:
            Problem(
                .failedIO, file: name, what: "cannot be read (\(systemMessage(code)))",
                advice: "check the disk or the device and try again")
        }
    }
}

/// The system's words for an error number.
func systemMessage(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
}

extension [UInt8] {
    /// Calls `body` with the bytes as a C path; a NUL ends it as the system would have it.
    func withCPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let characters = map { CChar(bitPattern: $0) } + [0]
        return characters.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map(body) ?? body("")
        }
    }
}
