import Annotations
import Graphs

/// What a drawing shows, so that its legend explains that and nothing else.
struct PictureContents: Sendable, Hashable {
    var kinds: Set<EntityKind> = []
    var polarities: Set<Polarity> = []
    var statuses: Set<Status> = []
    /// The largest number of passages behind one arrow.
    var largestCount = 1
    /// True where arrows have two heads.
    var hasSymmetric = false

    /// Takes note of an edge.
    mutating func add(_ polarity: Polarity, _ status: Status, count: Int, isSymmetric: Bool) {
        polarities.insert(polarity)
        statuses.insert(status)
        largestCount = max(largestCount, count)
        hasSymmetric = hasSymmetric || isSymmetric
    }
}

/// The explanation below a drawing, as an HTML-like label of the graph: every layout engine places that.
struct PictureLegend: Sendable {
    let style: PictureStyle
    let contents: PictureContents
    let title: String?
    /// "showing 150 of 12,431 entities", where not all are shown.
    let remark: String?

    private var palette: Palette { style.palette }

    /// The label with its angle brackets, or nil where there is nothing to explain.
    var label: String? {
        let tables = [kinds, lines, statuses].compactMap { $0 }
        let height = tables.map(\.rows.count).max() ?? 0
        let columns = tables.map { table($0, height: height) }
        let captions = [title.map(heading), remark.map(caption)].compactMap { $0 }
        guard !columns.isEmpty || !captions.isEmpty else { return nil }
        let span = max(1, columns.count)
        let heads = captions.map { "<TR><TD ALIGN=\"LEFT\" COLSPAN=\"\(span)\">\($0)</TD></TR>" }
        let body = columns.map { "<TD ALIGN=\"LEFT\" VALIGN=\"TOP\">\($0)</TD>" }.joined()
        return "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"6\" CELLPADDING=\"0\">" + heads.joined()
            + (body.isEmpty ? "" : "<TR>\(body)</TR>") + "</TABLE>>"
    }

    private func heading(_ text: String) -> String {
        "<FONT POINT-SIZE=\"16\" COLOR=\"\(palette.ink)\"><B>\(DOTText.markup(text))</B></FONT>"
    }

    private func caption(_ text: String) -> String {
        "<FONT POINT-SIZE=\"11\" COLOR=\"\(palette.quiet)\">\(DOTText.markup(text))</FONT>"
    }

    private func text(_ text: String) -> String {
        "<FONT POINT-SIZE=\"11\" COLOR=\"\(palette.ink)\">\(DOTText.markup(text))</FONT>"
    }

    /// A heading with rows below it.
    private typealias Column = (name: String, rows: [String])

    /// A column as a table; empty rows fill it up, since Graphviz would stretch the others instead.
    private func table(_ column: Column, height: Int) -> String {
        let filler = "<TR><TD COLSPAN=\"2\">\(text(" "))</TD></TR>"
        let rows = column.rows + [String](repeating: filler, count: max(0, height - column.rows.count))
        return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"1\"><TR><TD ALIGN=\"LEFT\" "
            + "COLSPAN=\"2\">\(caption(column.name))</TD></TR>" + rows.joined() + "</TABLE>"
    }

    private func column(_ name: String, _ rows: [String]) -> Column? { rows.isEmpty ? nil : (name, rows) }

    // MARK: Columns

    private var kinds: Column? {
        column("entities", EntityKind.allCases.filter(contents.kinds.contains).map(kindRow))
    }

    private func kindRow(_ kind: EntityKind) -> String {
        let rounding = kind == .state ? " STYLE=\"ROUNDED\"" : ""
        return "<TR><TD BORDER=\"1\"\(rounding) COLOR=\"\(palette.outline(kind))\" BGCOLOR=\"\(palette.fill(kind))\" "
            + "WIDTH=\"22\" HEIGHT=\"11\"></TD>"
            + "<TD ALIGN=\"LEFT\">\(text(PictureLegend.name(kind)))</TD></TR>"
    }

    private static func name(_ kind: EntityKind) -> String {
        switch kind {
        case .person: "person (ellipse)"
        case .state: "state (rounded box)"
        case .organization: "organization (hexagon)"
        case .place: "place (house)"
        case .group: "group (octagon)"
        }
    }

    private var lines: Column? {
        var rows = Polarity.allCases.filter(contents.polarities.contains).map(lineRow)
        if contents.largestCount > 1 { rows.append(widthRow) }
        return column("relations", rows)
    }

    private func lineRow(_ polarity: Polarity) -> String {
        "<TR>\(sample(palette.line(polarity), "SOLID", width: 2))"
            + "<TD ALIGN=\"LEFT\">\(text("\(polarity.rawValue) (\(Self.head(polarity)))"))</TD></TR>"
    }

    private var widthRow: String {
        "<TR>\(sample(palette.quiet, "SOLID", width: 4))"
            + "<TD ALIGN=\"LEFT\">\(text("wider: more passages (×\(contents.largestCount) at most)"))</TD></TR>"
    }

    private static func head(_ polarity: Polarity) -> String {
        switch polarity {
        case .cooperative: "full head"
        case .hostile: "full head on a bar"
        case .structural: "hollow head"
        case .neutral: "open head"
        }
    }

    private var statuses: Column? {
        let shown = Status.allCases.filter(contents.statuses.contains)
        guard shown != [.asserted] else { return nil }
        return column("as the texts put it", shown.map(statusRow))
    }

    private func statusRow(_ status: Status) -> String {
        let sample: String
        switch status {
        case .asserted: sample = self.sample(palette.ink, "SOLID", width: 2)
        case .denied: sample = double("DASHED")
        case .alleged: sample = self.sample(palette.ink, "DASHED", width: 2)
        case .planned: sample = double("SOLID")
        case .hypothetical: sample = self.sample(palette.ink, "DOTTED", width: 2)
        }
        let words = PictureLegend.words(status)
        return "<TR>\(sample)<TD ALIGN=\"LEFT\">\(text(words))</TD></TR>"
    }

    private static func words(_ status: Status) -> String {
        switch status {
        case .asserted: "asserted"
        case .denied: "denied: negated or disputed"
        case .alleged: "“alleged”: somebody's claim"
        case .planned: "planned: promised or intended"
        case .hypothetical: "hypothetical? may or might"
        }
    }

    // MARK: Samples

    /// A cell with a table of fixed size in it whose lower border is the line.
    private func sample(_ color: String, _ line: String, width: Int) -> String {
        cell("BORDER=\"\(width)\" SIDES=\"B\" STYLE=\"\(line)\" COLOR=\"\(color)\" HEIGHT=\"\(2 * width)\"")
    }

    /// The same with two lines: its upper and lower borders.
    private func double(_ line: String) -> String {
        cell("BORDER=\"1\" SIDES=\"TB\" STYLE=\"\(line)\" COLOR=\"\(palette.ink)\" HEIGHT=\"4\"")
    }

    private func cell(_ border: String) -> String {
        "<TD><TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"32\" \(border) CELLBORDER=\"0\" CELLSPACING=\"0\" "
            + "CELLPADDING=\"0\"><TR><TD></TD></TR></TABLE></TD>"
    }
}
