import Annotations

/// How formats with shapes and colors show the kinds of entities and the polarities of relations.
///
/// Colors are from the palette of Okabe and Ito, which people with any kind of color vision tell apart.
enum KindStyle {
    static func color(_ kind: EntityKind) -> (r: Int, g: Int, b: Int) {
        switch kind {
        case .person: (86, 180, 233)
        case .state: (230, 159, 0)
        case .organization: (0, 158, 115)
        case .place: (240, 228, 66)
        case .group: (204, 121, 167)
        }
    }

    static func color(_ polarity: Polarity) -> (r: Int, g: Int, b: Int) {
        switch polarity {
        case .cooperative: (0, 114, 178)
        case .hostile: (213, 94, 0)
        case .structural: (85, 85, 85)
        case .neutral: (140, 140, 140)
        }
    }

    static func hex(_ color: (r: Int, g: Int, b: Int)) -> String {
        "#"
            + [color.r, color.g, color.b].map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }

    /// The names of yEd.
    static func yedShape(_ kind: EntityKind) -> String {
        switch kind {
        case .person: "ellipse"
        case .state: "roundrectangle"
        case .organization: "hexagon"
        case .place: "parallelogram"
        case .group: "octagon"
        }
    }

    static func yedLine(_ status: Status) -> String {
        switch status {
        case .asserted: "line"
        case .denied: "dashed"
        case .alleged: "dashed_dotted"
        case .planned, .hypothetical: "dotted"
        }
    }
}
