import ArgumentParser

/// The options of every subcommand.
struct CommonOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
    var quiet = false

    @Option(help: ArgumentHelp("Color answers: auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto
}
