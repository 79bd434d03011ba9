import ArgumentParser

/// Starts the subcommand; apart from `main` so that nothing here is tied to the main actor.
enum Launcher {
    static func run() {
        EntenteCommand.main(nil)
    }
}
