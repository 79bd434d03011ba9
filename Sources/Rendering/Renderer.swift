import CGraphviz

/// How large a bitmap may be.
public struct PixelLimits: Sendable, Hashable, Codable {
    /// The resolution asked for.
    public var dpi: Double
    /// The longest side in pixels; the resolution sinks until the picture fits.
    public var longestSide: Double

    /// The longest side that is ever drawn; cairo breaks at twice of it.
    public static let ceiling = 16_384.0

    /// Makes limits; both values are brought into the range that works.
    public init(dpi: Double = 96, longestSide: Double = 4_096) {
        self.dpi = min(max(dpi.isFinite ? dpi : 96, 24), 600)
        self.longestSide = min(max(longestSide.isFinite ? longestSide : 4_096, 64), PixelLimits.ceiling)
    }

    /// The resolution for a drawing of this many points.
    func resolution(width: Double, height: Double) -> Double {
        let points = max(width, height, 1)
        return max(1, min(dpi, (longestSide * 72 / points).rounded(.down)))
    }
}

/// A drawn graph.
public struct Picture: Sendable, Hashable {
    /// The bytes of the file.
    public var bytes: [UInt8]
    /// The engine that laid it out.
    public var engine: LayoutEngine
    /// What a reader should know: labels left out, engines that ran out of time, Graphviz's warnings.
    public var notes: [String]

    /// Makes a picture.
    public init(bytes: [UInt8], engine: LayoutEngine, notes: [String] = []) {
        self.bytes = bytes
        self.engine = engine
        self.notes = notes
    }
}

/// Where everything is after a layout.
public struct Layout: Sendable, Hashable {
    /// The nodes in the order of the graph.
    public var placements: [Placement]
    /// The width of the drawing in points.
    public var width: Double
    /// The height of the drawing in points.
    public var height: Double
    /// The engine that made it.
    public var engine: LayoutEngine
}

/// Draws DOT with Graphviz inside this process, one drawing at a time.
///
/// A layout cannot be stopped and may eat memory: a program that draws graphs of any size uses `ChildRenderer`, whose
/// child process comes here. The same text gives the same bytes.
///
/// ```swift
/// let picture = try Renderer().render(dot: "digraph { a -> b }", format: .svg)
/// ```
public struct Renderer: Sendable, Hashable {
    /// How large bitmaps may be.
    public var limits: PixelLimits

    /// Makes a renderer.
    public init(limits: PixelLimits = PixelLimits()) { self.limits = limits }

    /// How many nodes and edges a DOT text has.
    public static func size(of dot: String) throws(RenderError) -> DrawingSize {
        try GraphvizRoom.enter { () throws(RenderError) in try OpenGraph(dot: dot).size }
    }

    /// Draws a graph with one engine, or with the best one for its size.
    ///
    /// - Throws: what `RenderError` tells; never returns an empty picture.
    public func render(
        dot: String, format: PictureFormat, engine: LayoutEngine? = nil
    ) throws(RenderError) -> Picture {
        let ladder = try Ladder(size: Renderer.size(of: dot), engine: engine)
        guard let rung = ladder.rungs.first else { throw .deadline([]) }
        return try render(dot: dot, format: format, rung: rung)
    }

    /// Draws a graph in exactly one way.
    public func render(dot: String, format: PictureFormat, rung: Rung) throws(RenderError) -> Picture {
        try GraphvizRoom.enter { () throws(RenderError) in
            let graph = try OpenGraph(dot: dot)
            let context = try OpenContext()
            let notes = try context.layOut(graph, rung)
            defer { context.free(graph) }
            let box = entente_gv_bounds(graph.pointer)
            if format == .png {
                entente_gv_set_dpi(
                    graph.pointer,
                    limits.resolution(width: box.width + Renderer.margins, height: box.height + Renderer.margins))
            }
            let bytes = try context.draw(graph, format)
            let fonts = format == .svg ? [] : FontCoverage.notes(for: dot)
            return Picture(
                bytes: Renderer.clean(bytes, format), engine: rung.engine, notes: notes + OpenContext.warnings + fonts)
        }
    }

    /// The margins on two sides of a picture, in points, which Graphviz does not count as part of the drawing.
    private static let margins = 2 * 0.3 * 72

    /// The picture without what differs between machines and moments.
    private static func clean(_ bytes: [UInt8], _ format: PictureFormat) -> [UInt8] {
        switch format {
        case .png: bytes
        case .svg: SVGCleaner.clean(bytes)
        case .pdf: PDFCleaner.clean(bytes)
        }
    }

    /// Lays a graph out without drawing it.
    public func layout(dot: String, rung: Rung) throws(RenderError) -> Layout {
        try GraphvizRoom.enter { () throws(RenderError) in
            let graph = try OpenGraph(dot: dot)
            let context = try OpenContext()
            _ = try context.layOut(graph, rung)
            defer { context.free(graph) }
            let box = entente_gv_bounds(graph.pointer)
            return Layout(placements: graph.places(), width: box.width, height: box.height, engine: rung.engine)
        }
    }

    /// Lays a graph out with the best engine for its size.
    public func layout(dot: String, engine: LayoutEngine? = nil) throws(RenderError) -> Layout {
        let ladder = try Ladder(size: Renderer.size(of: dot), engine: engine)
        guard let rung = ladder.rungs.first else { throw .deadline([]) }
        return try layout(dot: dot, rung: rung)
    }
}
