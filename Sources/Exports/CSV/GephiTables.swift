// The tables of Gephi's spreadsheet import.

extension NodeTableWriter {
    /// `nodes.csv` for Gephi.
    static let gephi = NodeTableWriter(
        [.init("Id") { .text($0.id) }, .init("Label") { .text($0.label) }]
            + NodeField.allCases.filter { $0 != .label }.map { .field($0) })
}

extension EdgeTableWriter {
    /// `edges.csv` for Gephi.
    static let gephi = EdgeTableWriter(
        [
            .init("Source") { .text($0.source.id) }, .init("Target") { .text($0.target.id) },
            .init("Type") { _ in .text("Directed") }, .init("Id") { .identifier($0.row.key) },
            .init("Label") { .text($0.label) }, .init("Kind") { .text($0.relation.name) },
            .init("Weight") { .number($0.weight) },
        ] + EdgeField.allCases.filter { ![.label, .weight, .eid, .relation].contains($0) }.map { .field($0) })
}
