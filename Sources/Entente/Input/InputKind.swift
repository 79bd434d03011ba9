/// What form a text has, by the name of its file or, where the name does not say, by its first bytes.
public enum InputKind: Sendable, Hashable {
    case plain, markdown, html, jsonLines

    /// The kind that a file name stands for; nil where it says nothing.
    init?(fileName: [UInt8]) {
        guard let kind = InputKind.byExtension[InputKind.fileExtension(fileName)] else { return nil }
        self = kind
    }

    /// The kind of a file: its name decides, then its content.
    init(fileName: [UInt8], content: [UInt8]) {
        self = InputKind(fileName: fileName) ?? InputKind.sniffed(content)
    }

    /// True where a file found in a folder is read: its name has no extension, or a known one.
    static func isRead(_ fileName: [UInt8]) -> Bool {
        let name = fileExtension(fileName)
        return name.isEmpty || byExtension[name] != nil
    }

    private static let byExtension: [String: InputKind] = [
        "txt": .plain, "text": .plain, "md": .markdown, "markdown": .markdown, "html": .html, "htm": .html,
        "xhtml": .html, "jsonl": .jsonLines, "ndjson": .jsonLines, "json": .jsonLines,
    ]

    /// The extension in lower case without its dot; `.gz` is looked through.
    private static func fileExtension(_ fileName: [UInt8]) -> String {
        let name = fileName.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
        var parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        func last() -> String {
            parts.count > 1 ? String(decoding: parts[parts.count - 1], as: UTF8.self).lowercased() : ""
        }
        if last() == "gz" { parts.removeLast() }
        return last()
    }

    private static func sniffed(_ content: [UInt8]) -> InputKind {
        let start = content.lazy.filter { $0 > 0x20 }.prefix(9)
        let head = String(decoding: Array(start), as: UTF8.self).lowercased()
        if head.hasPrefix("<!doctype") || head.hasPrefix("<html") { return .html }
        if head.hasPrefix("{\"") { return .jsonLines }
        return .plain
    }
}
