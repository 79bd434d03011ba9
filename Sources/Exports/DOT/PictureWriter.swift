import Annotations
import Graphs

/// A drawing in DOT, ready for Graphviz, with what it shows.
public struct PictureDOT: Sendable, Hashable {
    /// The DOT text.
    public var text: String
    /// The number of entities drawn.
    public var nodes: Int
    /// The number of arrows drawn.
    public var edges: Int
    /// What a reader should know: entities left out.
    public var notes: [String]
}

/// Turns a graph into a drawing: shapes, colors, arrows with their labels on the line, a legend.
///
/// Labels of edges are nodes of their own between the two ends. So they lie on their line, in the line's color, and no
/// layout lets them collide with anything. Above `labelLimit` arrows the labels move into tooltips.
///
/// ```swift
/// let drawing = PictureWriter(options: PictureOptions(theme: .dark)).draw(graph)
/// ```
public struct PictureWriter: Sendable {
    /// How it is to look.
    public var options: PictureOptions
    private let style: PictureStyle

    /// The number of arrows above which labels would cover the drawing.
    static let labelLimit = 200
    /// The number of nodes above which labels of edges would cover the drawing.
    static let labeledNodeLimit = 150

    /// Makes a writer.
    public init(options: PictureOptions = PictureOptions()) {
        self.options = options
        style = PictureStyle(options.theme)
    }

    /// Draws a graph.
    public func draw(_ graph: KnowledgeGraph) -> PictureDOT {
        let isWhole = graph.nodes.count <= options.maximumNodes
        let chosen = isWhole ? graph : GraphIndex(graph).top(options.maximumNodes)
        let model = ExportModel(chosen)
        let arrows = Arrow.all(model, merging: options.merging)
        let isLabeled = arrows.count <= Self.labelLimit && model.nodes.count <= Self.labeledNodeLimit
        let degrees = Self.degrees(model, arrows)
        var text = "digraph Entente {\n"
        let notes = Self.notes(shown: chosen, all: graph)
        text += head(contents(model, arrows, degrees), isLabeled: isLabeled, remark: notes.first)
        text += nodes(model, arrows, degrees, isLabeled: isLabeled)
        let order = isLabeled ? LayerOrder(count: model.nodes.count, arrows) : nil
        for (i, arrow) in arrows.enumerated() { text += self.arrow(arrow, number: i + 1, model, order) }
        text += "}\n"
        let drawn = degrees.count { $0 > 0 || arrows.isEmpty }
        return PictureDOT(text: text, nodes: drawn, edges: arrows.count, notes: notes)
    }

    /// The relations at each node.
    private static func degrees(_ model: ExportModel, _ arrows: [Arrow]) -> [Int] {
        arrows.reduce(into: [Int](repeating: 0, count: model.nodes.count)) { degrees, arrow in
            degrees[arrow.source] += arrow.relations.count
            degrees[arrow.target] += arrow.relations.count
        }
    }

    private static func notes(shown: KnowledgeGraph, all: KnowledgeGraph) -> [String] {
        guard shown.nodes.count < all.nodes.count else { return [] }
        return [
            "showing \(grouped(shown.nodes.count)) of \(grouped(all.nodes.count)) entities, "
                + "\(grouped(shown.edges.count)) of \(grouped(all.edges.count)) relations"
        ]
    }

    /// A number with commas between thousands.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.indices.reduce(into: "") { text, i in
            if i > 0, (digits.count - i) % 3 == 0 { text.append(",") }
            text.append(digits[i])
        }
    }

    private func contents(_ model: ExportModel, _ arrows: [Arrow], _ degrees: [Int]) -> PictureContents {
        var contents = PictureContents()
        let drawn = model.nodes.indices.filter { degrees[$0] > 0 || arrows.isEmpty }
        contents.kinds = Set(drawn.map { model.nodes[$0].node.entity.kind })
        for arrow in arrows {
            contents.add(arrow.polarity, arrow.status, count: arrow.count, isSymmetric: arrow.isSymmetric)
        }
        return contents
    }

    // MARK: Head

    private func head(_ contents: PictureContents, isLabeled: Bool, remark: String?) -> String {
        let legend = PictureLegend(style: style, contents: contents, title: options.title, remark: remark)
        let label = (options.hasLegend ? legend.label : nil).map { "label=\($0), labelloc=b, labeljust=l, " } ?? ""
        let palette = style.palette
        return "graph [\(label)bgcolor=\"\(palette.background)\", fontname=\"\(PictureStyle.font)\", "
            + "fontcolor=\"\(palette.ink)\", outputorder=edgesfirst, pad=0.3, rankdir=\(options.direction.rawValue), "
            + "nodesep=0.16, ranksep=\(isLabeled ? "0.25" : "0.6"), charset=\"UTF-8\"];\n"
            + "node [fontname=\"\(PictureStyle.font)\", fontcolor=\"\(palette.nodeText)\", penwidth=1.4, "
            + "margin=\"0.12,0.06\", height=0.3];\n"
            + "edge [fontname=\"\(PictureStyle.font)\", arrowsize=0.7];\n"
    }

    // MARK: Nodes

    /// Who only speaks, and stands in no relation, is not drawn beside those who do.
    private func nodes(_ model: ExportModel, _ arrows: [Arrow], _ degrees: [Int], isLabeled: Bool) -> String {
        let lines = model.nodes.indices.map {
            degrees[$0] > 0 || arrows.isEmpty ? node(model.nodes[$0], degree: degrees[$0]) : ""
        }
        let labels = isLabeled ? arrows.enumerated().map { label($0.element, number: $0.offset + 1) } : []
        return PictureGroups(options: options, style: style).text(model, lines, labels)
    }

    private func node(_ node: ExportNode, degree: Int) -> String {
        let entity = node.node.entity
        let tip = "\(entity.name) (\(node.kind)): mentioned \(node.node.mentions) times"
        return
            "\(DOTText.identifier(node.id)) [label=\(DOTText.quoted(lines: DOTText.wrapped(entity.name, width: 18))), "
            + "\(style.node(entity.kind, degree: degree)), id=\"node_\(node.id)\", class=\"node \(node.kind)\", "
            + "tooltip=\(DOTText.quoted(DOTText.capped(tip, 300)))];\n"
    }

    // MARK: Arrows

    private func arrow(_ arrow: Arrow, number: Int, _ model: ExportModel, _ order: LayerOrder?) -> String {
        let source = DOTText.identifier(model.nodes[arrow.source].id)
        let target = DOTText.identifier(model.nodes[arrow.target].id)
        let tip = DOTText.quoted(arrow.tooltip)
        let common =
            "\(style.stroke(arrow.polarity, arrow.status, count: arrow.count)), "
            + "class=\"edge \(arrow.polarity.rawValue) \(arrow.status.rawValue)\", "
            + "tooltip=\(tip), edgetooltip=\(tip), weight=\(min(5, arrow.count))"
        guard let order else {
            let heads = PictureStyle.heads(arrow.polarity, isSymmetric: arrow.isSymmetric)
            return "\(source) -> \(target) [id=\"arrow_\(number)\", \(common), \(heads)];\n"
        }
        let label = Self.labelID(number)
        let isBackward = order.isBackward(arrow)
        let halves = halves(arrow, isBackward: isBackward)
        return
            "\(isBackward ? target : source) -> \(label) [id=\"arrow_\(number)a\", \(common), \(halves.upper), len=0.9];\n"
            + "\(label) -> \(isBackward ? source : target) [id=\"arrow_\(number)b\", \(common), \(halves.lower), len=0.9];\n"
    }

    /// The heads of the half above the label and of the half below it.
    private func halves(_ arrow: Arrow, isBackward: Bool) -> (upper: String, lower: String) {
        let head = PictureStyle.arrowhead(arrow.polarity)
        let up = "dir=back, arrowtail=\(head)"
        let down = "arrowhead=\(head)"
        return (
            upper: arrow.isSymmetric || isBackward ? up : "dir=none",
            lower: arrow.isSymmetric || !isBackward ? down : "dir=none"
        )
    }

    private static func labelID(_ number: Int) -> String { "label_\(number)_" }

    private func label(_ arrow: Arrow, number: Int) -> PictureGroups.Label {
        let palette = style.palette
        let id = Self.labelID(number)
        let link = arrow.link.map { ", URL=\(DOTText.quoted($0))" } ?? ""
        let line =
            "\(id) [label=\(DOTText.quoted(lines: arrow.lines)), shape=box, style=\"filled,rounded\", penwidth=0, "
            + "color=\"\(palette.background)\", fillcolor=\"\(palette.background)\", "
            + "fontcolor=\"\(palette.label(arrow.polarity))\", fontsize=11, margin=\"0.03,0.01\", width=0.1, height=0.1, "
            + "id=\"\(id)\", class=\"label\", tooltip=\(DOTText.quoted(arrow.tooltip))\(link)];\n"
        return PictureGroups.Label(source: arrow.source, target: arrow.target, line: line)
    }
}
