/// Why no picture was made.
public enum RenderError: Error, Sendable, Hashable {
    /// The text is not DOT; Graphviz's own words.
    case badGraph(String)
    /// The layout or drawing failed; Graphviz's own words.
    case failed(String)
    /// Graphviz is there, its plugins are not.
    case pluginsMissing
    /// More nodes than can be drawn so that anybody could read it.
    case tooLarge(nodes: Int, limit: Int)
    /// No engine of the ladder finished in time; the engines that were tried.
    case deadline([LayoutEngine])
    /// The child process could not be started, or died; what is known of it.
    case child(String)
}

extension RenderError: CustomStringConvertible {
    /// What is wrong and what to do, in one line.
    public var description: String {
        switch self {
        case .badGraph(let words): "the graph could not be read for drawing: \(words)"
        case .failed(let words): "Graphviz could not draw the graph: \(words)"
        case .pluginsMissing: "Graphviz plugins not found; install them with: apt install graphviz"
        case .tooLarge(let nodes, let limit):
            "\(nodes) nodes are too many for a picture (limit \(limit)); draw fewer with --top 500 or --focus NAME, or write GEXF and open it in Gephi"
        case .deadline(let engines):
            "no layout finished in time (tried \(engines.map(\.rawValue).joined(separator: ", "))); draw fewer nodes with --top or --focus"
        case .child(let words): "the drawing process failed: \(words)"
        }
    }
}
