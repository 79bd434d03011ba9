import ArgumentParser
import Glibc

/// Whether answers are colored.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
    case auto, always, never

    /// True where a stream is to be colored: as asked, else as the environment says, else on terminals.
    func applies(toTerminal isTerminal: Bool) -> Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto:
            if ColorChoice.isSet("NO_COLOR") { return false }
            if ColorChoice.isSet("CLICOLOR_FORCE") { return true }
            return isTerminal && ColorChoice.value("TERM") != "dumb"
        }
    }

    /// True for a variable that is neither empty nor `0`.
    private static func isSet(_ name: String) -> Bool {
        value(name).map { !$0.isEmpty && $0 != "0" } ?? false
    }

    private static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
