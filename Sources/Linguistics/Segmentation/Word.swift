/// A word as the scanner finds it, before sentences are known.
struct Word: Equatable {
    /// The bytes of the document.
    var start: Int
    var end: Int
    /// The white space before it; nil where it is glued to the word before.
    var gap: ChunkReader.Gap?
    /// The kind and code of its first character, and the code of its last.
    var kind: CharacterKind
    var first: UInt32
    var last: UInt32
    /// Set where the word keeps a period that may yet turn out to be the end of a sentence.
    var abbreviation: Abbreviations.Class?
    /// True where it has capital letters and no small ones.
    var isUpper = false
    /// True for the address of a page or of mail.
    var isAddress = false

    /// True where a letter or digit begins the word.
    var isWord: Bool { kind.isWord }
}
