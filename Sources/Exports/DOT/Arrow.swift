import Annotations
import Graphs

/// One arrow of a drawing: the edges between two nodes that share a family and a status.
struct Arrow: Sendable {
    /// The index of the node where it starts.
    var source: Int
    /// The index of the node where it ends.
    var target: Int
    var polarity: Polarity
    var status: Status
    var isSymmetric: Bool
    /// The relations with their labels and numbers of passages, most passages first.
    var relations: [(label: String, count: Int)]
    /// Who said what, for whoever points at it.
    var tooltip: String
    /// Where the first passage was published, if that is a web address.
    var link: String?

    /// The number of passages.
    var count: Int { relations.reduce(0) { $0 + $1.count } }

    /// The label: a line per relation, at most five.
    var lines: [String] {
        let all = relations.map { entry in
            PictureStyle.marked(entry.label, status) + (entry.count > 1 ? " ×\(entry.count)" : "")
        }
        return all.count <= 5 ? all : Array(all.prefix(4)) + ["and \(all.count - 4) more"]
    }

    /// The arrows of a graph, in the order of its edges.
    static func all(_ model: ExportModel, merging: PictureOptions.Merging) -> [Arrow] {
        var order: [Key] = []
        var groups: [Key: [EdgeView]] = [:]
        for row in model.edges {
            let edge = model.view(row)
            let key = Key(edge, merging)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(edge)
        }
        let links = Dictionary(
            model.documents.compactMap { document in document.url.map { (document.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        return order.map { key in Arrow(key, groups[key] ?? [], links) }
    }

    private init(_ key: Key, _ edges: [EdgeView], _ links: [String: String]) {
        source = key.source
        target = key.target
        polarity = key.polarity
        status = key.status
        isSymmetric = key.isSymmetric
        relations = Arrow.counted(edges)
        tooltip = Arrow.tooltip(edges)
        link = edges.lazy.flatMap(\.documents).compactMap { links[$0] }.first(where: Arrow.isWebAddress)
    }

    /// Labels with their passages: both directions of a symmetric relation are one.
    private static func counted(_ edges: [EdgeView]) -> [(label: String, count: Int)] {
        var counts: [String: Int] = [:]
        for edge in edges { counts[edge.relation.type.label, default: 0] += edge.count }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (label: $0.key, count: $0.value) }
    }

    private static func tooltip(_ edges: [EdgeView]) -> String {
        edges.prefix(6).compactMap { edge in
            guard let passage = edge.edge.passages.first else { return nil }
            let speaker = passage.speaker.map { " (\($0.name))" } ?? ""
            let sentence = DOTText.capped(passage.evidence.text, 220)
            return "\(edge.label)\(speaker): \(sentence) [\(DOTText.capped(passage.evidence.document, 60))]"
        }.joined(separator: "\n")
    }

    private static func isWebAddress(_ address: String) -> Bool {
        let start = address.prefix(8).lowercased()
        return (start.hasPrefix("http://") || start.hasPrefix("https://")) && !address.contains { $0.isWhitespace }
    }

    /// What edges share an arrow.
    private struct Key: Hashable {
        var source: Int
        var target: Int
        var polarity: Polarity
        var status: Status
        var isSymmetric: Bool
        var relation: Int

        init(_ edge: EdgeView, _ merging: PictureOptions.Merging) {
            let row = edge.row
            isSymmetric = edge.relation.type.isSymmetric
            source = isSymmetric ? min(row.source, row.target) : row.source
            target = isSymmetric ? max(row.source, row.target) : row.target
            polarity = edge.relation.type.polarity
            status = edge.status
            relation = merging == .relation ? row.relation : -1
        }
    }
}
