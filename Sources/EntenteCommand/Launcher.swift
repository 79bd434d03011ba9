import ArgumentParser
import Glibc

/// Starts the subcommand; apart from `main` so that nothing here is tied to the main actor.
enum Launcher {
    static func run() {
        // A limit on the size of files is an error like a full disk, not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        openStandardStreams()
        EntenteCommand.main(nil)
    }

    /// Opens what the caller closed, so that no file of ours takes the number of a standard stream; standard output then
    /// fails when it is written, as it should.
    private static func openStandardStreams() {
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
            _ = open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
