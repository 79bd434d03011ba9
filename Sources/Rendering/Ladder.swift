/// How many nodes and edges a drawing has.
public struct DrawingSize: Sendable, Hashable, Codable {
    /// The number of nodes.
    public var nodes: Int
    /// The number of edges.
    public var edges: Int

    /// Makes a size.
    public init(nodes: Int, edges: Int) {
        self.nodes = nodes
        self.edges = edges
    }
}

/// One way to lay a graph out: an engine, its settings and how long it may take.
public struct Rung: Sendable, Hashable, Codable {
    /// The engine.
    public var engine: LayoutEngine
    /// Graph attributes, set in this order before the layout.
    public var attributes: [Attribute]
    /// False where labels on edges would cost too much time or cover the drawing; they stay as tooltips.
    public var keepsEdgeLabels: Bool
    /// How many nodes keep their label; the ones with most edges.
    public var labeledNodes: Int
    /// The deadline in seconds.
    public var seconds: Double

    /// A name and a value.
    public struct Attribute: Sendable, Hashable, Codable {
        /// The attribute's name.
        public var name: String
        /// Its value.
        public var value: String

        /// Makes an attribute.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Makes a rung.
    public init(
        engine: LayoutEngine, attributes: [Attribute] = [], keepsEdgeLabels: Bool = true, labeledNodes: Int = .max,
        seconds: Double = 10
    ) {
        self.engine = engine
        self.attributes = attributes
        self.keepsEdgeLabels = keepsEdgeLabels
        self.labeledNodes = labeledNodes
        self.seconds = seconds
    }
}

/// Which engines to try for a drawing, best first; the next one is for when one does not finish in time.
///
/// The borders are measured: `dot` is the most readable and explodes first; routed splines cost the spring
/// engines minutes above about 60 nodes, straight lines do not.
public struct Ladder: Sendable, Hashable {
    /// The rungs, best first.
    public var rungs: [Rung]

    /// The largest number of nodes that is drawn unless forced.
    public static let limit = 10_000

    /// The ladder for a size, or for one engine where the caller insists.
    ///
    /// - Throws: `RenderError.tooLarge` above `limit` nodes unless `isForced`.
    public init(size: DrawingSize, engine: LayoutEngine? = nil, isForced: Bool = false) throws(RenderError) {
        guard size.nodes <= Ladder.limit || isForced else {
            throw .tooLarge(nodes: size.nodes, limit: Ladder.limit)
        }
        switch engine {
        case .dot?: rungs = [.layers(seconds: 60)] + Ladder.springs(size)
        case .neato?: rungs = [.springs(size, seconds: 60)] + Ladder.scales(size)
        case .sfdp?: rungs = Ladder.scales(size)
        case .fixed?: rungs = [Rung(engine: .fixed, attributes: [.init("splines", "line")], seconds: 30)]
        case nil: rungs = Ladder.all(size)
        }
    }

    private static func all(_ size: DrawingSize) -> [Rung] {
        switch size.nodes {
        case ...60: [.layers(seconds: 10)] + springs(size)
        case ...150 where size.edges <= 300: [.layers(seconds: 3)] + springs(size)
        case ...150: springs(size)
        default: scales(size)
        }
    }

    private static func springs(_ size: DrawingSize) -> [Rung] {
        [.springs(size, seconds: 10)] + scales(size)
    }

    private static func scales(_ size: DrawingSize) -> [Rung] {
        [.scales(size, overlap: size.nodes <= 2_000 ? "prism" : "prism20"), .scales(size, overlap: "true")]
    }
}

extension Rung {
    static func layers(seconds: Double) -> Rung {
        Rung(
            engine: .dot,
            attributes: [
                .init("nodesep", "0.3"), .init("ranksep", "0.5"), .init("splines", "true"), .init("nslimit", "2"),
                .init("nslimit1", "2"), .init("mclimit", "1"),
            ], seconds: seconds)
    }

    static func springs(_ size: DrawingSize, seconds: Double) -> Rung {
        Rung(
            engine: .neato,
            attributes: [
                .init("overlap", "false"), .init("sep", "+12"), .init("splines", "line"), .init("start", "1"),
            ],
            keepsEdgeLabels: size.edges <= 200, seconds: seconds)
    }

    static func scales(_ size: DrawingSize, overlap: String) -> Rung {
        Rung(
            engine: .sfdp,
            attributes: [.init("overlap", overlap), .init("splines", "line"), .init("K", "0.9"), .init("start", "1")],
            keepsEdgeLabels: size.nodes <= 150 && size.edges <= 200, labeledNodes: size.nodes <= 2_000 ? .max : 200,
            seconds: size.nodes <= 2_000 ? 30 : 120)
    }
}
