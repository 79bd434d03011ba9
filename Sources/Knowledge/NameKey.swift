/// Names made comparable: lower case, no accents, runs of anything but letters and digits as one space.
public enum NameKey {
    /// The key of a name: "al-Assad" and "Al Assad" have the same one.
    public static func fold(_ text: some StringProtocol) -> String {
        // Most words are their own key.
        if text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) { return String(text) }
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &out) }
        if out.last == 0x20 { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    /// The key with `-` for the spaces, as ids have it.
    public static func slug(_ text: some StringProtocol) -> String {
        String(decoding: fold(text).utf8.map { $0 == 0x20 ? 0x2D : $0 }, as: UTF8.self)
    }

    private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        let value = scalar.value
        switch value {
        case 0x30...0x39, 0x61...0x7A: out.append(UInt8(value))
        case 0x41...0x5A: out.append(UInt8(value + 0x20))
        case 0x300...0x36F: break
        case 0x2B0...0x2FF: space(&out)
        case 0..<0x80: space(&out)
        default: appendOther(scalar, to: &out)
        }
    }

    private static func space(_ out: inout [UInt8]) {
        if let last = out.last, last != 0x20 { out.append(0x20) }
    }

    private static func appendOther(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        if let plain = plainLetters[scalar.value] {
            out.append(contentsOf: plain.utf8)
        } else if scalar.properties.isAlphabetic {
            out.append(contentsOf: String(scalar).lowercased().utf8)
        } else {
            space(&out)
        }
    }

    /// Latin letters with marks, by the letters they are typed as.
    private static let plainLetters: [UInt32: String] = {
        let rows: [(String, String)] = [
            ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ"), ("ae", "æÆ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđðĎĐÐ"),
            ("e", "èéêëēĕėęěẹẻẽếềểễệəÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆƏ"), ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħḥĤĦḤ"),
            ("i", "ìíîïĩīĭįıỉịÌÍÎÏĨĪĬĮİỈỊ"), ("j", "ĵĴ"), ("k", "ķĶ"), ("l", "ĺļľŀłĹĻĽĿŁ"), ("n", "ñńņňŉÑŃŅŇ"),
            ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợÒÓÔÕÖØŌŎŐƠỌỎỐỒỔỖỘỚỜỞỠỢ"), ("oe", "œŒ"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšșṣŚŜŞŠȘṢ"),
            ("ss", "ß"), ("t", "ţťŧțṭŢŤŦȚṬ"), ("u", "ùúûüũūŭůűųưụủứừửữựÙÚÛÜŨŪŬŮŰŲƯỤỦỨỪỬỮỰ"), ("w", "ŵŴ"),
            ("y", "ýÿŷỳỵỷỹÝŸŶỲỴỶỸ"), ("z", "źżžẓŹŻŽẒ"), ("th", "þÞ"),
        ]
        var table: [UInt32: String] = [:]
        for (plain, letters) in rows {
            for scalar in letters.unicodeScalars { table[scalar.value] = plain }
        }
        return table
    }()
}
