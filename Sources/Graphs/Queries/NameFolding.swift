/// Brings names to the form in which they are compared: no case, no accents, no punctuation.
public enum NameFolding {
    /// Lowercase letters and digits in words with one space between them: "Bashar al-Assad" is `bashar al assad`.
    public static func fold(_ name: String) -> String {
        String(decoding: foldedBytes(name), as: UTF8.self)
    }

    static func foldedBytes(_ name: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(name.utf8.count)
        for scalar in name.unicodeScalars { append(scalar, to: &result) }
        if result.last == space { result.removeLast() }
        return result
    }

    private static let space = UInt8(ascii: " ")

    private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
        switch scalar.value {
        case 48...57, 97...122: result.append(UInt8(scalar.value))
        case 65...90: result.append(UInt8(scalar.value + 32))
        case 39, 0x2019, 0x2BC: break
        case 0..<128: separate(&result)
        default: appendWide(scalar, to: &result)
        }
    }

    private static func separate(_ result: inout [UInt8]) {
        if let last = result.last, last != space { result.append(space) }
    }

    private static func appendWide(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
        let properties = scalar.properties
        if let letters = latinLetters(properties.name) {
            result.append(contentsOf: letters)
        } else if properties.isAlphabetic || properties.numericType != nil {
            result.append(contentsOf: properties.lowercaseMapping.utf8)
        } else if properties.generalCategory != .nonspacingMark && properties.generalCategory != .format {
            separate(&result)
        }
    }

    /// The letters that a Latin letter is made of: the Unicode name says so ("LATIN SMALL LETTER E WITH ACUTE").
    private static func latinLetters(_ name: String?) -> [UInt8]? {
        guard let name, name.hasPrefix("LATIN ") else { return nil }
        if name == "LATIN SMALL LETTER SHARP S" { return Array("ss".utf8) }
        let words = name.split(separator: " ")
        guard words.count >= 4, words[2] == "LETTER", words.count == 4 || words[4] == "WITH" else { return nil }
        let letters = words[3].utf8
        return letters.count <= 2 ? letters.map { $0 | 32 } : nil
    }
}
