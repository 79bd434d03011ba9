/// What a page says of itself: headline, date and address.
struct HTMLFacts {
    private var values: [String: String] = [:]
    private var heading: String?
    private var pageTitle: String?
    private var time: String?
    private var linkedData: String?
    private var canonical: String?

    init(_ page: HTMLPage) {
        for element in page.elements { read(element) }
    }

    /// The headline for readers: what the page names as such, else its first heading.
    var headline: String? { first(["og:title", "twitter:title", "headline"]) ?? heading }

    /// The title: the headline, else the title of the window.
    var title: String? { headline ?? pageTitle }

    /// The day of publication.
    var date: String? {
        let names = [
            "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "dc.date",
            "dc.date.issued",
            "dcterms.date", "date", "pubdate", "publishdate", "sailthru.date",
        ]
        let candidates = names.compactMap { values[$0] } + [linkedData, time].compactMap { $0 }
        return candidates.lazy.compactMap(CalendarDate.normalized).first
    }

    /// Where the page was published.
    var url: String? { canonical ?? values["og:url"] }

    private func first(_ names: [String]) -> String? {
        names.lazy.compactMap { values[$0] }.first { !$0.isEmpty }
    }

    private mutating func read(_ element: HTMLElement) {
        switch element.name {
        case "meta": readMeta(element)
        case "title" where pageTitle == nil: pageTitle = HTMLBlocks.collapsed(element.text)
        case "h1" where heading == nil: heading = HTMLBlocks.collapsed(element.text)
        case "time" where time == nil: time = element["datetime"]
        case "link" where element["rel"] == "canonical": canonical = element["href"]
        case "script" where element["type"] == "application/ld+json": readLinkedData(element.text)
        default: break
        }
    }

    private mutating func readMeta(_ element: HTMLElement) {
        guard let name = element["property"] ?? element["name"] ?? element["itemprop"], let content = element["content"]
        else { return }
        let key = name.lowercased()
        if values[key] == nil { values[key] = HTMLBlocks.collapsed(content) }
    }

    private mutating func readLinkedData(_ text: String) {
        guard linkedData == nil, let key = text.firstRange(of: "\"datePublished\"") else { return }
        let rest = text[key.upperBound...].drop { $0.isWhitespace || $0 == ":" }
        if rest.first == "\"" { linkedData = String(rest.dropFirst().prefix { $0 != "\"" }) }
    }
}
