import Glibc

/// A bar on standard error for work that takes over a second; silent where nobody watches.
final class Progress: @unchecked Sendable {
    private let isShown: Bool
    private let label: String
    private let start = ContinuousClock.now
    private var lastShown = ContinuousClock.now
    private var isVisible = false

    /// Makes a bar that appears after a second.
    init(_ label: String, _ console: Console) {
        self.label = label
        isShown = console.messagesToTerminal && !console.isQuiet
    }

    /// Shows how far the work is, at most ten times a second.
    func update(_ done: Int, of total: Int) {
        let now = ContinuousClock.now
        guard isShown, total > 0, now - start > .seconds(1), now - lastShown > .milliseconds(100) else { return }
        lastShown = now
        isVisible = true
        let filled = min(30, 30 * done / total)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
        show("\r\(label) [\(bar)] \(done)/\(total)\(remaining(done, total, now))\u{1B}[K")
    }

    /// Takes the bar away.
    func finish() {
        if isVisible { show("\r\u{1B}[K") }
        isVisible = false
    }

    private func remaining(_ done: Int, _ total: Int, _ now: ContinuousClock.Instant) -> String {
        guard done > 0 else { return "" }
        let seconds = Int((now - start) / .seconds(1) * Double(total - done) / Double(done))
        return seconds >= 60 ? "  \(seconds / 60) min left" : "  \(seconds) s left"
    }

    private func show(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
