import Knowledge

/// Knowledge files of the user's own, read on top of the built-in ones.
enum KnowledgeFolder {
    static func knowledge(_ path: String?) throws(Problem) -> Knowledge {
        guard let path else { return .standard }
        let files = try files(path)
        do throws(KnowledgeError) {
            return try Knowledge.standard.adding(files)
        } catch {
            throw Problem(
                .data, file: "\(path)/\(error.file)", line: error.line, what: error.message, advice: "mend the line")
        }
    }

    /// The files of a folder and its subfolders, by their names below it.
    private static func files(_ path: String) throws(Problem) -> [KnowledgeFile] {
        guard let found = FileIdentity.of(path) else { throw FileReading.problem(path, 2) }
        guard found.isFolder else {
            throw Problem(
                .noInput, file: path, what: "is not a folder", advice: "name the folder of the knowledge files")
        }
        var files: [KnowledgeFile] = []
        var pending = [""]
        while let folder = pending.popLast() {
            for name in FolderListing.names(in: Array("\(path)/\(folder)".utf8)) ?? [] {
                let name = folder + String(decoding: name, as: UTF8.self)
                if FileIdentity.of("\(path)/\(name)")?.isFolder == true {
                    pending.append(name + "/")
                } else {
                    files.append(KnowledgeFile(name: name, bytes: try InputFile(path: "\(path)/\(name)").read()))
                }
            }
        }
        return files.sorted { $0.name < $1.name }
    }
}
