extension RelationReport {
    /// The report as a JSON object; shares in 0...1 with four decimals.
    public var json: String { value.text }

    private var value: JSONText {
        .object(
            [
                ("goldCore", .integer(core)), ("gold", .integer(gold)),
                ("predictions", .integer(depths[.status]?.right.whole ?? 0)),
            ] + RelationReport.names.map { ($1, RelationReport.measures(depths[$0] ?? Agreement())) } + [
                ("speaker", RelationReport.share(speaker)), ("byRelation", RelationReport.split(byRelation)),
                ("byStatus", RelationReport.split(byStatus)), ("byKind", RelationReport.split(byKind)),
                ("reliability", .array(reliability.map(RelationReport.bin))),
            ])
    }

    /// The report as tables for people.
    public var table: String {
        let count = depths[.status]?.right.whole ?? 0
        let head = "\(core) core of \(gold) gold assertions, \(count) distinct claims\n\n"
        let depthRows = RelationReport.names.map { RelationReport.row($1, depths[$0] ?? Agreement()) }
        let splits = [("relation", byRelation), ("status", byStatus), ("documents", byKind)]
        return head + RelationReport.header("depth") + depthRows.joined() + "\n" + speakerLine
            + splits.map { "\n" + RelationReport.header($0) + RelationReport.rows($1) }.joined()
            + "\nconfidence     mean  right     of  share\n" + reliability.map(RelationReport.line).joined()
    }

    private var core: Int { depths[.status]?.found.whole ?? 0 }

    private var speakerLine: String {
        let share = speaker.whole == 0 ? "-" : Column.decimal(speaker.value)
        return "speaker right: \(share) (\(speaker.part) of \(speaker.whole))\n"
    }

    private static let names: [(MatchDepth, String)] = [
        (.pair, "pair"), (.relation, "relation"), (.status, "status"),
    ]
}

// The parts of the JSON.
extension RelationReport {
    private static func rounded(_ value: Double) -> JSONText { .number((value * 10000).rounded() / 10000) }

    private static func share(_ share: Share) -> JSONText {
        .object([
            ("right", .integer(share.part)), ("of", .integer(share.whole)),
            ("share", share.whole == 0 ? .null : rounded(share.value)),
        ])
    }

    private static func measures(_ agreement: Agreement) -> JSONText {
        .object([
            ("precision", rounded(agreement.precision)), ("recall", rounded(agreement.recall)),
            ("f1", rounded(agreement.f1)),
        ])
    }

    private static func split(_ parts: [String: Agreement]) -> JSONText {
        .object(
            sorted(parts).map { name, agreement in
                (
                    name,
                    .object([
                        ("found", .integer(agreement.found.part)), ("gold", .integer(agreement.found.whole)),
                        ("right", .integer(agreement.right.part)), ("given", .integer(agreement.right.whole)),
                    ])
                )
            })
    }

    private static func bin(_ bin: Bin) -> JSONText {
        .object([
            ("from", .number(Double(bin.tenths.lowerBound) / 10)), ("to", .number(Double(bin.tenths.upperBound) / 10)),
            ("confidence", rounded(bin.confidence)), ("right", .integer(bin.right.part)),
            ("given", .integer(bin.right.whole)), ("share", rounded(bin.right.value)),
        ])
    }

    /// The most frequent in gold first.
    private static func sorted(_ parts: [String: Agreement]) -> [(key: String, value: Agreement)] {
        parts.sorted { a, b in
            (b.value.found.whole, a.key) < (a.value.found.whole, b.key)
        }
    }
}

// The parts of the tables.
extension RelationReport {
    private static func header(_ name: String) -> String {
        Column.left(name, 15) + "precision  recall     F1  found  of gold  right  of given\n"
    }

    private static func rows(_ parts: [String: Agreement]) -> String {
        sorted(parts).map { row($0.key, $0.value) }.joined()
    }

    private static func row(_ name: String, _ agreement: Agreement) -> String {
        // A measure over nothing is none.
        let (given, gold) = (agreement.right.whole > 0, agreement.found.whole > 0)
        let measures = [
            (given ? Column.decimal(agreement.precision) : "-", 9), (gold ? Column.decimal(agreement.recall) : "-", 8),
            (given && gold ? Column.decimal(agreement.f1) : "-", 7),
        ]
        let counts = [
            (agreement.found.part, 7), (agreement.found.whole, 9), (agreement.right.part, 7),
            (agreement.right.whole, 10),
        ]
        return Column.left(name, 15) + measures.map { Column.right($0, $1) }.joined()
            + counts.map { Column.right(String($0), $1) }.joined() + "\n"
    }

    private static func line(_ bin: Bin) -> String {
        let range =
            "\(Column.decimal(Double(bin.tenths.lowerBound) / 10, 1)) to "
            + Column.decimal(Double(bin.tenths.upperBound) / 10, 1)
        return Column.left(range, 13) + Column.right(Column.decimal(bin.confidence), 6)
            + Column.right(String(bin.right.part), 7) + Column.right(String(bin.right.whole), 7)
            + Column.right(Column.decimal(bin.right.value), 7) + "\n"
    }
}

/// Texts of a given width.
private enum Column {
    static func left(_ text: String, _ width: Int) -> String { text + fill(text, width) }

    static func right(_ text: String, _ width: Int) -> String { fill(text, width) + text }

    /// A number in 0...1 with so many decimals.
    static func decimal(_ value: Double, _ digits: Int = 3) -> String {
        let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
        let units = Int((value * Double(scale)).rounded())
        let rest = String(units % scale)
        return "\(units / scale)." + String(repeating: "0", count: digits - rest.count) + rest
    }

    private static func fill(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count))
    }
}
