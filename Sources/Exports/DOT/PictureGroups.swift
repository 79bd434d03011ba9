import Annotations
import Graphs

/// Frames around nodes that belong together.
struct PictureGroups: Sendable {
    let options: PictureOptions
    let style: PictureStyle

    /// A label's node between two nodes.
    struct Label {
        var source: Int
        var target: Int
        var line: String
    }

    /// The node statements, framed as the options say; one level of frames at most. The label of an arrow within a
    /// frame stands in the frame too.
    func text(_ model: ExportModel, _ lines: [String], _ labels: [Label]) -> String {
        let groups = groups(model).filter { $0.members.contains { !lines[$0].isEmpty } }
        var group = [Int?](repeating: nil, count: lines.count)
        for (number, element) in groups.enumerated() { for member in element.members { group[member] = number } }
        var inner = [String](repeating: "", count: groups.count)
        var free = lines.indices.filter { group[$0] == nil }.map { lines[$0] }.joined()
        for label in labels {
            if let number = group[label.source], group[label.target] == number {
                inner[number] += label.line
            } else {
                free += label.line
            }
        }
        return groups.indices.map { frame(groups[$0], number: $0 + 1, lines, inner[$0]) }.joined() + free
    }

    private struct Group {
        var name: String
        var members: [Int]
    }

    private func groups(_ model: ExportModel) -> [Group] {
        switch options.grouping {
        case .none: []
        case .kind: kinds(model)
        case .bloc: blocs(model)
        }
    }

    private func kinds(_ model: ExportModel) -> [Group] {
        EntityKind.allCases.compactMap { kind in
            let members = model.nodes.indices.filter { model.nodes[$0].node.entity.kind == kind }
            return members.isEmpty ? nil : Group(name: "\(kind.rawValue)s", members: members)
        }
    }

    /// Blocs of two members and more; who stands alone needs no frame.
    private func blocs(_ model: ExportModel) -> [Group] {
        let index = Dictionary(
            model.nodes.indices.map { (model.graph.nodes[$0].entity.id, $0) }, uniquingKeysWith: { first, _ in first })
        var taken: Set<Int> = []
        let all = options.blocs.map { bloc in
            bloc.compactMap { index[$0] }.filter { taken.insert($0).inserted }.sorted()
        }
        return all.filter { $0.count > 1 }.enumerated().map {
            Group(name: "bloc \($0.offset + 1)", members: $0.element)
        }
    }

    private func frame(_ group: Group, number: Int, _ lines: [String], _ labels: String) -> String {
        let palette = style.palette
        return "subgraph cluster_\(number) {\ngraph [label=\(DOTText.quoted(group.name)), style=\"rounded,dashed\", "
            + "color=\"\(palette.quiet)\", fontcolor=\"\(palette.quiet)\", fontsize=11, labelloc=t, labeljust=l, "
            + "margin=10];\n" + group.members.map { lines[$0] }.joined() + labels + "}\n"
    }
}
