import CGraphviz
import Glibc
import Synchronization

/// The one room in which Graphviz works: everything unsafe and everything global is here, behind one lock.
///
/// Graphviz keeps its messages, its scanner and its splay trees in globals; two threads in it at once crash, even
/// with contexts of their own, and even when they only read.
enum GraphvizRoom {
    private static let lock = Mutex<Void>(())

    /// Runs a job alone, with its messages collected.
    static func enter<Result: Sendable>(
        _ job: () throws(RenderError) -> Result
    ) throws(RenderError) -> Result {
        let outcome: Swift.Result<Result, RenderError> = lock.withLock { _ in
            beginMessages()
            do throws(RenderError) {
                return .success(try job())
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    /// What Graphviz has said since the job began, on one line.
    static var messages: String {
        String(decoding: collected, as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: "; ")
    }

    /// The messages: Graphviz hands them over in fragments and without a context pointer. Only touched under the lock.
    nonisolated(unsafe) private static var collected: [UInt8] = []
    private static let messageLimit = 8_192

    private static func beginMessages() {
        collected = []
        agreseterrors()
        agseterr(AGWARN)
        agseterrf { fragment in
            GraphvizRoom.collect(fragment)
            return 0
        }
    }

    private static func collect(_ fragment: UnsafeMutablePointer<CChar>?) {
        guard let fragment, collected.count < messageLimit else { return }
        collected += UnsafeRawBufferPointer(start: fragment, count: strlen(fragment))
    }
}

/// A parsed graph; only usable inside `GraphvizRoom.enter`.
struct OpenGraph: ~Copyable {
    let pointer: UnsafeMutablePointer<Agraph_t>

    /// Parses DOT.
    init(dot: String) throws(RenderError) {
        guard let pointer = entente_gv_read(dot) else {
            throw .badGraph(GraphvizRoom.messages.isEmpty ? "no graph in it" : GraphvizRoom.messages)
        }
        self.pointer = pointer
    }

    deinit { entente_gv_close(pointer) }

    /// The number of nodes and edges.
    var size: DrawingSize { DrawingSize(nodes: Int(agnnodes(pointer)), edges: Int(agnedges(pointer))) }

    /// The nodes' names and places after a layout, in the order of the graph.
    func places() -> [Placement] {
        var places: [Placement] = []
        var node = agfstnode(pointer)
        while let current = node {
            let box = entente_gv_node_box(current)
            places.append(
                Placement(
                    node: String(cString: entente_gv_name(current)), x: box.x, y: box.y, width: box.width,
                    height: box.height))
            node = agnxtnode(pointer, current)
        }
        return places
    }
}

/// Where a layout put a node: center and size in points, y pointing up.
public struct Placement: Sendable, Hashable, Codable {
    /// The node's id in the DOT text.
    public var node: String
    /// The center.
    public var x: Double
    /// The center.
    public var y: Double
    /// The width of the node's shape.
    public var width: Double
    /// The height of the node's shape.
    public var height: Double

    /// Makes a placement.
    public init(node: String, x: Double, y: Double, width: Double, height: Double) {
        self.node = node
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}
