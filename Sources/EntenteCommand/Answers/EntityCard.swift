import Entente

/// What is known of an entity.
struct EntityCard: Sendable {
    let node: Node
    let listing: Listing

    /// The card for people, without the relations.
    func text(_ console: Console) -> String {
        let entity = node.entity
        var lines = [
            console.styled(Visible.line(entity.name), .bold) + "  " + entity.kind.rawValue
                + console.styled("  " + Visible.line(entity.id), .dim)
        ]
        lines += field("also", entity.aliases.joined(separator: ", "), console)
        lines += field("wikidata", entity.wikidata ?? "", console)
        lines += field(
            "mentioned", "\(count(node.mentions, "time")) in \(count(node.documents.count, "document"))", console)
        lines += field(
            "documents", node.documents.prefix(8).joined(separator: ", ") + (node.documents.count > 8 ? " …" : ""),
            console)
        for line in entity.chain { lines += field("because", line, console) }
        return lines.map { $0 + "\n" }.joined() + "\n"
    }

    /// The card for machines, with the relations.
    var json: String {
        let entity = node.entity
        let rows = listing.rows.map { row in JSONText.object(zip(listing.columns, row).map { ($0.key, $1.json) }) }
        return JSONText.object([
            ("id", .string(entity.id)), ("name", .string(entity.name)), ("kind", .string(entity.kind.rawValue)),
            ("aliases", .array(entity.aliases.map { .string($0) })), ("wikidata", .optional(entity.wikidata)),
            ("mentions", .integer(node.mentions)), ("documents", .array(node.documents.map { .string($0) })),
            ("chain", .array(entity.chain.map { .string($0) })), ("relations", .array(rows)),
        ]).text
    }

    private func field(_ name: String, _ value: String, _ console: Console) -> [String] {
        guard !value.isEmpty else { return [] }
        let label = name + String(repeating: " ", count: max(0, 11 - name.count))
        return [console.styled(label, .dim) + Visible.line(value)]
    }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
