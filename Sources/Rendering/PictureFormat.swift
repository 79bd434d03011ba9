/// The picture formats that Graphviz draws for this project.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable, Codable {
    case png, svg, pdf

    /// The renderer that Graphviz is asked for, named with its plugin where another one would draw worse.
    var graphvizName: String {
        switch self {
        case .png: "png:cairo"
        case .svg: "svg:svg:core"
        case .pdf: "pdf:cairo"
        }
    }
}

/// The layout engines that are worth using on graphs of news.
public enum LayoutEngine: String, Sendable, Hashable, CaseIterable, Codable {
    /// Layers from top to bottom: the most readable up to about 60 nodes.
    case dot
    /// Springs: readable up to a few hundred nodes.
    case neato
    /// Springs on several scales: thousands of nodes.
    case sfdp
    /// Positions as the nodes' `pos` attributes give them.
    case fixed

    /// The name by which Graphviz knows the engine.
    var graphvizName: String { self == .fixed ? "nop" : rawValue }

    /// The engine for a page in which edges are curves from center to center: springs, as far as they are fast.
    public static func forExplorer(_ size: DrawingSize) -> LayoutEngine { size.nodes <= 300 ? .neato : .sfdp }
}
