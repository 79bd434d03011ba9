import Annotations
import Linguistics

/// What must hold of the sentences and tokens of any bytes at all.
public enum TokenCheck {
    /// What does not hold of the tokenizer's work on some bytes, or nil.
    public static func problem(_ bytes: [UInt8]) -> String? {
        problem(Segmenter().segment(Document(id: "any", bytes: bytes)), bytes)
    }

    /// What does not hold of some sentences of a text, or nil.
    public static func problem(_ sentences: [Sentence], _ bytes: [UInt8]) -> String? {
        var end = 0
        for sentence in sentences {
            guard let first = sentence.tokens.first, let last = sentence.tokens.last else { return "an empty sentence" }
            guard sentence.range == first.range.lowerBound..<last.range.upperBound else { return "a wrong range" }
            for (index, token) in sentence.tokens.enumerated() {
                guard token.range.lowerBound >= end, !token.range.isEmpty, token.range.upperBound <= bytes.count else {
                    return "\(token.range) after \(end)"
                }
                if bytes[end..<token.range.lowerBound].contains(where: isVisible) {
                    return "no token holds a byte of \(end)..<\(token.range.lowerBound)"
                }
                end = token.range.upperBound
                guard token.form == String(decoding: bytes[token.range], as: UTF8.self) else { return "a wrong form" }
                let isGlued = index + 1 < sentence.tokens.count && sentence.tokens[index + 1].range.lowerBound == end
                guard token.gluedToNext == isGlued else { return "\(token.range) is glued or not" }
            }
        }
        return bytes[end...].contains(where: isVisible) ? "no token holds a byte after \(end)" : nil
    }

    private static func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
