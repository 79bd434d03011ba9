import ArgumentParser

/// The options of every subcommand.
struct CommonOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
    var quiet = false

    @Flag(help: "Say on standard error when reading, indexing and answering ended.")
    var timings = false

    @Option(help: ArgumentHelp("Color answers: auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto
}
