/// How to make a lemma of a form: an edit of its beginning and end, or the lemma itself.
///
/// Written `case|cutPrefix|addPrefix|cutSuffix|addSuffix`, with case `l` (lower-case the form first) or `k` (keep it), or
/// `=lemma`.
struct LemmaScript: Sendable, Hashable {
    private let whole: String?
    private let lowers: Bool
    private let cutPrefix: Int
    private let addPrefix: String
    private let cutSuffix: Int
    private let addSuffix: String

    /// Reads a script; nil where it is none.
    init?(_ script: String) {
        if script.hasPrefix("=") {
            whole = String(script.dropFirst())
            (lowers, cutPrefix, addPrefix, cutSuffix, addSuffix) = (false, 0, "", 0, "")
            return
        }
        let parts = script.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "l" || parts[0] == "k", let front = Int(parts[1]), let back = Int(parts[3]),
            front >= 0, back >= 0
        else { return nil }
        whole = nil
        lowers = parts[0] == "l"
        (cutPrefix, addPrefix) = (front, String(parts[2]))
        (cutSuffix, addSuffix) = (back, String(parts[4]))
    }

    /// The lemma of a form; where the form is too short for the script, the form itself, lower-cased unless it is a name.
    func lemma(of form: String, isProperNoun: Bool) -> String {
        if let whole { return whole }
        let base = lowers ? Self.lowercased(form) : form
        if cutPrefix == 0, cutSuffix == 0, addPrefix.isEmpty {
            return addSuffix.isEmpty ? base : base + addSuffix
        }
        let scalars = base.unicodeScalars
        guard cutPrefix + cutSuffix <= scalars.count else { return isProperNoun ? form : Self.lowercased(form) }
        return addPrefix + String(scalars.dropFirst(cutPrefix).dropLast(cutSuffix)) + addSuffix
    }

    private static func lowercased(_ form: String) -> String {
        form.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? form : form.lowercased()
    }
}
