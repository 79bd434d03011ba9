import Foundation
import TemporaryFolders
import Testing

/// The files of graphs/ are what the program makes of seeds/.
@Suite struct GraphsAreCurrentTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func theTextFilesAreWhatTheSeedsGive() throws {
        let folder = TemporaryFolder()
        let names = ["syria-2015.dot", "syria-2015.graphml", "syria-2015.jsonl", "syria-2015.svg"]
        let outputs = names.flatMap { ["-o", folder / $0] }
        let run = try Tool.run(
            ["build", "seeds", "--min-confidence", "0.6"] + outputs, at: GraphsAreCurrentTests.root.path)
        #expect(run.status == 0, "\(run.errors)")
        for name in names {
            let file = GraphsAreCurrentTests.root.appendingPathComponent("graphs/\(name)")
            let kept = try? [UInt8](Data(contentsOf: file))
            let isCurrent = kept == folder.bytes(name)
            #expect(isCurrent, "graphs/\(name) is not what seeds/ gives: run make graphs and commit it")
        }
    }
}
