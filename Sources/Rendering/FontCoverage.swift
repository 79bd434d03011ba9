import CGraphviz

/// Finds the scripts of a text that no font of this machine draws; bitmaps would show empty boxes for them.
enum FontCoverage {
    /// A note for the reader, or nothing where all can be drawn or fontconfig is not to be had.
    static func notes(for text: String) -> [String] {
        let characters = unusual(text)
        guard !characters.isEmpty else { return [] }
        var covered = [Bool](repeating: true, count: characters.count)
        guard entente_fonts_cover(characters, characters.count, &covered) else { return [] }
        let missing = characters.indices.filter { !covered[$0] }.map { characters[$0] }
        guard !missing.isEmpty else { return [] }
        let scripts = Set(missing.map(script)).sorted().joined(separator: ", ")
        let sample = String(String.UnicodeScalarView(missing.prefix(6).compactMap(Unicode.Scalar.init)))
        return ["no font here draws \(scripts) (\(sample)); install one (apt install fonts-noto), or write SVG or HTML"]
    }

    /// The characters beyond Latin that need a glyph, each once, in order.
    private static func unusual(_ text: String) -> [UInt32] {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        guard !isPlain else { return [] }
        let all = Set(text.unicodeScalars.lazy.filter { $0.value >= 0x250 && needsGlyph($0) }.map(\.value))
        return all.sorted()
    }

    private static func needsGlyph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned, .nonspacingMark:
            false
        default: true
        }
    }

    private static func script(_ value: UInt32) -> String {
        ranges.first { $0.0.contains(value) }?.1 ?? "some symbols"
    }

    private static let ranges: [(ClosedRange<UInt32>, String)] = [
        (0x370...0x3FF, "Greek"), (0x400...0x52F, "Cyrillic"), (0x530...0x58F, "Armenian"), (0x590...0x5FF, "Hebrew"),
        (0x600...0x77F, "Arabic"), (0x900...0x97F, "Devanagari"), (0x980...0x9FF, "Bengali"), (0xB80...0xBFF, "Tamil"),
        (0xE00...0xE7F, "Thai"), (0x10A0...0x10FF, "Georgian"), (0x1200...0x137F, "Ethiopic"),
        (0x3040...0x30FF, "Japanese kana"), (0x2E80...0x9FFF, "Chinese characters"), (0xAC00...0xD7AF, "Korean"),
        (0xF900...0xFAFF, "Chinese characters"), (0x20000...0x3FFFF, "Chinese characters"),
        (0x1F000...0x1FAFF, "emoji"),
    ]
}
