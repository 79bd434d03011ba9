import ArgumentParser
import Glibc
import Rendering

/// The hidden child that draws one picture, so that a runaway layout can be stopped.
struct RenderChild: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "__render", shouldDisplay: false)

    func run() throws {
        Glibc.exit(RenderWorker.run())
    }
}
