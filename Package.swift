// swift-tools-version: 6.2
// Entente: English news in, a typed, sourced graph of who stands with and against whom out.
import PackageDescription

// The levels of the architecture, lowest first; a target imports only what its row names
// (DEVELOPMENT.md draws them, Tests/EntenteTests/LayerTests.swift checks them).
let package = Package(
    name: "Entente",
    products: [
        .library(name: "Entente", targets: ["Entente"]),
        .executable(name: "entente", targets: ["EntenteCommand"]),
    ],
    dependencies: [
        // Subcommands, help, completions and the manual page of the command.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SQLite: graphs in one file that datasette opens, and questions in SQL.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Level 1: values, C libraries and data.
        .target(name: "Annotations"),
        .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
        .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        // The trained weights, embedded so that the command is one file.
        .target(name: "CModels", exclude: ["entente.model"]),
        // The knowledge files of Sources/Knowledge/data, embedded likewise.
        .target(name: "CKnowledge"),
        // The script and style sheet of the HTML explorer, embedded likewise.
        .target(name: "CExplorer", exclude: ["explorer.js", "explorer.css"]),
        // The hottest loops, compiled for several processors: Swift has one target per build, and AVX is worth a third.
        .target(name: "CVectors"),
        .target(name: "Kernels", dependencies: ["COneDNN", "CVectors"]),

        // Level 2.
        .target(name: "Knowledge", dependencies: ["Annotations", "CKnowledge"], exclude: ["data"]),
        .target(name: "Graphs", dependencies: ["Annotations"]),
        .target(name: "Rendering", dependencies: ["CGraphviz"]),

        // Level 3.
        .target(name: "Linguistics", dependencies: ["Annotations", "Kernels"]),
        .target(name: "Extraction", dependencies: ["Annotations", "Knowledge", "Kernels"]),
        .target(name: "Exports", dependencies: ["Graphs", "Annotations", "CExplorer"]),
        .target(
            name: "Storage",
            dependencies: [
                "Graphs", "Annotations", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),

        // Level 4: the library's face.
        .target(
            name: "Entente",
            dependencies: [
                "Annotations", "Kernels", "Linguistics", "Extraction", "Knowledge", "Graphs", "Exports", "Storage",
                "CModels",
                "CLibXML2",
                "CZlib",
            ]),

        // Level 5: the command.
        .executableTarget(
            name: "EntenteCommand",
            dependencies: [
                "Entente", "Rendering", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Graphs that several test targets draw and write.
        .target(name: "TemporaryFolders", path: "Tests/TemporaryFolders"),
        .target(name: "SampleGraphs", dependencies: ["Graphs", "Annotations"], path: "Tests/SampleGraphs"),
        // The child process that the drawing tests start.
        .executableTarget(name: "RenderChild", dependencies: ["Rendering"], path: "Tests/RenderChild"),
        // Writes a generated graph in every format and prints what each costs (make bench-formats).
        .executableTarget(
            name: "WriterSpeed", dependencies: ["Exports", "Graphs", "Knowledge"], path: "Tests/WriterSpeed"),
        // Model files with random weights, and every kernel in plain loops.
        .target(name: "SyntheticModel", path: "Tests/SyntheticModel"),
        // What must hold of any bytes at all, for tests and fuzzers.
        .target(name: "AnyBytes", dependencies: ["Entente", "Linguistics", "Annotations"], path: "Tests/AnyBytes"),
        .testTarget(name: "AnnotationsTests", dependencies: ["Annotations"]),
        .testTarget(name: "KernelsTests", dependencies: ["Kernels", "SyntheticModel"]),
        .testTarget(name: "KnowledgeTests", dependencies: ["Knowledge"]),
        .testTarget(name: "GraphsTests", dependencies: ["Graphs"]),
        .testTarget(name: "RenderingTests", dependencies: ["Rendering", "RenderChild", "Exports", "SampleGraphs"]),
        .testTarget(name: "LinguisticsTests", dependencies: ["Linguistics", "Kernels", "CModels", "SyntheticModel"]),
        .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "Kernels", "SyntheticModel"]),
        .testTarget(name: "ExportsTests", dependencies: ["Exports", "SampleGraphs"]),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Storage", "SampleGraphs", "TemporaryFolders", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(name: "EntenteTests", dependencies: ["Entente", "CZlib", "TemporaryFolders", "AnyBytes"]),
        .testTarget(name: "CommandTests", dependencies: ["EntenteCommand", "SampleGraphs", "TemporaryFolders"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

// The fuzzers (make fuzz) are libraries that .ci/fuzz links with libFuzzer's own main; nothing else builds them.
if Context.environment["ENTENTE_FUZZ"] != nil {
    for name in ["Tokenizer", "Pipeline"] {
        package.targets.append(
            .target(name: "Fuzz\(name)", dependencies: ["AnyBytes", "Entente"], path: "Fuzz/\(name)"))
        package.products.append(.library(name: "Fuzz\(name)", type: .static, targets: ["Fuzz\(name)"]))
    }
}

// The whole check (make test) takes warnings for errors; who builds with a newer compiler is not kept from it.
if Context.environment["ENTENTE_STRICT"] != nil {
    for target in package.targets where target.type != .system {
        target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
    }
}
