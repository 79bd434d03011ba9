/// The classes of words between which the ends of sentences are learned.
enum WordClass: UInt8 {
    case none
    case period, question, ellipsis, comma, colon, semicolon, hyphen, dash
    /// Straight quotes, which may open or close.
    case quote
    case closingQuote, openingQuote, closing, opening
    case rule, face, symbol, address, digits
    case abbreviation, upperAbbreviation, capitalLetter, upper, capitalized, lower

    /// True for words after which a small letter never begins a sentence.
    var isInner: Bool { self == .lower || self == .capitalized || self == .upper || self == .digits || self == .comma }

    /// The class of a word.
    static func of(_ word: Word) -> WordClass {
        if word.isAddress { return .address }
        switch word.kind {
        case .digit: return .digits
        case .upper: return ofCapital(word)
        case .lower, .letter, .mark: return word.abbreviation == nil ? .lower : .abbreviation
        default: return ofMark(word)
        }
    }

    private static func ofCapital(_ word: Word) -> WordClass {
        if word.abbreviation != nil { return word.isUpper ? .upperAbbreviation : .abbreviation }
        if word.end - word.start == 1 { return .capitalLetter }
        return word.isUpper ? .upper : .capitalized
    }

    private static func ofMark(_ word: Word) -> WordClass {
        let isSingle = word.first == word.last
        switch word.first {
        case 0x2E where word.end - word.start == 1: return .period
        case 0x2E, 0x2026: return isSingle ? .ellipsis : 0x30...0x39 ~= word.last ? .digits : .question
        case 0x21, 0x3F, 0x3002: return .question
        case 0x2C: return .comma
        case 0x3A: return isSingle ? .colon : .face
        case 0x3B: return isSingle ? .semicolon : .face
        case 0x3D where !isSingle: return .face
        case 0x2D: return word.end - word.start == 1 ? .hyphen : isLong(word) ? .rule : .dash
        case 0x2012...0x2015: return .dash
        case 0x22, 0x27: return word.last >= 0x61 && word.last < 0x80 ? .lower : .quote
        case 0x2019, 0x201D, 0xBB: return 0x61...0x7A ~= word.last ? .lower : .closingQuote
        case 0x201C, 0x2018, 0xAB, 0x60: return .openingQuote
        case 0x29, 0x5D, 0x7D, 0x3E: return .closing
        case 0x28, 0x5B, 0x7B, 0x3C: return .opening
        default: return isSingle && isLong(word) ? .rule : .symbol
        }
    }

    private static func isLong(_ word: Word) -> Bool { word.end - word.start > 3 }
}
