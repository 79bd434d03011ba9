import Annotations
import Graphs

/// Writes DOT that holds all that the graph holds and draws well as it is: one statement per node and edge.
///
/// Ids need no quotes, each edge has a unique `key`, lists and passages are JSON. Graphviz 2 refuses strings above
/// 16,384 bytes: what would be longer is cut to whole list items and passages, and `document_count` and `count` still
/// tell the true numbers.
public struct DOTWriter: ExportWriter {
    /// How much of the drawing goes into the file.
    public enum Style: String, Sendable, Hashable, CaseIterable {
        /// Shapes, colors, lines and a legend.
        case drawn
        /// Data alone, without default statements: Gephi's reader stumbles over those.
        case plain
    }

    private static let nodeFields = TaggedFields(NodeField.allCases.filter { $0 != .label }) { ", \($0.rawValue)=" }
    private static let edgeFields = TaggedFields(
        EdgeField.allCases.filter { $0 != .label && $0 != .interaction }
    ) { ", \($0.rawValue)=" }

    /// The look, for `Style.drawn`.
    public var options: PictureOptions
    /// How much of the drawing goes into the file.
    public var detail: Style

    /// Makes a writer.
    public init(options: PictureOptions = PictureOptions(), detail: Style = .drawn) {
        self.options = options
        self.detail = detail
    }

    /// Writes a graph.
    public func write(_ model: ExportModel, to out: inout ByteWriter) throws {
        let style = PictureStyle(options.theme)
        out.literal("digraph Entente {\n")
        if detail == .drawn { out.text(head(model, style)) }
        let degrees = detail == .drawn ? Self.degrees(model) : []
        for i in model.nodes.indices {
            node(
                model.nodes[i],
                drawing: detail == .drawn ? style.node(model.nodes[i].node.entity.kind, degree: degrees[i]) : "", &out)
            try out.drain()
        }
        let pens = EdgePens(model.relations, style, isPlain: detail == .plain)
        for row in model.edges {
            edge(model.view(row), pens, &out)
            try out.drain()
        }
        out.literal("}\n")
    }

    private static func degrees(_ model: ExportModel) -> [Int] {
        var degrees = [Int](repeating: 0, count: model.nodes.count)
        for edge in model.edges {
            degrees[edge.source] += 1
            degrees[edge.target] += 1
        }
        return degrees
    }

    private func head(_ model: ExportModel, _ style: PictureStyle) -> String {
        var contents = PictureContents()
        contents.kinds = Set(model.nodes.map(\.node.entity.kind))
        for row in model.edges {
            let type = model.relations[row.relation].type
            let edge = model.graph.edges[row.index]
            contents.add(type.polarity, edge.status, count: edge.passages.count, isSymmetric: type.isSymmetric)
        }
        let legend = PictureLegend(style: style, contents: contents, title: options.title, remark: nil)
        let label = (options.hasLegend ? legend.label : nil).map { "label=\($0), labelloc=b, labeljust=l, " } ?? ""
        let palette = style.palette
        return "graph [\(label)bgcolor=\"\(palette.background)\", fontname=\"\(PictureStyle.font)\", "
            + "outputorder=edgesfirst, pad=0.3, nodesep=0.3, ranksep=0.5, rankdir=\(options.direction.rawValue)];\n"
            + "node [fontname=\"\(PictureStyle.font)\", fontcolor=\"\(palette.nodeText)\", penwidth=1.4, "
            + "margin=\"0.12,0.06\", height=0.3];\n"
            + "edge [fontname=\"\(PictureStyle.font)\", fontsize=10, fontcolor=\"\(palette.ink)\", arrowsize=0.7];\n"
    }

    // MARK: Statements

    private func node(_ node: ExportNode, drawing: String, _ out: inout ByteWriter) {
        out.text(DOTText.identifier(node.id))
        out.literal(" [")
        label(node.label, &out)
        Self.nodeFields.write(node, to: &out, value: Self.value)
        if !drawing.isEmpty {
            out.literal(", ")
            out.text(drawing)
        }
        out.literal("];\n")
    }

    private func edge(_ edge: EdgeView, _ pens: EdgePens, _ out: inout ByteWriter) {
        out.text(DOTText.identifier(edge.source.id))
        out.literal(" -> ")
        out.text(DOTText.identifier(edge.target.id))
        out.literal(" [key=e")
        out.hexadecimal(edge.row.key)
        out.literal(", ")
        label(edge.label, &out)
        Self.edgeFields.write(edge, to: &out, value: Self.value)
        pens.write(edge, &out)
        out.literal("];\n")
    }

    private func label(_ text: String, _ out: inout ByteWriter) {
        out.literal("label=\"")
        let text = DOTLimits.cut(text)
        let hasEntity = text.utf8.contains(UInt8(ascii: "&")) && text.utf8.contains(UInt8(ascii: ";"))
        out.text(text, hasEntity ? .dotLabel : .dot)
        out.literal("\"")
    }

    private static func value(_ value: FieldValue, _ field: some ExportField, _ out: inout ByteWriter) {
        let value = DOTLimits.cut(value)
        if value.isQuoted { out.byte(UInt8(ascii: "\"")) }
        ValueStyle.dot.write(value, to: &out)
        if value.isQuoted { out.byte(UInt8(ascii: "\"")) }
    }
}

/// The drawing attributes of edges, made once per relation and status.
private struct EdgePens {
    private let styles: [[UInt8]]
    private let widths: [[UInt8]]
    private let isPlain: Bool

    init(_ relations: [ExportRelation], _ style: PictureStyle, isPlain: Bool) {
        self.isPlain = isPlain
        styles = relations.flatMap { relation in
            Status.allCases.map { status in
                let polarity = relation.type.polarity
                let text =
                    ", color=\"\(style.color(polarity, status))\", style=\(PictureStyle.line(status)), "
                    + PictureStyle.heads(polarity, isSymmetric: relation.type.isSymmetric) + ", penwidth="
                return Array(text.utf8)
            }
        }
        widths = (0...64).map { Array(PictureStyle.fixed(PictureStyle.width(count: $0)).utf8) }
    }

    func write(_ edge: EdgeView, _ out: inout ByteWriter) {
        guard !isPlain else { return }
        let status = Status.allCases.firstIndex(of: edge.status) ?? 0
        out.bytes(styles[edge.row.relation * Status.allCases.count + status])
        out.bytes(widths[min(edge.count, 64)])
    }
}

/// Keeps strings below the length at which Graphviz 2 stops reading.
private enum DOTLimits {
    private static let bytes = 12_000

    static func cut(_ text: String) -> String {
        guard worst(text) > bytes, cost(text) > bytes else { return text }
        return String(text.prefix(1_000)) + "…"
    }

    static func cut(_ value: FieldValue) -> FieldValue {
        switch value {
        case .text(let text): return .text(cut(text))
        case .list(let values):
            if values.count == 1, worst(values[0]) < bytes { return value }
            return .list(Array(values.prefix(fitting(values) { cost($0) + 6 })))
        case .passages(let passages):
            if passages.count == 1, worst(passages[0]) < bytes { return value }
            return .passages(Array(passages.prefix(fitting(passages, cost))))
        case .identifier, .integer, .number, .boolean: return value
        }
    }

    /// How many of the elements fit together.
    private static func fitting<Element>(_ elements: [Element], _ cost: (Element) -> Int) -> Int {
        var rest = bytes
        for i in elements.indices {
            rest -= cost(elements[i])
            if rest < 0 { return i }
        }
        return elements.count
    }

    private static func cost(_ passage: Edge.Passage) -> Int { sum(passage, cost) }

    /// At least what a passage costs; its characters need not be looked at.
    private static func worst(_ passage: Edge.Passage) -> Int { sum(passage, worst) }

    private static func sum(_ passage: Edge.Passage, _ cost: (String) -> Int) -> Int {
        let evidence = passage.evidence
        var sum = 260 + cost(evidence.document) + cost(evidence.text) + cost(passage.speaker?.id ?? "")
        for name in evidence.attribution { sum += cost(name) + 6 }
        for finding in evidence.findings { sum += 80 + cost(finding.name) + cost(finding.method) }
        return sum
    }

    private static func worst(_ text: String) -> Int { text.utf8.count * 6 }

    /// The bytes of a text, with six for what JSON may write as `\u00XX`.
    private static func cost(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { $0.reduce(0) { $0 + ($1 < 32 || $1 == 34 || $1 == 92 || $1 == 127 ? 6 : 1) } }
    }
}
