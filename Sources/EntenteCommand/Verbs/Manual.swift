import ArgumentParser
import Entente

/// The hidden verb that prints the manual page.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "__manual", shouldDisplay: false)

    func run() throws {
        try Console(isQuiet: true, color: .never).write(ManualPage.text)
    }
}

/// The manual page, in the language of man(7), from the help of the subcommands.
enum ManualPage {
    static var text: String {
        let configuration = EntenteCommand.configuration
        var lines = [
            ".TH ENTENTE 1 \"\" \"entente \(Version.text)\" \"User Commands\"", ".SH NAME",
            "entente \\- \(escaped(configuration.abstract))", ".SH SYNOPSIS", ".B entente",
            "\\fIsubcommand\\fR [\\fIoptions\\fR]",
            ".SH DESCRIPTION",
        ]
        lines += preformatted(configuration.discussion)
        for group in configuration.groupedSubcommands {
            lines.append(".SH \(escaped(group.name.uppercased()))")
            for command in group.subcommands where command.configuration.shouldDisplay { lines += section(command) }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func section(_ command: any ParsableCommand.Type) -> [String] {
        let name = command._commandName
        return [".SS entente \(escaped(name))"] + preformatted(EntenteCommand.helpMessage(for: command, columns: 76))
    }

    private static func preformatted(_ text: String) -> [String] {
        [".nf"] + text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) } + [".fi"]
    }

    /// The line with what the language of manual pages would take for its own.
    private static func escaped(_ line: String) -> String {
        var result = line.first == "." || line.first == "'" ? "\\&" : ""
        for character in line {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            default: result.append(character)
            }
        }
        return result
    }
}
