/// Documents with what was wrong with the others.
public struct DocumentBatch: Sendable {
    /// The documents, sorted by id; ids are distinct.
    public var documents: [Document] = []
    /// What was skipped or repaired.
    public var problems: [Problem] = []
    /// Files of folders that were left out because their names say that they are no texts.
    public var leftOut: [String] = []

    /// True where something that was asked for is missing.
    public var isPartial: Bool { problems.contains { $0.kind != .repaired } }
}

/// Reads documents from files: plain text, Markdown, HTML and JSON Lines, packed or not.
public struct DocumentReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads the documents of files, folders, patterns and `-` for standard input.
    ///
    /// What cannot be read is named in the batch's problems; the rest is read. The order of the arguments makes no
    /// difference.
    public func read(_ arguments: [String]) -> DocumentBatch {
        let located = InputLocator(arguments)
        var batch = DocumentBatch(problems: located.problems, leftOut: located.leftOut)
        for file in located.files { read(file, into: &batch) }
        batch.documents = DocumentReader.distinct(batch.documents)
        return batch
    }

    /// Reads the documents of one file.
    public func read(_ file: InputFile) -> DocumentBatch {
        var batch = DocumentBatch()
        read(file, into: &batch)
        return batch
    }

    private func read(_ file: InputFile, into batch: inout DocumentBatch) {
        do throws(Problem) {
            try append(file.read(), file, to: &batch)
        } catch {
            batch.problems.append(error)
        }
    }

    private func append(_ data: [UInt8], _ file: InputFile, to batch: inout DocumentBatch) throws(Problem) {
        let bytes = try DocumentReader.unpacked(data, file.name)
        guard !DocumentReader.isBlank(bytes) else { throw DocumentReader.empty(file.name) }
        let text = try DocumentReader.decoded(bytes, file.name)
        let kind = InputKind(fileName: file.isStandardInput ? [] : file.path, content: text)
        switch kind {
        case .jsonLines: JSONLinesDocuments.read(text, name: file.name, into: &batch)
        case .plain: add(Document(id: file.name, bytes: text), to: &batch)
        case .markdown: add(MarkdownText(text).document(id: file.name), to: &batch)
        case .html: add(HTMLText.document(id: file.name, html: text), to: &batch)
        }
    }

    private func add(_ document: Document, to batch: inout DocumentBatch) {
        guard !DocumentReader.isBlank(document.bytes) else {
            return batch.problems.append(DocumentReader.empty(document.id))
        }
        if let offset = TextDecoding.firstInvalidByte(document.bytes) {
            batch.problems.append(DocumentReader.repaired(document, offset))
        }
        batch.documents.append(document)
    }
}

extension DocumentReader {
    static func unpacked(_ data: [UInt8], _ name: String) throws(Problem) -> [UInt8] {
        guard Gzip.isGzip(data) else { return data }
        do throws(Gzip.Failure) {
            return try Gzip.unpack(data)
        } catch {
            switch error {
            case .tooLarge: throw FileReading.tooLarge(name)
            case .truncated:
                throw Problem(
                    .data, file: name, what: "is packed data that ends too early", advice: "fetch or pack it once more")
            case .corrupt:
                throw Problem(.data, file: name, what: "is damaged packed data", advice: "test it with gzip -t")
            }
        }
    }

    private static func decoded(_ bytes: [UInt8], _ name: String) throws(Problem) -> [UInt8] {
        switch TextDecoding.decode(bytes) {
        case .text(let text): return text
        case .binary(let kind):
            throw Problem(
                .data, file: name, what: "is \(kind), not text",
                advice: "convert it to text, Markdown, HTML or JSON Lines first")
        }
    }

    private static func repaired(_ document: Document, _ offset: Int) -> Problem {
        let line = document.bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
        return Problem(
            .repaired, file: document.id, line: line, what: "byte \(offset) is not UTF-8; it is shown as U+FFFD",
            advice: "convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8")
    }

    static func empty(_ name: String) -> Problem {
        Problem(.data, file: name, what: "holds no text", advice: "leave it out, or see whether it was saved properly")
    }

    static func isBlank(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    /// Sorts by id; drops a document that is there already, and gives another of the same id a number.
    static func distinct(_ documents: [Document]) -> [Document] {
        let sorted = documents.sorted { a, b in
            a.id.utf8.elementsEqual(b.id.utf8)
                ? a.bytes.lexicographicallyPrecedes(b.bytes) : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
        }
        var result: [Document] = []
        var (name, content, copies) = ("", [UInt8](), 0)
        for document in sorted {
            let isCopy = copies > 0 && document.id.utf8.elementsEqual(name.utf8)
            if isCopy && document.bytes == content { continue }
            copies = isCopy ? copies + 1 : 1
            (name, content) = (document.id, document.bytes)
            result.append(copies == 1 ? document : document.renamed("\(name)#\(copies)"))
        }
        return result
    }
}

extension Document {
    fileprivate func renamed(_ id: String) -> Document {
        var copy = self
        copy.id = id
        return copy
    }
}
