import Annotations
import Graphs

/// The colors of a theme, as `#RRGGBB`.
///
/// Hues are those of Okabe and Ito, which people with any color vision tell apart; shapes, arrowheads and line
/// styles say the same again. Text reaches a contrast of 4.5 on whatever is behind it.
public struct Palette: Sendable, Hashable {
    /// The paper.
    public let background: String
    /// Names and headings.
    public let ink: String
    /// Captions and frames.
    public let quiet: String
    /// Text on nodes.
    public let nodeText: String
    private let fills: [EntityKind: Pair]
    private let lines: [Polarity: Pair]

    private struct Pair: Sendable, Hashable {
        var first: String
        var second: String

        init(_ first: String, _ second: String) {
            self.first = first
            self.second = second
        }
    }

    /// The fill of a node.
    public func fill(_ kind: EntityKind) -> String { fills[kind]?.first ?? background }

    /// The outline of a node.
    public func outline(_ kind: EntityKind) -> String { fills[kind]?.second ?? ink }

    /// The color of an edge.
    public func line(_ polarity: Polarity) -> String { lines[polarity]?.first ?? ink }

    /// The color of an edge's label: the edge's hue, dark or light enough to be read.
    public func label(_ polarity: Polarity) -> String { lines[polarity]?.second ?? ink }

    /// The palette of a theme.
    public init(_ theme: PictureOptions.Theme) {
        switch theme {
        case .light: self = .light
        case .dark: self = .dark
        case .print: self = .print
        }
    }

    private init(
        background: String, ink: String, quiet: String, nodeText: String, fills: [EntityKind: Pair],
        lines: [Polarity: Pair]
    ) {
        self.background = background
        self.ink = ink
        self.quiet = quiet
        self.nodeText = nodeText
        self.fills = fills
        self.lines = lines
    }

    private static let light = Palette(
        background: "#FFFFFF", ink: "#1B1F24", quiet: "#5C6670", nodeText: "#111111",
        fills: [
            .person: Pair("#BFE3F7", "#2B7FB0"), .state: Pair("#F9D27F", "#B07800"),
            .organization: Pair("#A5DDC9", "#00805B"), .place: Pair("#F6EFA5", "#8F8300"),
            .group: Pair("#EBC7DC", "#A2527F"),
        ],
        lines: [
            .cooperative: Pair("#0072B2", "#005A8E"), .hostile: Pair("#D55E00", "#A84A00"),
            .structural: Pair("#8A8A8A", "#5F5F5F"), .neutral: Pair("#B0609A", "#8A4077"),
        ])

    private static let dark = Palette(
        background: "#14181D", ink: "#E8ECF1", quiet: "#9AA5B1", nodeText: "#F4F7FA",
        fills: [
            .person: Pair("#1C5578", "#7CC4EF"), .state: Pair("#7A5200", "#F2B53C"),
            .organization: Pair("#0B5D46", "#4FC9A4"), .place: Pair("#5F5A10", "#E2D84F"),
            .group: Pair("#6E3A58", "#E29CC4"),
        ],
        lines: [
            .cooperative: Pair("#56B4E9", "#8ACBF2"), .hostile: Pair("#FF8A3D", "#FFAA72"),
            .structural: Pair("#7D8894", "#AAB4BF"), .neutral: Pair("#D992BE", "#E6B3D3"),
        ])

    private static let print = Palette(
        background: "#FFFFFF", ink: "#000000", quiet: "#444444", nodeText: "#000000",
        fills: [
            .person: Pair("#FFFFFF", "#000000"), .state: Pair("#E3E3E3", "#000000"),
            .organization: Pair("#F3F3F3", "#000000"), .place: Pair("#FFFFFF", "#555555"),
            .group: Pair("#F3F3F3", "#555555"),
        ],
        lines: [
            .cooperative: Pair("#00507D", "#00507D"), .hostile: Pair("#9A3D00", "#8A3700"),
            .structural: Pair("#777777", "#555555"), .neutral: Pair("#333333", "#333333"),
        ])
}
