import ArgumentParser
import Entente

/// How a subcommand ended where it did not fail.
enum Outcome: Int32 {
    case done = 0
    case nothingFound = 1
    case partial = 2
}

/// A subcommand: it answers on the console and says how it ended.
protocol Verb: ParsableCommand {
    /// The options that every subcommand has.
    var common: CommonOptions { get }

    /// Does the work.
    func execute(_ console: Console) throws(Problem) -> Outcome
}

extension Verb {
    func run() throws {
        let console = Console(isQuiet: common.quiet, color: common.color, tellsTime: common.timings)
        let status = finish(console)
        console.ended("answered")
        if status != 0 { throw ExitCode(status) }
    }

    /// The exit status of the work; a problem is said on standard error.
    private func finish(_ console: Console) -> Int32 {
        do throws(Problem) {
            return try execute(console).rawValue
        } catch {
            console.report(error)
            return error.exitCode
        }
    }
}

extension Problem {
    /// The exit status that stands for the problem.
    var exitCode: Int32 {
        switch kind {
        case .nothingFound: 1
        case .usage: 64
        case .data: 65
        case .noInput: 66
        case .cannotCreate: 73
        case .failedIO: 74
        case .repaired: 0
        }
    }
}
