import Annotations
import Graphs

/// Reads the pieces that our formats write as JSON: documents, relation types, passages, references.
enum PartsParser {
    static func document(_ cursor: inout JSONCursor) throws(GraphReadError) -> GraphDocument {
        var document = GraphDocument(id: "")
        try cursor.object { (cursor: inout JSONCursor, name) throws(GraphReadError) in
            try documentMember(name, &cursor, &document)
        }
        return document
    }

    static func documentMember(
        _ name: String, _ cursor: inout JSONCursor, _ document: inout GraphDocument
    ) throws(GraphReadError) {
        switch name {
        case "id": document.id = try cursor.pooledString()
        case "title": document.title = try cursor.optionalString()
        case "date": document.date = try cursor.optionalString()
        case "url": document.url = try cursor.optionalString()
        default: try cursor.skip()
        }
    }

    static func relation(_ cursor: inout JSONCursor) throws(GraphReadError) -> RelationType {
        var type = emptyRelation
        try cursor.object { (cursor: inout JSONCursor, name) throws(GraphReadError) in
            try relationMember(name, &cursor, &type)
        }
        return type
    }

    static let emptyRelation = RelationType(
        relation: Relation(rawValue: ""), label: "", isSymmetric: false, polarity: .neutral)

    static func relationMember(
        _ name: String, _ cursor: inout JSONCursor, _ type: inout RelationType
    ) throws(GraphReadError) {
        switch name {
        case "id": type.relation = Relation(rawValue: try cursor.pooledString())
        case "label": type.label = try cursor.pooledString()
        case "symmetric": type.isSymmetric = try cursor.boolean()
        case "polarity": type.polarity = try polarity(&cursor)
        case "plover": type.plover = try cursor.pooledString()
        case "cameo": type.cameo = try cursor.pooledString()
        case "wikidata": type.wikidata = try cursor.pooledString()
        default: try cursor.skip()
        }
    }

    private static func polarity(_ cursor: inout JSONCursor) throws(GraphReadError) -> Polarity {
        let name = try cursor.pooledString()
        guard let polarity = Polarity(rawValue: name) else { throw cursor.failure("unknown polarity '\(name)'") }
        return polarity
    }

    static func kind(_ name: String, _ cursor: JSONCursor) throws(GraphReadError) -> EntityKind {
        guard let kind = EntityKind(rawValue: name) else { throw cursor.failure("unknown kind of entity '\(name)'") }
        return kind
    }

    static func status(_ name: String, _ cursor: JSONCursor) throws(GraphReadError) -> Status {
        guard let status = Status(rawValue: name) else { throw cursor.failure("unknown status '\(name)'") }
        return status
    }

    /// `{"id","name","kind"}`, or a bare entity id.
    static func reference(_ cursor: inout JSONCursor) throws(GraphReadError) -> EntityReference? {
        if try cursor.null() { return nil }
        var reference = EntityReference(id: "", name: "", kind: .group)
        try cursor.object { (cursor: inout JSONCursor, name) throws(GraphReadError) in
            switch name {
            case "id": reference.id = try cursor.pooledString()
            case "name": reference.name = try cursor.pooledString()
            case "kind": reference.kind = try kind(try cursor.pooledString(), cursor)
            default: try cursor.skip()
            }
        }
        return reference
    }

    static let emptyEvidence = Evidence(document: "", range: 0..<0, text: "", source: 0..<0, target: 0..<0)

    /// One member of the evidence; start and end are collected apart, because each alone makes no range.
    static func evidenceMember(
        _ name: String, _ cursor: inout JSONCursor, _ evidence: inout Evidence, _ offsets: inout (start: Int, end: Int)
    ) throws(GraphReadError) {
        switch name {
        case "document": evidence.document = try cursor.pooledString()
        case "start": offsets.start = try cursor.integer()
        case "end": offsets.end = try cursor.integer()
        case "text": evidence.text = try cursor.string()
        case "source": evidence.source = try cursor.range()
        case "target": evidence.target = try cursor.range()
        case "date": evidence.date = try cursor.optionalString()
        case "attribution": evidence.attribution = try cursor.strings()
        case "findings": evidence.findings = try findings(&cursor)
        default: try cursor.skip()
        }
    }

    static func close(
        _ evidence: inout Evidence, _ offsets: (start: Int, end: Int), _ cursor: JSONCursor
    ) throws(GraphReadError) {
        guard offsets.start >= 0, offsets.start <= offsets.end else {
            throw cursor.failure("evidence ends before it starts")
        }
        evidence.range = offsets.start..<offsets.end
    }

    private static func findings(_ cursor: inout JSONCursor) throws(GraphReadError) -> [Finding] {
        var findings: [Finding] = []
        try cursor.array { (cursor: inout JSONCursor) throws(GraphReadError) in
            var finding = Finding(method: "", name: "", score: 0)
            try cursor.object { (cursor: inout JSONCursor, name) throws(GraphReadError) in
                switch name {
                case "method": finding.method = try cursor.pooledString()
                case "name": finding.name = try cursor.pooledString()
                case "score": finding.score = try cursor.number()
                default: try cursor.skip()
                }
            }
            findings.append(finding)
        }
        return findings
    }

    /// The passages of an edge as `PassageJSON` writes them; speakers are looked up among the nodes.
    static func passages(
        _ cursor: inout JSONCursor, speakers: [String: EntityReference]
    ) throws(GraphReadError) -> [Edge.Passage] {
        var passages: [Edge.Passage] = []
        try cursor.array { (cursor: inout JSONCursor) throws(GraphReadError) in
            passages.append(try passage(&cursor, speakers))
        }
        return passages
    }

    private static func passage(
        _ cursor: inout JSONCursor, _ speakers: [String: EntityReference]
    ) throws(GraphReadError) -> Edge.Passage {
        var evidence = emptyEvidence
        var offsets = (start: 0, end: 0)
        var speaker: EntityReference?
        var confidence = 0.0
        try cursor.object { (cursor: inout JSONCursor, name) throws(GraphReadError) in
            switch name {
            case "confidence": confidence = try cursor.number()
            case "speaker":
                let id = try cursor.pooledString()
                guard let reference = speakers[id] else {
                    throw cursor.failure("the speaker '\(id)' is no node of the graph")
                }
                speaker = reference
            default: try evidenceMember(name, &cursor, &evidence, &offsets)
            }
        }
        try close(&evidence, offsets, cursor)
        return Edge.Passage(evidence: evidence, speaker: speaker, confidence: confidence)
    }
}
