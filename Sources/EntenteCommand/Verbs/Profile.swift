import ArgumentParser
import Entente

/// What each stage takes, for `make bench`.
struct Profile: Verb {
    static let configuration = CommandConfiguration(
        commandName: "__profile",
        abstract: "Print the processor time of each stage on one thread.",
        shouldDisplay: false)

    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        let batch = try input.read(console)
        let profile = try Pipeline(knowledgeFolder: input.knowledge).profile(batch.documents)
        for (name, seconds) in profile.stages {
            let micros = seconds * 1e6 / Double(max(profile.words, 1))
            try console.write(
                "\(Self.column(name, 10))\(Self.number(seconds, 9)) s\(Self.number(micros, 9)) us a word"
                    + "\(Self.number(100 * seconds / max(profile.seconds, 1e-9), 8)) %\n")
        }
        try console.write(
            "\(profile.words) words: "
                + "\(Int(Double(profile.words) / max(profile.seconds, 1e-9))) words a second\n")
        return batch.isPartial ? .partial : .done
    }

    private static func column(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.utf8.count))
    }

    private static func number(_ value: Double, _ width: Int) -> String {
        let text = Decimal.text(value, 2)
        return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }
}
