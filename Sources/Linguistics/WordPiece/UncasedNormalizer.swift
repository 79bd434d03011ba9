/// BERT's normalization and first split: lower case, no accents, no controls, punctuation and CJK characters apart.
///
/// The result is bytes in which a space ends every basic word.
enum UncasedNormalizer {
    private static let space = UInt8(ascii: " ")

    /// Appends the normalized bytes of a form, with a space after each basic word.
    static func append(_ form: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        if form.allSatisfy({ $0 < 0x80 }) {
            for byte in form { appendASCII(byte, to: &bytes) }
        } else {
            appendScalars(String(decoding: form, as: UTF8.self), to: &bytes)
        }
        endWord(&bytes)
    }

    private static func endWord(_ bytes: inout [UInt8]) {
        if let last = bytes.last, last != space { bytes.append(space) }
    }

    private static func appendASCII(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            bytes.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            bytes.append(byte | 0x20)
        case 0x20, 0x09, 0x0A, 0x0D:
            endWord(&bytes)
        case 0x00..<0x20, 0x7F:
            break
        default:
            endWord(&bytes)
            bytes.append(byte)
            bytes.append(space)
        }
    }

    private static func appendScalars(_ form: String, to bytes: inout [UInt8]) {
        var base: [Unicode.Scalar] = []
        for scalar in form.unicodeScalars where !isDropped(scalar) {
            base.removeAll(keepingCapacity: true)
            BaseLetters.append(scalar, to: &base)
            let apart = isCJK(scalar.value)
            if apart { endWord(&bytes) }
            for part in base { appendLowered(part, to: &bytes) }
            if apart { endWord(&bytes) }
        }
    }

    private static func appendLowered(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if scalar.isASCII {
            appendASCII(UInt8(truncatingIfNeeded: scalar.value), to: &bytes)
        } else if scalar.properties.isWhitespace {
            endWord(&bytes)
        } else if isPunctuation(scalar.properties.generalCategory) {
            endWord(&bytes)
            bytes.append(contentsOf: String(scalar).utf8)
            bytes.append(space)
        } else {
            bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value == 0xFFFD { return true }
        switch scalar.properties.generalCategory {
        case .control: return scalar.value != 9 && scalar.value != 10 && scalar.value != 13
        case .format, .privateUse, .surrogate: return true
        default: return false
        }
    }

    private static func isPunctuation(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }

    // The ideographs that BERT sets apart; kana and Hangul are not among them.
    private static func isCJK(_ value: UInt32) -> Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            true
        default: false
        }
    }
}
