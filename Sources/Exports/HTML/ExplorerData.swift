import Annotations
import Graphs

/// The graph as the explorer's script reads it: JSON with numbers for whatever occurs often.
struct ExplorerData {
    let model: ExportModel
    let positions: [String: ExplorerPoint]
    let remark: String?
    private let json = PassageJSON(table: .jsonInHTML, quote: "\"")
    private let documents: [String]
    private let documentIndex: [String: Int]
    private let speakers: [EntityReference]
    private let speakerIndex: [String: Int]

    init(model: ExportModel, positions: [String: ExplorerPoint], remark: String?) {
        self.model = model
        self.remark = remark
        self.positions = model.nodes.allSatisfy { positions[$0.id] != nil } ? positions : [:]
        let passages = model.edges.lazy.flatMap { model.graph.edges[$0.index].passages }
        documents = Set(model.graph.documents.map(\.id)).union(passages.map(\.evidence.document))
            .union(model.graph.nodes.flatMap(\.documents)).sorted()
        documentIndex = Self.index(documents)
        let named = Dictionary(
            passages.compactMap(\.speaker).map { ($0.id, $0) }, uniquingKeysWith: { a, b in a.name < b.name ? a : b })
        speakers = named.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        speakerIndex = Self.index(speakers.map(\.id))
    }

    private static func index(_ keys: [String]) -> [String: Int] {
        Dictionary(keys.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// Writes one JSON object.
    func write(to out: inout ByteWriter) throws {
        out.literal("{")
        if let remark {
            json.name("remark", &out)
            json.string(remark, &out)
            out.literal(",")
        }
        json.name("nodes", &out)
        try list(model.nodes, &out, node)
        json.next("edges", &out)
        try list(model.edges, &out) { edge(model.view($0), &$1) }
        json.next("relations", &out)
        try list(model.relations, &out, relation)
        json.next("documents", &out)
        let known = Dictionary(model.graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        try list(documents, &out) { document(known[$0] ?? GraphDocument(id: $0), &$1) }
        json.next("speakers", &out)
        json.strings(speakers.map(\.name), &out)
        json.next("palettes", &out)
        try list(PictureOptions.Theme.allCases, &out, braces: ("{", "}"), palette)
        out.literal("}")
    }

    private func list<Element>(
        _ elements: [Element], _ out: inout ByteWriter, braces: (StaticString, StaticString) = ("[", "]"),
        _ write: (Element, inout ByteWriter) -> Void
    ) throws {
        out.literal(braces.0)
        for i in elements.indices {
            if i > 0 { out.literal(",\n") }
            write(elements[i], &out)
            try out.drain()
        }
        out.literal(braces.1)
    }

    // MARK: Nodes and edges

    private func node(_ node: ExportNode, _ out: inout ByteWriter) {
        let entity = node.node.entity
        out.literal("{")
        json.name("name", &out)
        json.string(entity.name, &out)
        json.next("kind", &out)
        json.string(node.kind, &out)
        json.next("aliases", &out)
        json.strings(entity.aliases, &out)
        json.next("mentions", &out)
        out.integer(node.node.mentions)
        json.next("documents", &out)
        integers(node.node.documents.compactMap { documentIndex[$0] }, &out)
        if let wikidata = entity.wikidata, Self.isWikidataID(wikidata) {
            json.next("wikidata", &out)
            json.string(wikidata, &out)
        }
        if let point = positions[node.id] {
            coordinate("x", point.x, &out)
            coordinate("y", point.y, &out)
        }
        out.literal("}")
    }

    private func coordinate(_ name: StaticString, _ value: Double, _ out: inout ByteWriter) {
        json.next(name, &out)
        out.number((value * 10).rounded() / 10)
    }

    private static func isWikidataID(_ text: String) -> Bool {
        text.first == "Q" && text.utf8.count > 1 && text.utf8.dropFirst().allSatisfy { (48...57).contains($0) }
    }

    private func edge(_ edge: EdgeView, _ out: inout ByteWriter) {
        out.literal("{")
        json.name("source", &out)
        out.integer(edge.row.source)
        json.next("target", &out)
        out.integer(edge.row.target)
        json.next("relation", &out)
        out.integer(edge.row.relation)
        json.next("status", &out)
        out.integer(Status.allCases.firstIndex(of: edge.status) ?? 0)
        json.next("confidence", &out)
        out.number((edge.confidence * 1_000).rounded() / 1_000)
        json.next("passages", &out)
        out.literal("[")
        for (i, passage) in edge.edge.passages.enumerated() {
            if i > 0 { out.literal(",") }
            self.passage(passage, &out)
        }
        out.literal("]}")
    }

    private func passage(_ passage: Edge.Passage, _ out: inout ByteWriter) {
        let evidence = passage.evidence
        out.literal("{")
        json.name("document", &out)
        out.integer(documentIndex[evidence.document] ?? 0)
        json.next("start", &out)
        out.integer(evidence.range.lowerBound)
        json.next("end", &out)
        out.integer(evidence.range.upperBound)
        json.next("text", &out)
        json.string(evidence.text, &out)
        mark("source", evidence.source, evidence, &out)
        mark("target", evidence.target, evidence, &out)
        if let speaker = passage.speaker, let index = speakerIndex[speaker.id] {
            json.next("speaker", &out)
            out.integer(index)
        }
        if !evidence.findings.isEmpty {
            json.next("found", &out)
            json.string(evidence.findings.map { "\($0.method) \($0.name)" }.joined(separator: ", "), &out)
        }
        out.literal("}")
    }

    /// The place of a mention in the text as the script counts, in UTF-16; left out where it lies outside.
    private func mark(_ name: StaticString, _ range: Range<Int>, _ evidence: Evidence, _ out: inout ByteWriter) {
        let start = range.lowerBound - evidence.range.lowerBound
        let length = range.count
        let utf8 = evidence.text.utf8
        guard start >= 0, length > 0, start + length <= utf8.count else { return }
        let from = utf8.index(utf8.startIndex, offsetBy: start)
        let to = utf8.index(from, offsetBy: length)
        guard let before = evidence.text.utf16.distanceIfAligned(to: from),
            let after = evidence.text.utf16.distanceIfAligned(to: to)
        else { return }
        json.next(name, &out)
        json.range(before..<after, &out)
    }

    // MARK: Tables

    private func relation(_ relation: ExportRelation, _ out: inout ByteWriter) {
        out.literal("{")
        json.name("label", &out)
        json.string(relation.type.label, &out)
        json.next("polarity", &out)
        json.string(relation.type.polarity.rawValue, &out)
        json.next("symmetric", &out)
        out.boolean(relation.type.isSymmetric)
        out.literal("}")
    }

    private func document(_ document: GraphDocument, _ out: inout ByteWriter) {
        out.literal("{")
        json.name("id", &out)
        json.string(document.id, &out)
        optional("title", document.title, &out)
        optional("date", document.date, &out)
        optional("url", document.url, &out)
        out.literal("}")
    }

    private func optional(_ name: StaticString, _ value: String?, _ out: inout ByteWriter) {
        guard let value else { return }
        json.next(name, &out)
        json.string(value, &out)
    }

    private func integers(_ values: [Int], _ out: inout ByteWriter) {
        out.literal("[")
        for (i, value) in values.enumerated() {
            if i > 0 { out.literal(",") }
            out.integer(value)
        }
        out.literal("]")
    }

    private func palette(_ theme: PictureOptions.Theme, _ out: inout ByteWriter) {
        let palette = Palette(theme)
        json.string(theme.rawValue, &out)
        out.literal(":{")
        json.name("background", &out)
        json.string(palette.background, &out)
        json.next("ink", &out)
        json.string(palette.ink, &out)
        json.next("nodeText", &out)
        json.string(palette.nodeText, &out)
        json.next("fills", &out)
        pairs(EntityKind.allCases.map { ($0.rawValue, [palette.fill($0), palette.outline($0)]) }, &out)
        json.next("lines", &out)
        pairs(Polarity.allCases.map { ($0.rawValue, [palette.line($0), palette.label($0)]) }, &out)
        out.literal("}")
    }

    private func pairs(_ entries: [(String, [String])], _ out: inout ByteWriter) {
        out.literal("{")
        for (i, entry) in entries.enumerated() {
            if i > 0 { out.literal(",") }
            json.string(entry.0, &out)
            out.literal(":")
            json.strings(entry.1, &out)
        }
        out.literal("}")
    }
}

extension String.UTF16View {
    /// The number of UTF-16 units before a place, or nil where it lies within a character.
    fileprivate func distanceIfAligned(to place: String.Index) -> Int? {
        place.samePosition(in: self).map { distance(from: startIndex, to: $0) }
    }
}
