import Annotations
import Graphs

/// A graph from rows: nodes `id name kind mentions`, edges `source relation target status passages`, tab between.
public struct GraphTable {
    /// The graph of the rows.
    public let graph: KnowledgeGraph

    /// Makes a graph; every passage gets a sentence, a document and a date that follow from its number.
    public init(nodes: [String], edges: [String], sentence: ((Int) -> String)? = nil) {
        let nodeList = nodes.map(Self.node).sorted { $0.entity.id < $1.entity.id }
        let names = Dictionary(uniqueKeysWithValues: nodeList.map { ($0.entity.id, $0.entity) })
        let edgeList = edges.enumerated().map { Self.edge($0.element, number: $0.offset, names, sentence) }
        graph = KnowledgeGraph(
            ontology: Self.ontology, documents: Self.documents, nodes: nodeList,
            edges: edgeList.sorted {
                ($0.source, $0.relation, $0.target, $0.status) < ($1.source, $1.relation, $1.target, $1.status)
            })
    }

    private static let documents = (1...5).map {
        GraphDocument(
            id: "report-\($0).txt", title: "Report \($0)", date: "2015-09-1\($0)",
            url: $0 == 2 ? "https://news.example/report-2" : nil)
    }

    private static func node(_ row: String) -> Node {
        let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let entity = Entity(
            id: fields[0], name: fields[1], kind: EntityKind(rawValue: fields[2]) ?? .person,
            aliases: fields[1] == "Russia" ? ["Moscow", "Russian Federation"] : [],
            wikidata: fields[1] == "Russia" ? "Q159" : nil)
        return Node(entity: entity, mentions: Int(fields[3]) ?? 1, documents: [documents[0].id])
    }

    private static func edge(
        _ row: String, number: Int, _ entities: [String: Entity], _ sentence: ((Int) -> String)?
    ) -> Edge {
        let fields = row.split(separator: "\t").map(String.init)
        let relation = Relation(rawValue: fields[1])
        let source = entities[fields[0]]?.name ?? ""
        let target = entities[fields[2]]?.name ?? ""
        let text = sentence?(number) ?? "\(source) \(ontology[relation]?.label ?? "") \(target), the report says."
        let status = Status(rawValue: fields[3]) ?? .asserted
        let passages = (0..<(Int(fields[4]) ?? 1)).map { i in
            let document = documents[(number + i) % documents.count]
            let start = 100 * number + i
            let targetStart = start + text.utf8.count - target.utf8.count - 18
            return Edge.Passage(
                evidence: Evidence(
                    document: document.id, range: start..<start + text.utf8.count, text: text,
                    source: start..<start + source.utf8.count, target: targetStart..<targetStart + target.utf8.count,
                    findings: [Finding(method: "rule", name: "sample", score: 0.9)], date: document.date),
                speaker: status == .alleged ? entities["state:USA"]?.reference : nil, confidence: 0.875)
        }
        return Edge(
            source: fields[0], relation: relation, target: fields[2], status: status, confidence: 0.875,
            passages: passages)
    }

    /// The relations of the project's ontology.
    public static let ontology: Ontology = {
        let rows: [(String, String, Bool, Polarity)] = [
            ("leads", "leads", false, .structural),
            ("represents", "represents", false, .structural),
            ("memberOf", "member of", false, .structural),
            ("partOf", "part of", false, .structural),
            ("locatedIn", "located in", false, .structural),
            ("alliedWith", "allied with", true, .cooperative),
            ("backs", "backs", false, .cooperative),
            ("agreesWith", "agrees with", true, .cooperative),
            ("meets", "meets", true, .cooperative),
            ("cooperatesWith", "cooperates with", true, .cooperative),
            ("aids", "aids", false, .cooperative),
            ("arms", "arms", false, .cooperative),
            ("yieldsTo", "yields to", false, .cooperative),
            ("asks", "asks", false, .neutral),
            ("opposes", "opposes", false, .hostile),
            ("criticizes", "criticizes", false, .hostile),
            ("accuses", "accuses", false, .hostile),
            ("threatens", "threatens", false, .hostile),
            ("sanctions", "sanctions", false, .hostile),
            ("protests", "protests against", false, .hostile),
            ("deploysTo", "deploys to", false, .neutral),
            ("attacks", "attacks", false, .hostile),
            ("fights", "fights", true, .hostile),
            ("seizes", "seizes", false, .hostile),
        ]
        return Ontology(
            rows.map { row in
                RelationType(relation: Relation(rawValue: row.0), label: row.1, isSymmetric: row.2, polarity: row.3)
            })
    }()
}
