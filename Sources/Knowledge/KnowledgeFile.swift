import CKnowledge

/// One knowledge file: its name below the data folder and its bytes.
public struct KnowledgeFile: Sendable, Hashable {
    /// The name below the data folder (`states.tsv`, `rules/backs.rules`).
    public var name: String
    /// The content.
    public var bytes: [UInt8]

    /// Makes a file from its content.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Makes a file from text.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The files that are built into the program, sorted by name.
    public static var embedded: [KnowledgeFile] {
        (0..<entente_knowledge_file_count).map { index in
            let file = entente_knowledge_file_at(index)
            return KnowledgeFile(
                name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
            )
        }
    }
}
