import Glibc

/// A file that comes into being whole or not at all.
///
/// The bytes go to a temporary file in the same folder; ``commit()`` makes them safe on the disk and puts the file in
/// its place. Until then, and after any failure, an older file of that name stays as it was. A pipe, a device or
/// standard output is written directly: there is nothing to keep.
public final class AtomicFile {
    private let path: String
    private let temporary: String?
    private var descriptor: Int32

    /// Opens a file for writing; `-` is standard output.
    ///
    /// - Throws: A ``Problem`` where the folder is missing, is not writable, or the path leads to a folder.
    public init(path: String) throws(Problem) {
        let opened = try AtomicFile.opened(path)
        self.path = path
        temporary = opened.temporary
        descriptor = opened.descriptor
    }

    private static func opened(_ path: String) throws(Problem) -> (temporary: String?, descriptor: Int32) {
        var temporary: String?
        let descriptor: Int32
        if path == "-" {
            descriptor = dup(STDOUT_FILENO)
        } else if let found = FileIdentity.of(path), !found.isRegular {
            guard !found.isFolder else { throw isFolder(path) }
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            let name = temporaryName(target(of: path))
            temporary = name
            // The name is this process's own: what stands there was left by a dead one with the same number.
            unlink(name)
            descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
        }
        guard descriptor >= 0 else { throw cannotCreate(path, errno) }
        return (temporary, descriptor)
    }

    /// Where the bytes are until ``commit()``, for a library that writes files itself; nil for a pipe or a device.
    var unfinishedPath: String? { temporary }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        if let temporary { unlink(temporary) }
    }

    /// Appends bytes.
    ///
    /// - Throws: A ``Problem`` where the disk is full or fails.
    public func write(_ bytes: some Collection<UInt8>) throws(Problem) {
        let done =
            bytes.withContiguousStorageIfAvailable { writeAll($0) }
            ?? Array(bytes).withUnsafeBufferPointer { writeAll($0) }
        guard done else { throw AtomicFile.failed(path, errno) }
    }

    private func writeAll(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            offset += count
        }
        return true
    }

    /// Makes what was written the file of that name.
    ///
    /// - Throws: A ``Problem`` where the disk fails; the older file then stays as it was.
    public func commit() throws(Problem) {
        guard let temporary else { return }
        keepPermissions()
        let target = AtomicFile.target(of: path)
        guard fsync(descriptor) == 0, rename(temporary, target) == 0 else { throw AtomicFile.failed(path, errno) }
        close(descriptor)
        descriptor = -1
        AtomicFile.syncFolder(of: target)
    }

    /// Gives the new file the permissions of the older one.
    private func keepPermissions() {
        if let older = FileIdentity.of(path) { fchmod(descriptor, older.mode & 0o7777) }
    }
}

extension AtomicFile {
    /// Writes a whole file.
    public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(Problem) {
        let file = try AtomicFile(path: path)
        try file.write(bytes)
        try file.commit()
    }

    /// The file that a link leads to, so that the link stays; the path itself where it is no link.
    private static func target(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A hidden name beside the target; short whatever the target's length, and of this process alone.
    private static func temporaryName(_ path: String) -> String {
        let hash = path.utf8.reduce(5381 as UInt64) { $0 &* 33 &+ UInt64($1) }
        return "\(folder(of: path))/.entente-\(getpid())-\(String(hash, radix: 36)).part"
    }

    private static func syncFolder(of path: String) {
        let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func isFolder(_ path: String) -> Problem {
        Problem(.cannotCreate, file: path, what: "is a folder", advice: "name a file in it")
    }

    private static func cannotCreate(_ path: String, _ code: Int32) -> Problem {
        switch code {
        case ENOENT, ENOTDIR:
            Problem(.cannotCreate, file: path, what: "its folder does not exist", advice: "make the folder first")
        case EACCES, EPERM, EROFS:
            Problem(
                .cannotCreate, file: path, what: "its folder may not be written to", advice: "choose another folder")
        default:
            Problem(
                .cannotCreate, file: path, what: "cannot be created (\(systemMessage(code)))",
                advice: "choose another name")
        }
    }

    private static func failed(_ path: String, _ code: Int32) -> Problem {
        Problem(
            .failedIO, file: path, what: "cannot be written (\(systemMessage(code)))",
            advice: "free some space or choose another disk; an older file of this name is unharmed")
    }
}
