/// Takes out of an SVG what differs between machines: the comments that name Graphviz's version and build date.
enum SVGCleaner {
    /// The same drawing without the comments in front of and behind the root tag's start.
    static func clean(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), opensComment(bytes, index) {
                index = afterComment(bytes, index)
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static let opening = Array("<!--".utf8)
    private static let closing = Array("-->".utf8)

    private static func opensComment(_ bytes: [UInt8], _ index: Int) -> Bool {
        matches(opening, bytes, index)
    }

    /// The index behind a comment and the line break that follows it.
    private static func afterComment(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start + opening.count
        while index < bytes.count, !matches(closing, bytes, index) { index += 1 }
        index = min(index + closing.count, bytes.count)
        return index < bytes.count && bytes[index] == UInt8(ascii: "\n") ? index + 1 : index
    }

    private static func matches(_ pattern: [UInt8], _ bytes: [UInt8], _ index: Int) -> Bool {
        guard index + pattern.count <= bytes.count else { return false }
        return pattern.indices.allSatisfy { bytes[index + $0] == pattern[$0] }
    }
}
