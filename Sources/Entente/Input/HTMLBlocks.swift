/// The paragraphs of a page, boilerplate left out.
struct HTMLBlocks {
    /// A run of text between the borders of block elements.
    fileprivate struct Block {
        var text = ""
        var linked = 0
        var isInArticle = false
    }

    private var blocks: [Block] = []
    private var current = Block()
    private var linkDepth = 0
    private var articleDepth = 0

    init(_ page: HTMLPage) {
        page.walk { event in
            switch event {
            case .open(let element): return open(element)
            case .close(let element): close(element)
            case .text(let text): append(text)
            }
            return true
        }
        finish()
    }

    /// The paragraphs of the article: those of `article` or `main` where these hold most of the text, else all.
    var article: [String] {
        let kept = blocks.filter { !$0.isMostlyLinks }
        let inside = kept.filter(\.isInArticle)
        let length = inside.reduce(0) { $0 + $1.text.utf8.count }
        return (length >= 200 ? inside : kept).map(\.text)
    }

    /// The text with every run of white space as one space, and none at its ends.
    static func collapsed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func open(_ element: HTMLElement) -> Bool {
        if HTMLBoilerplate.isDropped(element, inArticle: articleDepth > 0) {
            if HTMLBoilerplate.isBlock(element.name) { finish() }
            return false
        }
        if element.name == "a" { linkDepth += 1 }
        if HTMLBoilerplate.isArticle(element) {
            finish()
            articleDepth += 1
        }
        if HTMLBoilerplate.isBlock(element.name) { finish() }
        if element.name == "br" { current.text += " " }
        return true
    }

    private mutating func close(_ element: HTMLElement) {
        if element.name == "a" { linkDepth -= 1 }
        if HTMLBoilerplate.isBlock(element.name) { finish() }
        if HTMLBoilerplate.isArticle(element) {
            finish()
            articleDepth -= 1
        }
    }

    private mutating func append(_ text: String) {
        current.text += text
        if linkDepth > 0 { current.linked += text.utf8.count }
    }

    private mutating func finish() {
        defer { current = Block() }
        current.text = HTMLBlocks.collapsed(current.text)
        current.isInArticle = articleDepth > 0
        if !current.text.isEmpty { blocks.append(current) }
    }
}

extension HTMLBlocks.Block {
    /// True for menus and lists of further reading: more than half of the text is links, and it makes no sentence.
    fileprivate var isMostlyLinks: Bool {
        linked * 2 > text.utf8.count && !(text.utf8.count > 120 && text.hasSuffix("."))
    }
}

/// Which elements of a page are no part of its article.
enum HTMLBoilerplate {
    private static let dropped: Set<String> = [
        "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "svg",
        "iframe",
        "object", "canvas", "head", "title", "dialog", "audio", "video", "math", "textarea", "menu",
    ]

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html",
        "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr",
        "ul",
    ]

    /// Words of class names and ids that stand for something other than the article.
    private static let words: Set<String> = [
        "nav", "navbar", "navigation", "menu", "sidebar", "footer", "comments", "comment", "share", "sharing", "social",
        "related", "promo", "advert", "advertisement", "ad", "ads", "cookie", "cookies", "consent", "subscribe",
        "newsletter", "breadcrumb", "breadcrumbs", "recommended", "trending", "popular", "toolbar", "popup", "modal",
        "signup", "banner", "paywall", "masthead", "tags",
    ]

    private static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog",
    ]

    /// True for an element whose borders part paragraphs.
    static func isBlock(_ name: String) -> Bool { blocks.contains(name) }

    /// True for the element that holds the article.
    static func isArticle(_ element: HTMLElement) -> Bool {
        element.name == "article" || element.name == "main" || element["role"] == "main"
            || element["itemprop"] == "articleBody"
    }

    /// True for an element to pass over with all inside.
    static func isDropped(_ element: HTMLElement, inArticle: Bool) -> Bool {
        if dropped.contains(element.name) || (element.name == "header" && !inArticle) { return true }
        if element["hidden"] != nil || element["aria-hidden"] == "true" { return true }
        if let role = element["role"], roles.contains(role) { return true }
        if let style = element["style"], style.filter({ $0 != " " }).contains("display:none") { return true }
        guard element.name != "body", element.name != "html", !isArticle(element) else { return false }
        return hasTellingName(element)
    }

    private static func hasTellingName(_ element: HTMLElement) -> Bool {
        let names = [element["class"], element["id"]].compactMap { $0 }.joined(separator: " ").lowercased()
        return names.utf8.split { !($0 >= 0x61 && $0 <= 0x7A) }.contains { words.contains(String($0) ?? "") }
    }
}
