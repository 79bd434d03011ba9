import Annotations
import Graphs

/// What shapes, colors, arrowheads and lines mean: the one place where the look of a graph is decided.
struct PictureStyle: Sendable {
    let palette: Palette

    init(_ theme: PictureOptions.Theme) { palette = Palette(theme) }

    /// The font: Graphviz finds Liberation Sans by this name, browsers and viewers their own equal of it.
    static let font = "Arial"

    // MARK: Nodes

    /// The shape of a kind.
    static func shape(_ kind: EntityKind) -> String {
        switch kind {
        case .person: "ellipse"
        case .state: "box"
        case .organization: "hexagon"
        case .place: "house"
        case .group: "octagon"
        }
    }

    /// The drawing attributes of a node with so many edges.
    func node(_ kind: EntityKind, degree: Int) -> String {
        let rounding = kind == .state ? "filled,rounded" : "filled"
        return "shape=\(PictureStyle.shape(kind)), style=\"\(rounding)\", fillcolor=\"\(palette.fill(kind))\", "
            + "color=\"\(palette.outline(kind))\", fontsize=\(PictureStyle.fontSize(degree: degree))"
    }

    /// Larger for what has more edges, up to 20 points.
    static func fontSize(degree: Int) -> String {
        fixed(12 + min(8, 2 * logarithm(Double(1 + max(0, degree)))))
    }

    // MARK: Edges

    /// The arrowhead of a family: full, full against a bar, hollow, open.
    static func arrowhead(_ polarity: Polarity) -> String {
        switch polarity {
        case .cooperative: "normal"
        case .hostile: "teenormal"
        case .structural: "onormal"
        case .neutral: "vee"
        }
    }

    /// The line of a status.
    static func line(_ status: Status) -> String {
        switch status {
        case .asserted, .planned: "solid"
        case .denied, .alleged: "dashed"
        case .hypothetical: "dotted"
        }
    }

    /// Wider for what more passages say, up to 6 points.
    static func width(count: Int) -> Double { 1 + min(5, logarithm(Double(max(1, count)))) }

    /// The color list: a status that is not of this world yet is a hollow line, a denied one a double dash.
    func color(_ polarity: Polarity, _ status: Status) -> String {
        let color = palette.line(polarity)
        return status == .planned || status == .denied ? "\(color):invis:\(color)" : color
    }

    /// Color, line and width of an edge.
    func stroke(_ polarity: Polarity, _ status: Status, count: Int) -> String {
        let isDouble = status == .planned || status == .denied
        let width = PictureStyle.width(count: count) * (isDouble ? 0.6 : 1)
        return "color=\"\(color(polarity, status))\", style=\(PictureStyle.line(status)), "
            + "penwidth=\(PictureStyle.fixed(max(isDouble ? 0.8 : 1, width)))"
    }

    /// The arrowheads of an edge.
    static func heads(_ polarity: Polarity, isSymmetric: Bool) -> String {
        let head = arrowhead(polarity)
        return isSymmetric ? "dir=both, arrowhead=\(head), arrowtail=\(head)" : "arrowhead=\(head)"
    }

    /// A relation's label with the mark of its status, for drawings: the mark is readable without the legend.
    static func marked(_ label: String, _ status: Status) -> String {
        switch status {
        case .asserted: label
        case .denied: "denied: \(label)"
        case .alleged: "“\(label)”"
        case .planned: "planned: \(label)"
        case .hypothetical: "\(label)?"
        }
    }

    // MARK: Numbers

    /// The logarithm to base 2 of a positive number, by halving and squaring: the same bits on every machine, and no
    /// mathematics library needed.
    static func logarithm(_ value: Double) -> Double {
        guard value >= 1, value.isFinite else { return 0 }
        var whole = 0.0
        var rest = value
        while rest >= 2 {
            rest /= 2
            whole += 1
        }
        var fraction = 0.0
        var bit = 0.5
        for _ in 0..<20 {
            rest *= rest
            if rest >= 2 {
                rest /= 2
                fraction += bit
            }
            bit /= 2
        }
        return whole + fraction
    }

    /// A number with at most two decimals.
    static func fixed(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let fraction = hundredths % 100
        guard fraction != 0 else { return String(hundredths / 100) }
        let digits = fraction < 10 ? "0\(fraction)" : String(fraction)
        return "\(hundredths / 100).\(digits.hasSuffix("0") ? String(digits.prefix(1)) : digits)"
    }
}
