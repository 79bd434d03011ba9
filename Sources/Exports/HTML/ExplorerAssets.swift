import CExplorer

/// The explorer's own script and style sheet, as they stand in Sources/CExplorer.
enum ExplorerAssets {
    static let script = bytes(entente_explorer_script_start(), entente_explorer_script_size)
    static let style = bytes(entente_explorer_style_start(), entente_explorer_style_size)

    private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }
}
