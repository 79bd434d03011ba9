import Annotations
import Graphs

/// Reads JSON Lines back: a saved graph, or plain assertions, of which it then builds a graph.
public struct JSONLinesReader: Sendable {
    private let ontology: Ontology

    /// Makes a reader; the ontology is for files that bring none of their own.
    public init(ontology: Ontology) { self.ontology = ontology }

    /// The graph in a file's bytes.
    public func read(_ bytes: [UInt8]) throws(GraphReadError) -> KnowledgeGraph {
        var parts = JSONLinesParts()
        var cursor = JSONCursor(bytes, range: 0..<0, line: 0)
        var number = 0
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            let end = Self.lineEnd(bytes, start)
            number += 1
            if !Self.isBlank(bytes[start..<end]) {
                cursor.move(to: start..<end, line: number)
                try parts.add(&cursor)
                try cursor.finish()
            }
            start = end + 1
        }
        return try parts.graph(fallback: ontology, line: number)
    }

    private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 10 { end += 1 }
        return end
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
    }
}
