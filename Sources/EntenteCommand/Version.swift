/// The version of the command.
enum Version {
    /// What `--version` says.
    static let text = "0.1.0"
}
