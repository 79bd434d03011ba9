/// Takes the accents off letters: canonical decomposition without the nonspacing marks.
enum BaseLetters {
    private static let table = parse(BaseLetterTable.entries)

    /// Appends the base letters of a scalar: nothing for a nonspacing mark, the scalar itself where it has no accents.
    static func append(_ scalar: Unicode.Scalar, to scalars: inout [Unicode.Scalar]) {
        if 0xAC00...0xD7A3 ~= scalar.value {
            appendHangul(scalar.value - 0xAC00, to: &scalars)
        } else if let base = table[scalar.value] {
            scalars.append(contentsOf: base)
        } else if scalar.properties.generalCategory != .nonspacingMark {
            scalars.append(scalar)
        }
    }

    private static func appendHangul(_ index: UInt32, to scalars: inout [Unicode.Scalar]) {
        let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
        for part in parts where part != 0x11A7 {
            if let scalar = Unicode.Scalar(part) { scalars.append(scalar) }
        }
    }

    private static func parse(_ entries: String) -> [UInt32: [Unicode.Scalar]] {
        var table: [UInt32: [Unicode.Scalar]] = [:]
        for entry in entries.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let sides = entry.split(separator: "=")
            guard sides.count == 2 else { continue }
            let base = sides[0].split(separator: "+").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
            for part in sides[1].split(separator: ",") {
                let ends = part.split(separator: "-").compactMap { UInt32($0, radix: 16) }
                guard let first = ends.first, let last = ends.last, first <= last else { continue }
                for value in first...last { table[value] = base }
            }
        }
        return table
    }
}
