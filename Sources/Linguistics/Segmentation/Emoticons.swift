/// Faces made of punctuation.
enum Emoticons {
    private static let faces: [[UInt32]] = [
        ":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":')", ":'(", "^_^", "-_-", ":)", ":(", ";)", ";(", ":D", ":P", ":p",
        "=)", "=(", "=D",
        "<3", "(:", "(;",
    ].map { $0.unicodeScalars.map(\.value) }

    /// Where the face ends that begins at `index` and stands apart from words; nil where there is none.
    static func end(_ chunk: Chunk, at index: Int) -> Int? {
        guard index == 0 || !chunk.kind(index - 1).isWord else { return end(chunk, at: index, behindWord: true) }
        return end(chunk, at: index, behindWord: false)
    }

    private static func end(_ chunk: Chunk, at index: Int, behindWord: Bool) -> Int? {
        for face in faces where face[0] == chunk.code(index) {
            let end = index + face.count
            guard face.indices.allSatisfy({ chunk.code(index + $0) == face[$0] }) else { continue }
            guard end >= chunk.count, !behindWord || face.count > 2 || chunk.has(")", at: end - 1) else { return nil }
            return isListMark(chunk, index, end) ? nil : end
        }
        return nil
    }

    // "(a:)" and "(1;)" close a bracket rather than smile.
    private static func isListMark(_ chunk: Chunk, _ start: Int, _ end: Int) -> Bool {
        chunk.has(")", at: end - 1) && (0..<start).contains { chunk.has("(", at: $0) }
    }
}
