import Glibc

/// Finds the files that a command's arguments name: files, folders (with all below them), patterns and `-`.
public struct InputLocator: Sendable {
    /// The files, sorted by path, each once.
    public private(set) var files: [InputFile] = []
    /// What could not be found.
    public private(set) var problems: [Problem] = []
    /// Files of folders that were left out because their names say that they are no texts.
    public private(set) var leftOut: [String] = []
    private var seen: Set<FileIdentity> = []

    /// Finds the files of some arguments; the order of the arguments makes no difference.
    public init(_ arguments: [String]) {
        for argument in Set(arguments).sorted() { add(argument) }
        files = InputLocator.distinct(files)
        leftOut.sort()
    }

    private mutating func add(_ argument: String) {
        if argument == "-" { return files.append(InputFile(path: "-")) }
        let path = InputLocator.normalized(Array(argument.utf8))
        switch FileIdentity.status(path) {
        case .success(let found) where found.isFolder: addFolder(path, found)
        case .success: files.append(InputFile(pathBytes: path))
        case .failure(let code) where code.number == ENOENT && InputLocator.isPattern(argument): addPattern(argument)
        case .failure(let code): problems.append(FileReading.problem(argument, code.number))
        }
    }

    private mutating func addPattern(_ pattern: String) {
        let paths = InputLocator.matches(of: pattern)
        if paths.isEmpty {
            problems.append(
                Problem(.noInput, file: pattern, what: "no file matches this pattern", advice: "check the pattern"))
        }
        for path in paths { addFound(path) }
    }

    private mutating func addFound(_ path: [UInt8]) {
        guard case .success(let found) = FileIdentity.status(path) else { return }
        if found.isFolder { addFolder(path, found) } else { files.append(InputFile(pathBytes: path)) }
    }

    private mutating func addFolder(_ path: [UInt8], _ identity: FileIdentity) {
        let before = files.count
        let known = leftOut.count
        walk(path, identity)
        guard files.count == before else { return }
        let what = leftOut.count > known ? "holds no file of a kind that is read" : "holds no file"
        problems.append(
            Problem(
                .noInput, file: String(decoding: path, as: UTF8.self), what: what,
                advice: "put texts there (.txt, .md, .html, .jsonl, or one of these with .gz), or name the files"))
    }

    /// Visits a folder and all below it, each folder once, whatever links lead to it.
    private mutating func walk(_ folder: [UInt8], _ identity: FileIdentity) {
        var pending = [(folder, identity)]
        while let (path, identity) = pending.popLast() {
            guard seen.insert(identity).inserted else { continue }
            guard let names = FolderListing.names(in: path) else {
                problems.append(FileReading.problem(String(decoding: path, as: UTF8.self), errno))
                continue
            }
            for name in names { visit(path + [slash] + name, name, &pending) }
        }
    }

    private mutating func visit(_ path: [UInt8], _ name: [UInt8], _ pending: inout [([UInt8], FileIdentity)]) {
        switch FileIdentity.status(path) {
        case .success(let found) where found.isFolder: pending.append((path, found))
        case .success(let found) where found.isRegular:
            if InputKind.isRead(name) {
                files.append(InputFile(pathBytes: path))
            } else {
                leftOut.append(String(decoding: path, as: UTF8.self))
            }
        case .success: break
        case .failure(let code):
            problems.append(FileReading.problem(String(decoding: path, as: UTF8.self), code.number))
        }
    }
}

extension InputLocator {
    /// Sorts by path and keeps, of several paths to one file, the first.
    static func distinct(_ files: [InputFile]) -> [InputFile] {
        var seen: Set<FileIdentity> = []
        return Set(files).sorted { $0.path.lexicographicallyPrecedes($1.path) }.filter { file in
            guard !file.isStandardInput, case .success(let identity) = FileIdentity.status(file.path) else {
                return true
            }
            return seen.insert(identity).inserted
        }
    }

    /// The path without empty and `.` components, so that one file has one name.
    static func normalized(_ path: [UInt8]) -> [UInt8] {
        let parts = path.split(separator: slash).filter { $0 != [dot] }
        let joined = Array(parts.joined(separator: [slash]))
        if path.first == slash { return [slash] + joined }
        return joined.isEmpty ? [dot] : joined
    }

    private static func isPattern(_ argument: String) -> Bool {
        argument.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
    }

    private static func matches(of pattern: String) -> [[UInt8]] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, 0, nil, &found) == 0, let paths = found.gl_pathv else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { paths[$0] }.map { path in
            normalized(Array(UnsafeBufferPointer(start: path, count: strlen(path)).map { UInt8(bitPattern: $0) }))
        }
    }
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")
