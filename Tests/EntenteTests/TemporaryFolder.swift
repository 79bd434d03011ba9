import Glibc

@testable import Entente

/// A folder of a test's own, gone when the test ends.
final class TemporaryFolder {
    let path: String

    init() {
        var template = Array("/var/tmp/entente-tests-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)!) }
    }

    deinit { TemporaryFolder.remove(path) }

    func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let file = self / name
        try AtomicFile.write(bytes, to: file)
        return file
    }

    func write(_ text: String, _ name: String) throws -> String {
        try write(Array(text.utf8), name)
    }

    func folder(_ name: String) -> String {
        mkdir(self / name, 0o777)
        return self / name
    }

    var names: [String] {
        (FolderListing.names(in: Array(path.utf8)) ?? []).map { String(decoding: $0, as: UTF8.self) }
    }

    static func / (folder: TemporaryFolder, name: String) -> String { folder.path + "/" + name }

    private static func remove(_ path: String) {
        chmod(path, 0o700)
        guard let handle = opendir(path) else { return }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            var status = stat()
            guard lstat(path + "/" + name, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR { remove(path + "/" + name) } else { unlink(path + "/" + name) }
        }
        rmdir(path)
    }
}
