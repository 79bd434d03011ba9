/// Days as inputs write them.
enum CalendarDate {
    /// `YYYY-MM-DD` of a text that starts with such a day (`2015-09-14T10:00:00Z`, `20150914`), or nil where there is
    /// no such day in the calendar.
    static func normalized(_ text: String) -> String? {
        let bytes = Array(text.utf8.drop { $0 <= 0x20 }.prefix(10))
        if bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") {
            return day(bytes[0..<4], bytes[5..<7], bytes[8..<10])
        }
        guard bytes.count >= 8 else { return nil }
        return day(bytes[0..<4], bytes[4..<6], bytes[6..<8])
    }

    private static func day(_ year: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>) -> String?
    {
        guard let y = number(year), let m = number(month), let d = number(day) else { return nil }
        guard y > 0, (1...12).contains(m), (1...length(ofMonth: m, year: y)).contains(d) else { return nil }
        return [year, month, day].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
