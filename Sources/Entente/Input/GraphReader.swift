/// Reads graphs that Entente wrote: JSON Lines or GraphML, packed or not.
public struct GraphReader: Sendable {
    /// What relations mean that a file names without saying.
    public let ontology: Ontology

    /// Makes a reader.
    public init(ontology: Ontology) { self.ontology = ontology }

    /// Reads a graph; `-` is standard input.
    ///
    /// - Throws: A ``Problem`` that says which line of the file is wrong and what to do.
    public func read(_ path: String) throws(Problem) -> KnowledgeGraph {
        let file = InputFile(path: path)
        var bytes = try DocumentReader.unpacked(file.read(), file.name)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        do throws(GraphReadError) {
            return try parse(bytes, file.name)
        } catch {
            throw Problem(.data, file: file.name, line: error.line, what: error.problem, advice: error.hint)
        }
    }

    /// Tells the formats apart by their first character.
    private func parse(_ bytes: [UInt8], _ name: String) throws(GraphReadError) -> KnowledgeGraph {
        switch bytes.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "<"): return try GraphMLReader().read(bytes)
        case UInt8(ascii: "{"): return try JSONLinesReader(ontology: ontology).read(bytes)
        case nil:
            throw GraphReadError(
                line: 1, problem: "the file is empty", hint: "make it with: entente build INPUT -o FILE")
        default:
            throw GraphReadError(
                line: 1, problem: "this is neither GraphML nor JSON Lines",
                hint: "make a graph with: entente build INPUT -o graph.jsonl")
        }
    }
}
