import ArgumentParser
import Entente

/// The formats that graphs can be written in.
struct Formats: Verb {
    static let configuration = CommandConfiguration(
        abstract: "List the formats that graphs can be written in, with what each loses.")

    @OptionGroup var list: ListOptions
    @OptionGroup var common: CommonOptions

    func execute(_ console: Console) throws(Problem) -> Outcome {
        try list.show(FormatListing.listing, console)
    }
}
