import Foundation
import Testing

/// The levels of the architecture, lowest first: what the sources of each target may import.
private let layers: [(target: String, imports: Set<String>)] = [
    ("Annotations", []), ("Kernels", ["COneDNN", "CVectors"]), ("Knowledge", ["Annotations", "CKnowledge"]),
    ("Graphs", ["Annotations"]), ("Rendering", ["CGraphviz"]), ("Linguistics", ["Annotations", "Kernels"]),
    ("Extraction", ["Annotations", "Knowledge", "Kernels"]), ("Exports", ["Annotations", "Graphs", "CExplorer"]),
    ("Storage", ["Annotations", "Graphs", "GRDB", "GRDBSQLite"]),
    (
        "Entente",
        [
            "Annotations", "Kernels", "Linguistics", "Extraction", "Knowledge", "Graphs", "Exports", "Storage",
            "CModels",
            "CLibXML2",
            "CZlib",
        ]
    ),
    ("EntenteCommand", ["Entente", "Rendering", "ArgumentParser"]),
]

/// What comes with the language and the system.
private let system: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

@Suite struct LayerTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test(arguments: layers)
    func aTargetImportsOnlyWhatItsLevelAllows(target: String, allowed: Set<String>) throws {
        let folder = LayerTests.root.appendingPathComponent("Sources/\(target)")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            count += 1
            let foreign = imports(of: try String(contentsOf: file, encoding: .utf8)).subtracting(allowed).subtracting(
                system)
            #expect(foreign.isEmpty, "\(target)/\(file.lastPathComponent) may not import \(foreign.sorted())")
        }
        #expect(count > 0)
    }

    @Test func everyFolderOfSourcesHasALevel() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: LayerTests.root.appendingPathComponent("Sources").path)
        let libraries = folders.filter { $0.hasPrefix("C") && $0.dropFirst().first?.isUppercase == true }
        #expect(Set(folders).subtracting(libraries) == Set(layers.map(\.target)))
    }

    @Test func valuesDoNotReadTheClockOrPrint() throws {
        for target in [
            "Annotations", "Kernels", "Knowledge", "Graphs", "Linguistics", "Extraction", "Exports", "Storage",
        ] {
            let folder = LayerTests.root.appendingPathComponent("Sources/\(target)")
            let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            for case let file as URL in files where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                let words = ["print(", "Date()", "ContinuousClock", "FileManager", "fopen("].filter { call in
                    text.split(separator: "\n").contains { line in
                        !line.drop { $0 == " " }.hasPrefix("//") && (line.hasPrefix(call) || line.contains(" " + call))
                    }
                }
                #expect(words.isEmpty, "\(target)/\(file.lastPathComponent) uses \(words)")
            }
        }
    }

    /// The modules that a source file imports.
    private func imports(of source: String) -> Set<String> {
        var modules: Set<String> = []
        for line in source.split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
            guard let position = words.firstIndex(of: "import"), position <= 1, words.count > position + 1 else {
                continue
            }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            let name = words[(position + 1)...].first { !kinds.contains($0) } ?? ""
            modules.insert(String(name.prefix { $0 != "." }))
        }
        return modules
    }
}
