import ArgumentParser

/// The command `entente`: one subcommand a file.
@main
struct EntenteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entente",
        abstract: "Turns English news into a sourced graph of who stands with and against whom.",
        discussion: """
            EXAMPLES
              entente build articles/ -o graph.graphml -o graph.png
              entente why graph.graphml putin assad
              entente contested graph.graphml
              zcat news.jsonl.gz | entente extract - > assertions.jsonl

            Inputs are files, folders (with all below them), patterns and - for standard input: plain text, Markdown, \
            HTML and JSON Lines ("text", and where known "id", "title", "date", "url"), each also packed with gzip.

            EXIT STATUS
              0   done
              1   nothing found
              2   done in part: something was skipped, and standard error says what
              64  the command line makes no sense
              65  the data is not what it claims to be
              66  an input does not exist or may not be read
              73  an output cannot be created
              74  reading or writing failed
            """,
        version: Version.text,
        subcommands: [RenderChild.self, Pairs.self, Weighed.self, Manual.self, Examples.self, Profile.self],
        groupedSubcommands: [
            CommandGroup(name: "Make a graph", subcommands: [Build.self, Extract.self, Dump.self]),
            CommandGroup(
                name: "Turn a graph into files and pictures", subcommands: [Export.self, Render.self, Formats.self]),
            CommandGroup(
                name: "Ask a graph",
                subcommands: [
                    Show.self, Relations.self, Why.self, Path.self, Between.self, Contested.self, Timeline.self,
                    Central.self, BlocsVerb.self, Compare.self, Diff.self, Stats.self, SQL.self,
                ]),
            CommandGroup(name: "Measure", subcommands: [Evaluate.self]),
        ])

    static func main() {
        Launcher.run()
    }
}
