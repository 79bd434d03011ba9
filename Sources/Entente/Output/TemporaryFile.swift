import Glibc

/// An empty file of this process, for what must have a path; it goes when the value does.
final class TemporaryFile {
    /// The file.
    let path: String

    /// Makes a file in `TMPDIR`, else in the system's folder for large temporary files.
    ///
    /// - Throws: A ``Problem`` where that folder cannot be written to.
    init() throws(Problem) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
        var template = Array("\(folder)/entente-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw Problem(
                .failedIO, file: folder, what: "cannot hold a temporary file (\(systemMessage(errno)))",
                advice: "name another folder in TMPDIR")
        }
        close(descriptor)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { unlink(path) }

    /// Hands on the bytes of the file, block by block.
    func copy(to file: AtomicFile) throws(Problem) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileReading.problem(path, errno) }
        defer { close(descriptor) }
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &block, block.count)
            guard count >= 0 else { throw FileReading.problem(path, errno) }
            if count == 0 { return }
            try file.write(block[..<count])
        }
    }
}
