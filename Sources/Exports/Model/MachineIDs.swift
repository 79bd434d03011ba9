import Annotations
import Graphs

/// Makes ids that every format and reader takes as they are: `[A-Za-z_][A-Za-z0-9_]*`.
///
/// `state:RUS` becomes `state_RUS`. Ids depend on the entity id alone, save that the later (in id order) of two that
/// would be equal gets a number.
enum MachineIDs {
    static func nodes(_ nodes: [Node]) -> [ExportNode] {
        var taken = Set<String>()
        taken.reserveCapacity(nodes.count)
        return nodes.map { node in
            ExportNode(id: free(word(node.entity.id), &taken), node: clean(node))
        }
    }

    /// The text with `_` for whatever is no ASCII letter or digit, and at most 60 characters.
    static func word(_ text: String) -> String {
        var bytes = text.utf8.prefix(60).map { isWordByte($0) ? $0 : UInt8(ascii: "_") }
        if bytes.isEmpty || isDigit(bytes[0]) || isEdgeLike(bytes) { bytes.insert(UInt8(ascii: "n"), at: 0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func free(_ word: String, _ taken: inout Set<String>) -> String {
        if taken.insert(word).inserted { return word }
        var number = 2
        while !taken.insert("\(word)_\(number)").inserted { number += 1 }
        return "\(word)_\(number)"
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// True for what could be the id of an edge: `e` and 16 hexadecimal digits.
    private static func isEdgeLike(_ bytes: [UInt8]) -> Bool { bytes.count == 17 && bytes[0] == UInt8(ascii: "e") }

    private static func clean(_ node: Node) -> Node {
        var node = node
        node.entity.id = TextCleaner.clean(node.entity.id)
        node.entity.name = TextCleaner.clean(node.entity.name)
        node.entity.aliases = node.entity.aliases.map(TextCleaner.clean)
        node.entity.chain = node.entity.chain.map(TextCleaner.clean)
        node.entity.wikidata = node.entity.wikidata.map(TextCleaner.clean)
        node.documents = node.documents.map(TextCleaner.clean)
        return node
    }
}

/// Numbers the ends of edges and gives each edge a key from what makes it that edge.
///
/// The key is a 64-bit FNV-1a hash of source, relation, target and status, so the same edge has the same id in every
/// export and loading two exports into one database merges them; equal hashes are told apart by counting up.
struct EdgeNumbering {
    let index: [String: Int]
    let relations: [ExportRelation]

    func edges(_ edges: [Edge]) -> [ExportEdge] {
        let relationIndex = Dictionary(
            relations.indices.map { (relations[$0].type.relation.rawValue, $0) }, uniquingKeysWith: { a, _ in a })
        var taken = Set<UInt64>()
        taken.reserveCapacity(edges.count)
        var result: [ExportEdge] = []
        result.reserveCapacity(edges.count)
        var lastID = ""
        var lastSource: Int?
        for i in edges.indices {
            if edges[i].source != lastID || lastSource == nil {
                lastID = edges[i].source
                lastSource = index[lastID]
            }
            guard let source = lastSource, let target = index[edges[i].target],
                let relation = relationIndex[edges[i].relation.rawValue]
            else { continue }
            var key = Self.hash(edges[i])
            while !taken.insert(key).inserted { key &+= 1 }
            result.append(ExportEdge(key: key, source: source, target: target, relation: relation, index: i))
        }
        return result
    }

    private static func hash(_ edge: Edge) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        mix(edge.source, &hash)
        mix(edge.relation.rawValue, &hash)
        mix(edge.target, &hash)
        mix(edge.status.rawValue, &hash)
        return hash
    }

    @inline(__always)
    private static func mix(_ text: String, _ hash: inout UInt64) {
        var text = text
        var state = hash
        text.withUTF8 { bytes in
            for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        hash = (state ^ 0xFF) &* 0x100_0000_01b3
    }
}
