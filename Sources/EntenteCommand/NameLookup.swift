import Entente

/// Turns what a user typed into entities and relations of a graph.
struct NameLookup: Sendable {
    let index: GraphIndex
    let console: Console

    /// The node that a name means: by id, name, other name or part of one, whatever case and accents.
    ///
    /// - Throws: A ``Problem`` with near names where there is none.
    func node(_ name: String) throws(Problem) -> Int {
        let matches = index.names.matches(name)
        guard let first = matches.best.first else {
            if let known = KnownNames.ids(name).lazy.compactMap(index.node(id:)).first { return known }
            throw unknown("there is no \"\(name)\" in the graph", matches.suggestions.prefix(3).map(self.name))
        }
        if matches.best.count > 1 { noteOthers(name, matches.best) }
        return first
    }

    /// The id of the entity that a name means.
    func id(_ name: String) throws(Problem) -> String { index.graph.nodes[try node(name)].entity.id }

    /// The relations of comma-separated lists of ids, labels and families (`hostile`); nil for no list.
    ///
    /// - Throws: A ``Problem`` with near names where there is no such relation.
    func relations(_ lists: [String]) throws(Problem) -> Set<Relation>? {
        guard !lists.isEmpty else { return nil }
        var result: Set<Relation> = []
        for name in lists.flatMap({ $0.split(separator: ",") }) { result.formUnion(try relations(named: String(name))) }
        return result
    }

    private func relations(named name: String) throws(Problem) -> [Relation] {
        let types = index.graph.ontology.relations
        let wanted = name.lowercased()
        let found = types.filter {
            [$0.relation.rawValue.lowercased(), $0.label.lowercased(), $0.polarity.rawValue].contains(wanted)
        }
        guard found.isEmpty else { return found.map(\.relation) }
        let names = types.map(\.relation.rawValue) + Polarity.allCases.map(\.rawValue)
        let near = NearNames.of(name, among: names)
        let advice = near.isEmpty ? "use some of: \(names.joined(separator: ", "))" : NameLookup.question(near)
        throw Problem(.usage, file: "", what: "there is no relation \"\(name)\"", advice: advice)
    }

    private func name(_ node: Int) -> String { index.graph.nodes[node].entity.name }

    private func noteOthers(_ typed: String, _ nodes: [Int]) {
        let rest = nodes.dropFirst().prefix(3).map(name).joined(separator: ", ")
        console.note("\"\(typed)\" is taken for \(name(nodes[0])); it also fits \(rest)")
    }

    private func unknown(_ what: String, _ near: [String]) -> Problem {
        let advice = near.isEmpty ? "entente relations GRAPH lists what there is" : NameLookup.question(near)
        return Problem(.nothingFound, file: "", what: what, advice: advice)
    }

    private static func question(_ near: [String]) -> String {
        "did you mean \(near.joined(separator: ", "))?"
    }
}
