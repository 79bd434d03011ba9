/// Decodes single characters of well-formed UTF-8.
enum UTF8Decoding {
    /// The code and length of the character at `at`, which is no ASCII; nil where the bytes are not well-formed.
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (code: UInt32, length: Int)? {
        let first = bytes[at]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard 0xC2...0xF4 ~= first, at + length <= bytes.count else { return nil }
        var code = UInt32(first) & (0x7F >> UInt32(length))
        for index in at + 1..<at + length {
            guard bytes[index] & 0xC0 == 0x80 else { return nil }
            code = code << 6 | UInt32(bytes[index] & 0x3F)
        }
        let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard code >= least, Unicode.Scalar(code) != nil else { return nil }
        return (code, length)
    }
}
