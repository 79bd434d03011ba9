import Glibc

/// Which file a path leads to: two paths with the same identity lead to one file.
public struct FileIdentity: Sendable, Hashable {
    /// The device.
    var device: UInt
    /// The file's number on the device.
    var number: UInt
    /// The kind of file and its permissions, as the system has them.
    var mode: UInt32

    /// An error number of the system.
    struct Failure: Error {
        var number: Int32
    }

    static func status(_ path: [UInt8]) -> Result<FileIdentity, Failure> {
        var status = stat()
        guard path.withCPath({ stat($0, &status) }) == 0 else { return .failure(Failure(number: errno)) }
        return .success(FileIdentity(device: UInt(status.st_dev), number: UInt(status.st_ino), mode: status.st_mode))
    }

    /// The identity of the file that a path leads to, or nil where there is none.
    public static func of(_ path: String) -> FileIdentity? {
        try? status(Array(path.utf8)).get()
    }

    /// True for a folder.
    public var isFolder: Bool { mode & S_IFMT == S_IFDIR }
    /// True for an ordinary file.
    public var isRegular: Bool { mode & S_IFMT == S_IFREG }
}

/// The names in a folder.
enum FolderListing {
    /// The names that do not start with a dot, sorted; nil where the folder cannot be read (`errno` says why).
    static func names(in folder: [UInt8]) -> [[UInt8]]? {
        guard let handle = folder.withCPath({ opendir($0) }) else { return nil }
        defer { closedir(handle) }
        var names: [[UInt8]] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
