/// Text made safe to show: what could steer a terminal or mislead the eye is spelled out.
enum Visible {
    /// The text with control characters, escapes and invisible or direction-changing marks shown as `\u{1B}`.
    ///
    /// Line breaks and tabs become single spaces, so that one value stays on one line.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var result = ""
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return result
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "\n", "\r", "\t", "\u{2028}", "\u{2029}":
            if result.last != " " { result += " " }
        case _ where isHidden(scalar):
            result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default:
            result.unicodeScalars.append(scalar)
        }
    }

    /// C0, DEL, C1, line and paragraph separators, bidirectional controls, zero-width marks, tags.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}
