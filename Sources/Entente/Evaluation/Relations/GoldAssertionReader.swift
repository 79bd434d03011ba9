import Extraction
import FoundationEssentials

/// Reads gold assertions from JSON Lines: `source`, `relation`, `target`, `status`, `speaker` and `tier` of each.
struct GoldAssertionReader: Sendable {
    let ontology: Ontology

    /// The assertions of a file.
    ///
    /// - Throws: A ``Problem`` with the line of the first row that is none.
    func read(_ bytes: [UInt8], file: String) throws(Problem) -> [GoldAssertion] {
        var rows: [GoldAssertion] = []
        var line = 0
        for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            if text.allSatisfy({ $0 <= 0x20 }) { continue }
            do throws(Fault) {
                rows.append(try assertion(Data(text)))
            } catch {
                throw Problem(.data, file: file, line: line, what: error.what, advice: GoldAssertionReader.advice)
            }
        }
        return rows
    }

    private static let advice =
        "a row is an object such as {\"source\": [\"Russia\"], \"relation\": [\"backs\"], \"target\": [\"Syria\"], "
        + "\"status\": [\"asserted\"], \"speaker\": null, \"tier\": \"core\"}"

    private struct Fault: Error {
        var what: String
    }

    private struct Row: Decodable {
        var source: [String]
        var relation: [String]
        var target: [String]
        var status: [String]
        var speaker: [String]?
        var tier: String
    }

    private func assertion(_ data: Data) throws(Fault) -> GoldAssertion {
        let row = try GoldAssertionReader.row(data)
        guard let tier = GoldAssertion.Tier(rawValue: row.tier) else {
            throw Fault(what: "\"tier\" is neither core nor extra")
        }
        let relation = try GoldAssertionReader.first(row.relation, "relation") { ontology[.init(rawValue: $0)] != nil }
        let status = try GoldAssertionReader.first(row.status, "status") { Status(rawValue: $0) != nil }
        return GoldAssertion(
            relation: Relation(rawValue: relation), status: status, tier: tier,
            sources: try GoldAssertionReader.names(row.source, "source"),
            targets: try GoldAssertionReader.names(row.target, "target"),
            relations: GoldAssertionReader.choice(row.relation, Relation.init(rawValue:)),
            statuses: GoldAssertionReader.choice(row.status) { $0 },
            speakers: Set((row.speaker ?? []).map(ComparedName.init)))
    }

    private static func row(_ data: Data) throws(Fault) -> Row {
        do {
            return try JSONDecoder().decode(Row.self, from: data)
        } catch {
            throw Fault(what: reason(error))
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "is not valid JSON" }
        switch error {
        case .keyNotFound(let key, _): return "has no \"\(key.stringValue)\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            let key = context.codingPath.first?.stringValue
            return key.map { "\"\($0)\" is not what it should be" } ?? "is not a JSON object"
        default: return "is not valid JSON"
        }
    }

    /// The first of the acceptable values; a value that the program does not know would never be found.
    private static func first(_ values: [String], _ key: String, isKnown: (String) -> Bool) throws(Fault) -> String {
        guard let first = values.first else { throw Fault(what: "\"\(key)\" is empty") }
        if let odd = values.first(where: { $0 != "*" && !isKnown($0) }) {
            throw Fault(what: "there is no \(key) \"\(odd)\"")
        }
        return first
    }

    private static func names(_ values: [String], _ key: String) throws(Fault) -> GoldAssertion.Choice<ComparedName> {
        guard !values.isEmpty else { throw Fault(what: "\"\(key)\" is empty") }
        return choice(values, ComparedName.init)
    }

    private static func choice<Value>(_ values: [String], _ make: (String) -> Value) -> GoldAssertion.Choice<Value> {
        GoldAssertion.Choice(values: Set(values.map(make)), isOpen: values.contains("*"))
    }
}
