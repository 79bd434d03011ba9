import Entente
import Rendering

/// The formats that graphs can be written in.
enum FormatListing {
    static var listing: Listing {
        Listing(
            columns: [
                .init(key: "format", title: "Format"), .init(key: "extensions", title: "Extensions"),
                .init(key: "loses", title: "Loses"), .init(key: "summary", title: "For"),
            ],
            rows: ExportFormat.all.map(row) + [database] + PictureFormat.allCases.map(row))
    }

    private static func row(_ format: ExportFormat) -> [Listing.Cell] {
        [
            .text(format.id), .list(format.extensions.map { "." + $0 }), .text(format.loses), .text(format.summary),
        ]
    }

    private static var database: [Listing.Cell] {
        [
            .text(DatabaseFormat.id), .list(DatabaseFormat.extensions.map { "." + $0 }), .text(DatabaseFormat.loses),
            .text(DatabaseFormat.summary),
        ]
    }

    private static func row(_ format: PictureFormat) -> [Listing.Cell] {
        [.text(format.rawValue), .list(["." + format.rawValue]), .text("all but what is drawn"), .text("a picture")]
    }
}
