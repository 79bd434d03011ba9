/// A folder of texts (`NAME.txt`) with the assertions that readers found in them (`NAME.jsonl`).
public struct GoldFolder: Sendable {
    /// The documents, in the order in which the pipeline takes documents.
    public var documents: [GoldDocument]

    /// Reads a folder; texts without assertions beside them are left alone.
    ///
    /// - Throws: A ``Problem`` where the folder, a text or a row cannot be read.
    public static func read(_ path: String, ontology: Ontology) throws(Problem) -> GoldFolder {
        let names = try names(path)
        let texts = try texts(names.map { "\(path)/\($0).txt" })
        let reader = GoldAssertionReader(ontology: ontology)
        var documents: [GoldDocument] = []
        for document in texts {
            guard let name = names.first(where: { document.id.hasSuffix("/\($0).txt") }) else { continue }
            let file = InputFile(path: "\(path)/\(name).jsonl")
            let assertions = try reader.read(file.read(), file: file.name)
            documents.append(GoldDocument(name: name, document: document, assertions: assertions))
        }
        return GoldFolder(documents: documents)
    }

    private static let ending = ".jsonl"

    private static func names(_ path: String) throws(Problem) -> [String] {
        guard let found = FileIdentity.of(path) else { throw FileReading.problem(path, 2) }
        guard found.isFolder else {
            throw Problem(.noInput, file: path, what: "is not a folder", advice: "name the folder of the gold files")
        }
        let files = (FolderListing.names(in: Array(path.utf8)) ?? []).map { String(decoding: $0, as: UTF8.self) }
        let names = files.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.map {
            String($0.dropLast(ending.count))
        }
        guard !names.isEmpty else {
            throw Problem(
                .noInput, file: path, what: "holds no gold", advice: "it should hold pairs of NAME.txt and NAME.jsonl")
        }
        return names.sorted()
    }

    /// All the texts; one that cannot be read would be measured as if nothing was found in it.
    private static func texts(_ paths: [String]) throws(Problem) -> [Document] {
        let batch = DocumentReader().read(paths)
        if let problem = batch.problems.first(where: { $0.kind != .repaired }) { throw problem }
        return batch.documents
    }
}
