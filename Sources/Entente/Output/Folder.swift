import Glibc

/// Folders for formats of several files.
enum Folder {
    /// Makes a folder where there is none.
    static func make(_ path: String) throws(Problem) {
        if FileIdentity.of(path)?.isFolder == true { return }
        guard mkdir(path, 0o777) != 0 else { return }
        throw Problem(
            .cannotCreate, file: path, what: "cannot be made (\(systemMessage(errno)))",
            advice: "choose a name in a folder that exists")
    }
}
