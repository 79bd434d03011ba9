import ArgumentParser
import Entente
import Rendering

extension PictureOptions.Theme: ExpressibleByArgument {}
extension PictureOptions.Grouping: ExpressibleByArgument {}
extension LayoutEngine: ExpressibleByArgument {}

/// How pictures look.
struct DrawingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Colors: light, dark or print.", valueName: "theme"))
    var theme: PictureOptions.Theme = .light

    @Option(
        help: ArgumentHelp(
            "Layout engine: dot, neato or sfdp; without it the best one for the size.", valueName: "engine"))
    var layout: LayoutEngine?

    @Option(help: ArgumentHelp("Frame entities together: none, kind or bloc.", valueName: "what"))
    var groupBy: PictureOptions.Grouping = .none

    @Option(help: ArgumentHelp("A title for pictures.", valueName: "text"))
    var title: String?
}
