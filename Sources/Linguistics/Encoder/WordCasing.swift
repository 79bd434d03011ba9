/// How a word is written, which its uncased pieces do not tell: a class of casing and a hash of its shape.
struct WordCasing: Hashable, Sendable {
    /// 1 digits without letters, 2 neither, 3 lower case, 4 upper case, 5 one upper-case letter, 6 first letter upper
    /// and the rest lower, 7 any other; 0 is for the special pieces.
    let casing: Int32
    /// The row of the shape in the table of shapes, 1...511; 0 is for the special pieces.
    let shape: Int32

    private static let shapes: UInt32 = 512

    /// What the special pieces have.
    static let special = WordCasing(casing: 0, shape: 0)

    private init(casing: Int32, shape: Int32) {
        self.casing = casing
        self.shape = shape
    }

    /// Looks at a word.
    init(_ word: String) {
        var letters = Letters()
        var hash = ShapeHash()
        for scalar in word.unicodeScalars {
            let kind = CharacterClass(scalar)
            letters.add(kind)
            hash.add(kind, scalar)
        }
        casing = letters.casing
        shape = Int32(1 + hash.value % (Self.shapes - 1))
    }
}

/// What casing and shape tell apart of a character.
private struct CharacterClass {
    var isUpper = false
    var isLower = false
    var isTitle = false
    var isLetter = false
    var isDigit = false

    init(_ scalar: Unicode.Scalar) {
        guard scalar.value >= 128 else {
            isUpper = (0x41...0x5A).contains(scalar.value)
            isLower = (0x61...0x7A).contains(scalar.value)
            isLetter = isUpper || isLower
            isDigit = (0x30...0x39).contains(scalar.value)
            return
        }
        let properties = scalar.properties
        isUpper = properties.isUppercase
        isLower = properties.isLowercase
        isDigit = properties.numericType == .decimal || properties.numericType == .digit
        switch properties.generalCategory {
        case .titlecaseLetter:
            isTitle = true
            isLetter = true
        case .uppercaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter: isLetter = true
        default: break
        }
    }
}

/// Gathers the casing of a word, character by character.
private struct Letters {
    private var count = 0
    private var uppers = 0
    private var lowers = 0
    private var titles = 0
    private var hasLetter = false
    private var hasDigit = false
    private var opensUpper = false

    mutating func add(_ kind: CharacterClass) {
        if count == 0 { opensUpper = kind.isUpper }
        count += 1
        uppers += kind.isUpper ? 1 : 0
        lowers += kind.isLower ? 1 : 0
        titles += kind.isTitle ? 1 : 0
        hasLetter = hasLetter || kind.isLetter
        hasDigit = hasDigit || kind.isDigit
    }

    var casing: Int32 {
        guard hasLetter else { return hasDigit ? 1 : 2 }
        if lowers > 0, uppers + titles == 0 { return 3 }
        if uppers > 0, lowers + titles == 0 { return count > 1 ? 4 : 5 }
        return opensUpper && uppers == 1 && titles == 0 && lowers > 0 ? 6 : 7
    }
}

/// The FNV-1a hash of a word's shape: letters as X and x, digits as d, no kind more than three times in a row.
private struct ShapeHash {
    private(set) var value: UInt32 = 0x811C_9DC5
    private var last: Unicode.Scalar = "\0"
    private var run = 0

    mutating func add(_ kind: CharacterClass, _ scalar: Unicode.Scalar) {
        let sign: Unicode.Scalar = kind.isUpper ? "X" : kind.isLower ? "x" : kind.isDigit ? "d" : scalar
        run = sign == last ? run + 1 : 1
        last = sign
        guard run <= 3 else { return }
        for byte in String(sign).utf8 { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
    }
}
