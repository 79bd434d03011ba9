import Exports
import Foundation
import Rendering
import SampleGraphs
import Testing

/// Pictures of the sample graph; with `ENTENTE_GALLERY=FOLDER` they are also written there to be looked at.
struct GalleryTests {
    @Test(arguments: PictureOptions.Theme.allCases)
    func everyThemeDrawsTheSample(theme: PictureOptions.Theme) throws {
        let drawing = PictureWriter(options: PictureOptions(theme: theme, title: "Syria, September 2015")).draw(
            SampleGraphs.news)
        let picture = try Renderer().render(dot: drawing.text, format: .png, engine: .dot)
        #expect(picture.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(picture.notes.isEmpty)
        try keep(picture.bytes, "sample-\(theme.rawValue).png")
    }

    @Test(arguments: PictureOptions.Grouping.allCases)
    func everyGroupingDraws(grouping: PictureOptions.Grouping) throws {
        let blocs = [
            ["state:RUS", "state:SYR", "state:IRN"], ["state:USA", "state:GRC", "organization:nato", "nobody"],
        ]
        let options = PictureOptions(grouping: grouping, blocs: blocs)
        let picture = try Renderer().render(
            dot: PictureWriter(options: options).draw(SampleGraphs.news).text, format: .png)
        #expect(picture.notes == [])
        try keep(picture.bytes, "grouped-\(grouping.rawValue).png")
    }

    @Test func theTimelineDraws() throws {
        let timeline = PairTimeline().draw(SampleGraphs.news, between: "state:RUS", and: "state:SYR")
        let drawing = try #require(timeline)
        let picture = try Renderer().render(dot: drawing.text, format: .png, engine: .fixed)
        #expect(picture.notes == [])
        try keep(picture.bytes, "timeline.png")
    }

    private func keep(_ bytes: [UInt8], _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["ENTENTE_GALLERY"] else { return }
        try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
    }
}
