import Entente
import Glibc

/// The two streams of the command: data on standard output, all else on standard error.
struct Console: Sendable {
    /// True where answers are colored.
    var colorsOutput: Bool
    /// True where messages are colored.
    var colorsMessages: Bool
    /// True where answers are shown to a person.
    var isTerminal: Bool
    /// True where messages are shown to a person.
    var messagesToTerminal: Bool
    /// The columns of the terminal.
    var width: Int
    /// True where notes and progress are not wanted.
    var isQuiet: Bool
    /// When the command began, where the time is to be told; else nil.
    var began: ContinuousClock.Instant?

    /// The console of this process.
    init(isQuiet: Bool, color: ColorChoice, tellsTime: Bool = false) {
        isTerminal = isatty(STDOUT_FILENO) == 1
        messagesToTerminal = isatty(STDERR_FILENO) == 1
        colorsOutput = color.applies(toTerminal: isTerminal)
        colorsMessages = color.applies(toTerminal: messagesToTerminal)
        width = Console.columns()
        self.isQuiet = isQuiet
        began = tellsTime ? .now : nil
    }

    /// The text with its style, where answers are colored.
    func styled(_ text: String, _ style: Style) -> String {
        guard colorsOutput, let code = style.code else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    /// Writes an answer.
    func write(_ text: String) throws(Problem) {
        try AtomicFile.write(Array(text.utf8), to: "-")
    }

    /// Says what was skipped or repaired, or why nothing could be done.
    func report(_ problem: Problem) {
        if isQuiet && problem.kind == .repaired { return }
        message(problem.description, problem.kind == .repaired ? "warning" : "error")
    }

    /// Says something worth knowing that needs nothing done.
    func note(_ text: String) {
        if !isQuiet { message(text, nil) }
    }

    /// Says how long after the beginning a step ended, where the time is to be told.
    func ended(_ step: String) {
        guard let began else { return }
        let (seconds, fraction) = (ContinuousClock.now - began).components
        note("\(step) after \(Decimal.text(Double(seconds) + Double(fraction) / 1e18, 4)) s")
    }

    private func message(_ text: String, _ label: String?) {
        let style: Style = label == "error" ? .error : .warning
        var head = "entente: "
        if let label, colorsMessages, let code = style.code {
            head += "\u{1B}[\(code)m\(label):\u{1B}[0m "
        } else if let label {
            head += "\(label): "
        }
        let line = Array((head + Visible.line(text) + "\n").utf8)
        _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    private static func columns() -> Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return 80
    }
}
