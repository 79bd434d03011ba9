import Glibc

/// A folder of a test's own, gone when the test ends.
public final class TemporaryFolder {
    /// The folder.
    public let path: String

    /// Makes an empty folder.
    public init() {
        var template = Array("/var/tmp/entente-tests-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)!) }
    }

    deinit { TemporaryFolder.remove(path) }

    /// Writes a file in the folder and returns its path.
    public func write(_ bytes: [UInt8], _ name: String) -> String {
        let descriptor = open(self / name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        precondition(descriptor >= 0, "cannot write \(name)")
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress! + offset, bytes.count - offset)
            }
            precondition(count > 0, "cannot write \(name)")
            offset += count
        }
        close(descriptor)
        return self / name
    }

    /// Writes a text in the folder and returns its path.
    public func write(_ text: String, _ name: String) -> String { write(Array(text.utf8), name) }

    /// Makes a folder in the folder and returns its path.
    public func folder(_ name: String) -> String {
        mkdir(self / name, 0o777)
        return self / name
    }

    /// The bytes of a file in the folder, or nil.
    public func bytes(_ name: String) -> [UInt8]? {
        let descriptor = open(self / name, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &block, block.count)
            guard count > 0 else { return bytes }
            bytes += block[..<count]
        }
    }

    /// The text of a file in the folder; empty where there is none.
    public func text(_ name: String) -> String { String(decoding: bytes(name) ?? [], as: UTF8.self) }

    /// The names in the folder, hidden ones too, sorted.
    public var names: [String] { TemporaryFolder.names(path).sorted() }

    /// The path of a name in the folder.
    public static func / (folder: TemporaryFolder, name: String) -> String { folder.path + "/" + name }

    private static func names(_ path: String) -> [String] {
        guard let handle = opendir(path) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names.filter { $0 != "." && $0 != ".." }
    }

    private static func remove(_ path: String) {
        chmod(path, 0o700)
        for name in names(path) {
            var status = stat()
            guard lstat(path + "/" + name, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR { remove(path + "/" + name) } else { unlink(path + "/" + name) }
        }
        rmdir(path)
    }
}
