import Annotations
import Graphs

/// Draws what stands between two entities in the order of time: two life lines, an arrow per passage.
///
/// The drawing has places of its own: lay it out with the engine `fixed`. Passages without a date come last.
public struct PairTimeline: Sendable {
    /// The colors.
    public var theme: PictureOptions.Theme
    /// The line above, or nil for the two names.
    public var title: String?
    /// The largest number of passages drawn; the earliest stay.
    public var maximumPassages: Int

    private static let span = 430.0
    private static let marginX = 120.0

    /// Makes a timeline.
    public init(theme: PictureOptions.Theme = .light, title: String? = nil, maximumPassages: Int = 40) {
        self.theme = theme
        self.title = title
        self.maximumPassages = maximumPassages
    }

    /// Draws the passages between two entities, given by id; nil where one of them is not in the graph.
    public func draw(_ graph: KnowledgeGraph, between first: String, and second: String) -> PictureDOT? {
        guard let left = graph.nodes.first(where: { $0.entity.id == first }),
            let right = graph.nodes.first(where: { $0.entity.id == second })
        else { return nil }
        let events = Self.events(graph, first, second)
        let shown = Array(events.prefix(max(1, maximumPassages)))
        var page = Page(style: PictureStyle(theme))
        page.head(title ?? "\(left.entity.name) and \(right.entity.name)", left.entity, right.entity)
        for event in shown { page.add(event) }
        page.foot(left.entity, right.entity)
        let isCut = shown.count < events.count
        let count = "showing the first \(shown.count) of \(PictureWriter.grouped(events.count)) passages"
        return PictureDOT(text: page.finished, nodes: 2, edges: shown.count, notes: isCut ? [count] : [])
    }

    // MARK: Events

    /// One passage with its edge.
    private struct Event {
        var edge: Edge
        var type: RelationType
        var passage: Edge.Passage
        var isForward: Bool

        var date: String? { passage.evidence.date.flatMap { CalendarDate.isValid($0) ? $0 : nil } }
        var key: (String, String, Int) {
            (date ?? "9999-99-99", passage.evidence.document, passage.evidence.range.lowerBound)
        }
    }

    private static func events(_ graph: KnowledgeGraph, _ first: String, _ second: String) -> [Event] {
        let edges = graph.edges.filter {
            ($0.source == first && $0.target == second) || ($0.source == second && $0.target == first)
        }
        let events = edges.flatMap { edge in
            edge.passages.map { passage in
                Event(
                    edge: edge, type: type(edge.relation, graph.ontology), passage: passage,
                    isForward: edge.source == first)
            }
        }
        return events.sorted { a, b in
            a.key != b.key ? a.key < b.key : (a.edge.relation, a.edge.status) < (b.edge.relation, b.edge.status)
        }
    }

    private static func type(_ relation: Relation, _ ontology: Ontology) -> RelationType {
        ontology[relation]
            ?? RelationType(
                relation: relation, label: TextCleaner.clean(relation.rawValue), isSymmetric: false, polarity: .neutral)
    }

    // MARK: The page

    /// The statements so far and how far down they reach.
    private struct Page {
        let style: PictureStyle
        private var text = ""
        private var y = 0.0
        private var number = 0
        private var date: String?
        private var contents = PictureContents()

        init(style: PictureStyle) { self.style = style }

        private var palette: Palette { style.palette }

        mutating func head(_ title: String, _ left: Entity, _ right: Entity) {
            note(title, x: PairTimeline.span / 2, y: 58, size: 17, color: palette.ink)
            pillar(left, "left", 0)
            pillar(right, "right", PairTimeline.span)
            y = -30
        }

        mutating func foot(_ left: Entity, _ right: Entity) {
            y -= 22
            for (side, x, entity) in [("left", 0.0, left), ("right", PairTimeline.span, right)] {
                point("\(side)_end", x, y)
                text +=
                    "\(side) -> \(side)_end [dir=none, style=solid, penwidth=1.5, "
                    + "color=\"\(palette.outline(entity.kind))\"];\n"
            }
        }

        private mutating func pillar(_ entity: Entity, _ id: String, _ x: Double) {
            contents.kinds.insert(entity.kind)
            let label = DOTText.quoted(lines: DOTText.wrapped(entity.name, width: 18))
            text += "\(id) [label=\(label), \(style.node(entity.kind, degree: 7)), pos=\"\(place(x, 0))\"];\n"
        }

        mutating func add(_ event: Event) {
            contents.add(event.type.polarity, event.edge.status, count: 1, isSymmetric: event.type.isSymmetric)
            number += 1
            let words = sentence(event)
            y -= 29
            if event.date != date || number == 1 {
                date = event.date
                note(event.date ?? "undated", x: -PairTimeline.marginX / 1.25, y: y, size: 12, color: palette.ink)
            }
            arrow(event)
            let middle = PairTimeline.span / 2
            note(label(event), x: middle, y: y + 11, size: 12, color: palette.label(event.type.polarity))
            for line in words {
                y -= 12
                note(line, x: middle, y: y, size: 9.5, color: palette.quiet)
            }
            y -= 8
        }

        private func label(_ event: Event) -> String {
            let label = PictureStyle.marked(event.type.label, event.edge.status)
            return event.passage.speaker.map { "\(label) (says \($0.name))" } ?? label
        }

        private func sentence(_ event: Event) -> [String] {
            let evidence = event.passage.evidence
            let lines = DOTText.wrapped(evidence.text, width: 78, lines: 3)
            return lines + ["— \(DOTText.capped(evidence.document, 60))"]
        }

        private mutating func arrow(_ event: Event) {
            point("l\(number)", 0, y)
            point("r\(number)", PairTimeline.span, y)
            let ends = event.isForward ? ("l\(number)", "r\(number)") : ("r\(number)", "l\(number)")
            let heads = PictureStyle.heads(event.type.polarity, isSymmetric: event.type.isSymmetric)
            text +=
                "\(ends.0) -> \(ends.1) [\(style.stroke(event.type.polarity, event.edge.status, count: 2)), \(heads)];\n"
        }

        private mutating func point(_ id: String, _ x: Double, _ y: Double) {
            text += "\(id) [shape=point, width=0.01, height=0.01, style=invis, pos=\"\(place(x, y))\"];\n"
        }

        private mutating func note(_ words: String, x: Double, y: Double, size: Double, color: String) {
            number += 1
            text +=
                "note\(number) [shape=plaintext, style=\"\", margin=0, width=0, height=0, "
                + "label=\(DOTText.quoted(words)), fontsize=\(PictureStyle.fixed(size)), fontcolor=\"\(color)\", "
                + "pos=\"\(place(x, y))\"];\n"
        }

        private func place(_ x: Double, _ y: Double) -> String { "\(rounded(x)),\(rounded(y))" }

        private func rounded(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

        var finished: String {
            var contents = contents
            contents.largestCount = 1
            let legend = PictureLegend(style: style, contents: contents, title: nil, remark: nil).label ?? "\"\""
            return "digraph Timeline {\ngraph [label=\(legend), labelloc=b, labeljust=l, "
                + "bgcolor=\"\(palette.background)\", fontname=\"\(PictureStyle.font)\", pad=0.3, "
                + "outputorder=edgesfirst];\nnode [fontname=\"\(PictureStyle.font)\", fontcolor=\"\(palette.nodeText)\", "
                + "penwidth=1.4, margin=\"0.12,0.06\", height=0.3];\nedge [arrowsize=0.8];\n" + text + "}\n"
        }
    }
}
