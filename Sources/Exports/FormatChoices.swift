/// What formats that have several forms leave to the user.
public struct FormatChoices: Sendable, Hashable {
    /// How much of the drawing goes into DOT.
    public var dotStyle: DOTWriter.Style
    /// The version of RDF.
    public var rdf: RDFWriter.Version

    /// Makes choices; without arguments, what formats are by themselves.
    public init(dotStyle: DOTWriter.Style = .drawn, rdf: RDFWriter.Version = .classic) {
        self.dotStyle = dotStyle
        self.rdf = rdf
    }
}

extension ExportFormat {
    /// The format in the form that was chosen; nil where it has no such form.
    public func with(_ choices: FormatChoices) -> ExportFormat? {
        var files: [ExportFile] = []
        for file in self.files {
            guard let writer = Self.writer(file.writer, choices) else { return nil }
            files.append(ExportFile(name: file.name, writer: writer))
        }
        return ExportFormat(id: id, extensions: extensions, summary: summary, loses: loses, files: files)
    }

    private static func writer(_ writer: any ExportWriter, _ choices: FormatChoices) -> (any ExportWriter)? {
        switch writer {
        case let writer as DOTWriter: DOTWriter(options: writer.options, detail: choices.dotStyle)
        case let writer as RDFWriter: writer.with(choices.rdf)
        default: writer
        }
    }
}
