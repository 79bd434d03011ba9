/// What the scanner needs to know of a character.
enum CharacterKind: UInt8 {
    case upper, lower
    /// A letter without case, a letter of another script, or a byte that is no UTF-8.
    case letter
    case digit
    /// A character that continues the word it stands in: accents, joiners, soft hyphens.
    case mark
    case space
    case newline
    /// Everything else; the scanner looks at the code itself.
    case other

    /// True for what words are made of.
    var isWord: Bool { rawValue <= Self.mark.rawValue }

    /// True for letters with their marks.
    var isLetter: Bool { self == .upper || self == .lower || self == .letter }

    /// The kind of an ASCII character.
    static func ascii(_ byte: UInt8) -> CharacterKind {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case 0x20, 0x09: .space
        case 0x0A...0x0D: .newline
        default: .other
        }
    }

    /// The kind of a character beyond ASCII: the common blocks of news by range, the rest from the Unicode tables.
    static func beyondASCII(_ code: UInt32) -> CharacterKind {
        switch code {
        case 0x85, 0x2028, 0x2029: .newline
        case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: .space
        case 0xAD, 0x200C, 0x200D, 0x2060, 0xFE00...0xFE0F: .mark
        case 0xFFFD, 0x4E00...0x9FFF, 0x3041...0x30FF: .letter
        case 0x2010...0x2027, 0x2030...0x205E: .other
        default: fromTables(code)
        }
    }

    private static func fromTables(_ code: UInt32) -> CharacterKind {
        guard let scalar = Unicode.Scalar(code) else { return .other }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .upper
        case .lowercaseLetter: return .lower
        case .otherLetter, .modifierLetter, .letterNumber: return .letter
        case .decimalNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        default: return .other
        }
    }
}
