/// How a piece of text looks on a terminal.
enum Style: Sendable {
    case plain, bold, dim, cooperative, hostile, structural, neutral, source, target, warning, error

    /// The parameters of the terminal's "select graphic rendition", or nil for plain text.
    var code: String? {
        switch self {
        case .plain: nil
        case .bold: "1"
        case .dim: "2"
        case .cooperative: "34"
        case .hostile: "31"
        case .structural: "32"
        case .neutral: "35"
        case .source: "1;36"
        case .target: "1;33"
        case .warning: "33"
        case .error: "1;31"
        }
    }
}

/// A piece of text with its style.
struct Styled: Sendable {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }
}
