import Annotations
import Graphs

/// Where a layout put an entity: the center in points, y pointing down.
public struct ExplorerPoint: Sendable, Hashable {
    /// The distance from the left.
    public var x: Double
    /// The distance from the top.
    public var y: Double

    /// Makes a point.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// Writes a page that lets anybody explore the graph in a browser, without a network: one file with its own script.
///
/// The page's security policy allows that script, by its hash, and nothing else: no requests, no other code. The data
/// stand in it as JSON in which nothing can end the element around it, and the script puts them into the page as text.
///
/// Positions come from a layout of `layoutDrawing(_:)`; without them, the page spreads the entities itself.
///
/// ```swift
/// let drawing = HTMLWriter.layoutDrawing(graph)
/// let size = DrawingSize(nodes: drawing.nodes, edges: drawing.edges)
/// let layout = try ChildRenderer().layout(dot: drawing.text, size: size, engine: .forExplorer(size))
/// let points = Dictionary(uniqueKeysWithValues: layout.placements.map {
///     ($0.node, ExplorerPoint(x: $0.x, y: layout.height - $0.y))
/// })
/// let writer = HTMLWriter(title: "Syria 2015", positions: points)
/// ```
public struct HTMLWriter: ExportWriter {
    /// The heading.
    public var title: String
    /// The centers of entities by their machine ids (`ExportNode.id`); where any is missing, none is used.
    public var positions: [String: ExplorerPoint]

    /// What is added to the count of what is shown ("of 12,431 entities"), or nil.
    public var remark: String?

    /// Makes a writer.
    public init(title: String = "Entente", positions: [String: ExplorerPoint] = [:], remark: String? = nil) {
        self.title = title
        self.positions = positions
        self.remark = remark
    }

    /// What Graphviz is to lay out for the page: the entities with their sizes, and one plain edge per pair.
    public static func layoutDrawing(_ graph: KnowledgeGraph) -> PictureDOT {
        let model = ExportModel(graph)
        var pairs: Set<[Int]> = []
        var degrees = [Int](repeating: 0, count: model.nodes.count)
        for edge in model.edges {
            degrees[edge.source] += 1
            degrees[edge.target] += 1
            if edge.source != edge.target { pairs.insert([edge.source, edge.target].sorted()) }
        }
        let style = PictureStyle(.light)
        var text = "graph Entente {\nnode [fontname=\"\(PictureStyle.font)\", margin=\"0.15,0.08\"];\nedge [len=1.5];\n"
        for (i, node) in model.nodes.enumerated() {
            let label = DOTText.quoted(lines: DOTText.wrapped(node.label, width: 18))
            text +=
                "\(DOTText.identifier(node.id)) [label=\(label), \(style.node(node.node.entity.kind, degree: degrees[i]))];\n"
        }
        for pair in pairs.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
            text +=
                "\(DOTText.identifier(model.nodes[pair[0]].id)) -- \(DOTText.identifier(model.nodes[pair[1]].id));\n"
        }
        return PictureDOT(text: text + "}\n", nodes: model.nodes.count, edges: pairs.count, notes: [])
    }

    /// Writes a page.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        head(&out)
        out.literal("<script type=\"application/json\" id=\"graph\">")
        try ExplorerData(model: model, positions: positions, remark: remark).write(to: &out)
        out.literal("</script>\n<script>")
        out.bytes(ExplorerAssets.script)
        out.literal("</script>\n</body>\n</html>\n")
    }

    private var policy: String {
        let script = SHA256.base64(SHA256.hash(ExplorerAssets.script))
        let style = SHA256.base64(SHA256.hash(ExplorerAssets.style))
        return "default-src 'none'; script-src 'sha256-\(script)'; style-src 'sha256-\(style)'; img-src data: blob:; "
            + "base-uri 'none'; form-action 'none'"
    }

    private func head(_ out: inout ByteWriter) {
        out.literal("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        out.literal("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        out.text(policy)
        out.literal("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        out.literal("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        out.text(TextCleaner.clean(title), .xmlText)
        out.literal("</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>")
        out.bytes(ExplorerAssets.style)
        out.literal("</style>\n</head>\n<body>\n")
        body(&out)
    }

    private func body(_ out: inout ByteWriter) {
        out.literal("<header>\n<h1>")
        out.text(TextCleaner.clean(title), .xmlText)
        out.literal(
            """
            </h1>
            <form id="searchform" class="search" role="search">
            <input id="search" type="search" placeholder="Search entities ( / )" aria-label="Search entities" \
            autocomplete="off" aria-controls="results" aria-expanded="false">
            <ul id="results"></ul>
            </form>
            <button id="fit" type="button" title="Fit the whole graph (0)">Fit</button>
            <button id="save" type="button" title="Save what is seen as a picture">PNG</button>
            <button id="theme" type="button">Dark</button>
            </header>
            <main id="stage"><canvas id="canvas" tabindex="0" role="img" aria-label="The graph: arrow keys move, plus and \
            minus zoom, 0 shows all; the panel lists the same entities and relations."></canvas></main>
            <aside id="panel" aria-label="Filters and evidence">
            <div id="filters"></div>
            <div id="detail" aria-live="polite"></div>
            </aside>
            <p id="count" role="status"></p>
            <noscript>This page draws its graph with a script of its own; please allow scripts for it.</noscript>

            """)
    }
}
