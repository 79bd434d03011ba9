/// Assertions as lines of JSON: the keys of the ontology's example in its order, what else is known after them.
extension Assertion {
    /// The assertion as one JSON object on one line, without a line end.
    public var jsonLine: String { json.text }

    private var json: JSONText {
        .object([
            ("document", .string(evidence.document)), ("source", source.json), ("relation", .string(relation.rawValue)),
            ("target", target.json), ("status", .string(status.rawValue)), ("speaker", speaker?.json ?? .null),
            ("confidence", .number(Confidence.rounded(confidence))), ("evidence", evidence.json),
        ])
    }
}

extension EntityReference {
    fileprivate var json: JSONText {
        .object([("id", .string(id)), ("name", .string(name)), ("kind", .string(kind.rawValue))])
    }
}

extension Evidence {
    fileprivate var json: JSONText {
        var fields: [(String, JSONText)] = [
            ("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound)), ("text", .string(text)),
            ("source", JSONText.range(source)), ("target", JSONText.range(target)),
        ]
        if !attribution.isEmpty { fields.append(("attribution", .array(attribution.map { .string($0) }))) }
        if !findings.isEmpty { fields.append(("findings", .array(findings.map(\.json)))) }
        if let date { fields.append(("date", .string(date))) }
        return .object(fields)
    }
}

extension Finding {
    fileprivate var json: JSONText {
        .object([
            ("method", .string(method)), ("name", .string(name)), ("score", .number(Confidence.rounded(score))),
        ])
    }
}

extension JSONText {
    fileprivate static func range(_ range: Range<Int>) -> JSONText {
        .array([.integer(range.lowerBound), .integer(range.upperBound)])
    }
}
