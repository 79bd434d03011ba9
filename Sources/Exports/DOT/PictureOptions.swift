/// How a graph is to look.
public struct PictureOptions: Sendable, Hashable {
    /// The colors.
    public enum Theme: String, Sendable, Hashable, CaseIterable {
        /// Dark on white.
        case light
        /// Light on near black.
        case dark
        /// White shapes and dark lines: readable in gray, sparing with ink.
        case print
    }

    /// Which nodes are framed together.
    public enum Grouping: String, Sendable, Hashable, CaseIterable {
        case none, kind, bloc
    }

    /// Which edges between the same two nodes are drawn as one arrow.
    public enum Merging: String, Sendable, Hashable, CaseIterable {
        /// Each relation has an arrow of its own; `×3` tells how many passages say so.
        case relation
        /// Relations of one family (cooperative, hostile, ...) and status share an arrow that lists them.
        case family
    }

    /// Which way the layers of a layout run.
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        case down = "TB"
        case right = "LR"
    }

    /// The colors.
    public var theme: Theme
    /// Which nodes are framed together.
    public var grouping: Grouping
    /// The blocs, each a list of entity ids, for `Grouping.bloc`.
    public var blocs: [[String]]
    /// Which edges share an arrow.
    public var merging: Merging
    /// Which way the layers run.
    public var direction: Direction
    /// The line above the legend, or nil.
    public var title: String?
    /// True to explain shapes, colors and lines below the drawing.
    public var hasLegend: Bool
    /// The largest number of nodes drawn; the ones with most passages stay.
    public var maximumNodes: Int

    /// Makes options; without arguments, the picture of a whole graph of news.
    public init(
        theme: Theme = .light, grouping: Grouping = .none, blocs: [[String]] = [], merging: Merging = .family,
        direction: Direction = .down, title: String? = nil, hasLegend: Bool = true, maximumNodes: Int = 150
    ) {
        self.theme = theme
        self.grouping = grouping
        self.blocs = blocs
        self.merging = merging
        self.direction = direction
        self.title = title
        self.hasLegend = hasLegend
        self.maximumNodes = maximumNodes
    }
}
