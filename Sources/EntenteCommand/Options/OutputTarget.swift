import Entente
import Rendering

/// A file to write and what to write into it.
struct OutputTarget: Sendable {
    /// What is written.
    enum Content: Sendable {
        case export(ExportFormat)
        case database
        case explorer
        case picture(PictureFormat)
    }

    /// The file; `-` is standard output.
    let path: String
    /// What is written.
    let content: Content

    /// A file with a content that is known already.
    init(path: String, content: Content) {
        self.path = path
        self.content = content
    }

    /// Chooses the content by name, else by the extension of the path.
    init(path: String, format: String?) throws(Problem) {
        self.path = path
        if let format {
            content = try OutputTarget.named(format)
        } else if let picture = PictureFormat(rawValue: OutputTarget.fileExtension(path)) {
            content = .picture(picture)
        } else if DatabaseFormat.extensions.contains(OutputTarget.fileExtension(path)) {
            content = .database
        } else if let export = ExportFormat.forPath(path) {
            content = OutputTarget.content(export)
        } else {
            throw OutputTarget.unknown(path)
        }
    }

    /// The outputs that a subcommand names, checked before any work is done.
    ///
    /// - Throws: A ``Problem`` where a format is unknown, or an output is named twice or is an input.
    static func all(_ paths: [String], format: String?, inputs: [String]) throws(Problem) -> [OutputTarget] {
        try OutputCheck.check(outputs: paths, inputs: inputs)
        var targets: [OutputTarget] = []
        for path in paths { targets.append(try OutputTarget(path: path, format: format)) }
        return targets
    }

    /// True where the content is drawn.
    var isPicture: Bool {
        if case .picture = content { true } else { false }
    }

    private static func named(_ name: String) throws(Problem) -> Content {
        if let picture = PictureFormat(rawValue: name.lowercased()) { return .picture(picture) }
        if name.lowercased() == DatabaseFormat.id { return .database }
        if let export = ExportFormat.named(name) { return content(export) }
        throw Problem(
            .usage, file: "--format \(name)", what: "there is no such format", advice: "use one of: \(names)")
    }

    /// The explorer needs a layout before it is written.
    private static func content(_ format: ExportFormat) -> Content {
        format.id == "html" ? .explorer : .export(format)
    }

    private static func unknown(_ path: String) -> Problem {
        let what = path == "-" ? "standard output has no extension" : "its extension stands for no format"
        return Problem(.usage, file: "-o \(path)", what: what, advice: "add --format with one of: \(names)")
    }

    private static var names: String {
        (ExportFormat.all.map(\.id) + [DatabaseFormat.id] + PictureFormat.allCases.map(\.rawValue)).joined(
            separator: ", ")
    }

    private static func fileExtension(_ path: String) -> String {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "" }
        return path[path.index(after: dot)...].lowercased()
    }
}
