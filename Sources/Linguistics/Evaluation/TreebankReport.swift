/// The measures of an analyzer on a treebank.
public struct TreebankReport: Sendable, Hashable {
    /// From gold tokens: what tokens, sentences and words say is not measured.
    public let gold: [Measure: Score]
    /// From raw text.
    public let raw: [Measure: Score]

    /// Makes a report.
    public init(gold: [Measure: Score], raw: [Measure: Score]) {
        self.gold = gold
        self.raw = raw
    }

    /// The measures that mean something on gold tokens.
    public static let goldMeasures: [Measure] = [.upos, .uas, .las, .feats, .lemmas, .clas]
    /// The measures on raw text.
    public static let rawMeasures: [Measure] = [.tokens, .sentences, .words, .upos, .uas, .las, .feats, .lemmas, .clas]

    /// `{"gold": {"upos": 97.01, ...}, "raw": {...}}`: F1 in percent.
    public var json: String {
        let parts = [("gold", gold, Self.goldMeasures), ("raw", raw, Self.rawMeasures)].map { name, scores, measures in
            let members = measures.map { "\"\($0.rawValue)\": \(Percent.text(scores[$0]?.f1 ?? 0))" }
            return "\"\(name)\": {\(members.joined(separator: ", "))}"
        }
        return "{\(parts.joined(separator: ", "))}"
    }

    /// A table for people: a line per measure, with its F1 from gold tokens and from raw text.
    public var table: String {
        Self.rawMeasures.reduce("measure    gold    raw\n") { text, measure in
            let onGold = Self.goldMeasures.contains(measure) ? Percent.text(gold[measure]?.f1 ?? 0) : "-"
            let onRaw = Percent.text(raw[measure]?.f1 ?? 0)
            return text + Percent.column(measure.rawValue, 9, left: true) + Percent.column(onGold, 6)
                + Percent.column(onRaw, 7) + "\n"
        }
    }
}

extension NameComparison {
    /// `{"names": {"precision": 90.1, "recall": ..., "f1": ..., "byKind": {"PER": {...}, ...}}}`, in percent.
    public var json: String {
        let kinds = byKind.sorted { $0.key < $1.key }.map {
            "\"\(Percent.escaped($0.key))\": {\(Self.members($0.value))}"
        }
        return "{\"names\": {\(Self.members(total)), \"byKind\": {\(kinds.joined(separator: ", "))}}}"
    }

    private static func members(_ score: Score) -> String {
        "\"precision\": \(Percent.text(score.precision)), \"recall\": \(Percent.text(score.recall)), \"f1\": \(Percent.text(score.f1))"
    }

    /// A table for people: the total over persons, organizations and places, then a line per kind.
    public var table: String {
        let rows = [("PER+ORG+LOC", total)] + byKind.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return rows.reduce("names        precision  recall      F1  in gold\n") { text, row in
            text + Percent.column(row.0, 12, left: true) + Percent.column(Percent.text(row.1.precision), 10)
                + Percent.column(Percent.text(row.1.recall), 8) + Percent.column(Percent.text(row.1.f1), 8)
                + Percent.column("\(row.1.gold)", 9) + "\n"
        }
    }
}
