/// Checks, before any work, that an output will not destroy an input.
public enum OutputCheck {
    /// Refuses outputs that are named twice or that lead to one of the inputs.
    ///
    /// - Throws: A ``Problem`` that names the output.
    public static func check(outputs: [String], inputs: [String]) throws(Problem) {
        var seen: Set<String> = []
        for output in outputs where !seen.insert(output).inserted {
            throw Problem(.usage, file: output, what: "is named twice as output", advice: "name it once")
        }
        let read = Set(inputs.filter { $0 != "-" }.compactMap { FileIdentity.of($0) })
        for output in outputs {
            guard let found = FileIdentity.of(output), found.isRegular, read.contains(found) else { continue }
            throw Problem(
                .usage, file: output, what: "is both input and output", advice: "choose another name for the output")
        }
    }
}
