/// One text as it was given, with what is known about it.
///
/// Every range in this project is a range of UTF-8 byte offsets into `bytes`.
public struct Document: Sendable, Hashable {
    /// The name by which evidence refers to the document: its path as given, or the `id` of a JSON line.
    public var id: String
    /// The bytes of the text; invalid UTF-8 is kept, and repaired only when shown.
    public var bytes: [UInt8]
    /// The headline, where the input names one apart from the text.
    public var title: String?
    /// The date of publication as `YYYY-MM-DD`, where it is known.
    public var date: String?
    /// Where the text was published.
    public var url: String?

    /// Makes a document from its bytes.
    public init(id: String, bytes: [UInt8], title: String? = nil, date: String? = nil, url: String? = nil) {
        self.id = id
        self.bytes = bytes
        self.title = title
        self.date = date
        self.url = url
    }

    /// Makes a document from a string.
    public init(id: String, text: String, title: String? = nil, date: String? = nil, url: String? = nil) {
        self.init(id: id, bytes: Array(text.utf8), title: title, date: date, url: url)
    }

    /// The text of a byte range; invalid UTF-8 becomes U+FFFD.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
