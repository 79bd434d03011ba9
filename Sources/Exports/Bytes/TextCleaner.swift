/// Takes out of a text what no format can hold.
public enum TextCleaner {
    /// The text without control characters (tabulators and line ends stay) and without U+FFFE and U+FFFF.
    ///
    /// Text that is clean already is returned as it is. Invalid UTF-8 cannot occur: a Swift string repairs it to U+FFFD.
    public static func clean(_ text: String) -> String {
        isClean(text) ? text : String(String.UnicodeScalarView(text.unicodeScalars.filter { !isForeign($0.value) }))
    }

    /// The number of characters that `clean` takes out.
    public static func foreignCount(_ text: String) -> Int {
        isClean(text) ? 0 : text.unicodeScalars.count { isForeign($0.value) }
    }

    private static func isForeign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 9, 10, 13: false
        case 0..<32, 127, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func isClean(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for i in bytes.indices {
                let byte = bytes[i]
                if byte < 32 {
                    if byte != 9, byte != 10, byte != 13 { return false }
                } else if byte == 127 {
                    return false
                } else if byte == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBF, bytes[i + 2] >= 0xBE {
                    return false
                }
            }
            return true
        }
    }
}
