import ArgumentParser
import Entente

extension DOTWriter.Style: ExpressibleByArgument {}
extension RDFWriter.Version: ExpressibleByArgument {}

/// The forms of formats that have several.
struct FormatOptions: ParsableArguments {
    @Option(help: ArgumentHelp("DOT with its drawing or without: drawn, or plain for Gephi.", valueName: "style"))
    var dotStyle: DOTWriter.Style = .drawn

    @Option(
        help: ArgumentHelp("N-Triples and Turtle in RDF 1.1, or in 1.2 with triple terms.", valueName: "version"))
    var rdf: RDFWriter.Version = .classic

    /// The outputs with their formats in the forms chosen.
    ///
    /// - Throws: A ``Problem`` where a format has no such form.
    func apply(_ targets: [OutputTarget]) throws(Problem) -> [OutputTarget] {
        var result: [OutputTarget] = []
        for target in targets { result.append(try apply(target)) }
        return result
    }

    private func apply(_ target: OutputTarget) throws(Problem) -> OutputTarget {
        guard case .export(let format) = target.content else { return target }
        guard let chosen = format.with(FormatChoices(dotStyle: dotStyle, rdf: rdf)) else {
            throw Problem(
                .usage, file: "-o \(target.path)", what: "\(format.id) has no form for RDF \(rdf.rawValue)",
                advice: "write .nt or .ttl, or leave out --rdf")
        }
        return OutputTarget(path: target.path, content: .export(chosen))
    }
}
