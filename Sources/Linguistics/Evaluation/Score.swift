/// Precision, recall and their harmonic mean, from counts.
public struct Score: Sendable, Hashable {
    /// How many the gold file has.
    public var gold: Int
    /// How many the system has.
    public var system: Int
    /// How many of them agree.
    public var correct: Int

    /// Makes a score.
    public init(gold: Int = 0, system: Int = 0, correct: Int = 0) {
        self.gold = gold
        self.system = system
        self.correct = correct
    }

    /// The part of the system's that is right, in percent.
    public var precision: Double { system == 0 ? 0 : 100 * Double(correct) / Double(system) }
    /// The part of the gold's that was found, in percent.
    public var recall: Double { gold == 0 ? 0 : 100 * Double(correct) / Double(gold) }
    /// The harmonic mean of precision and recall, in percent.
    public var f1: Double { gold + system == 0 ? 0 : 200 * Double(correct) / Double(gold + system) }

    static func += (total: inout Score, part: Score) {
        total.gold += part.gold
        total.system += part.system
        total.correct += part.correct
    }
}
